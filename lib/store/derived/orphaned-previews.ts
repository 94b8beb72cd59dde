import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { draftPrefix } from './drawing-drafts.ts';

/** What was derived from bytes of which no document that lives is made, as paths below the folder of data; at most 20. */
export async function orphanedPreviews(pool: pg.Pool, dataDir: string): Promise<string[]> {
  const root = path.join(dataDir, 'derived');
  const orphaned: string[] = [];
  for (const folder of await namesOf(root)) {
    // Drafts are renamed or removed by who draws them, at this moment perhaps.
    const names = (await namesOf(path.join(root, folder))).filter((name) => !name.startsWith(draftPrefix));
    const keys = names.map((name) => `${folder}/${name}`);
    const { rows } = await pool.query<{ key: string }>(
      `SELECT k.key FROM unnest($1::text[]) AS k (key)
        WHERE NOT EXISTS (SELECT FROM eli4u.document d WHERE d.storage_key = k.key AND d.destroyed_at IS NULL)
          AND NOT EXISTS (SELECT FROM eli4u.document_version v WHERE v.storage_key = k.key AND v.destroyed_at IS NULL)`,
      [keys],
    );
    orphaned.push(...rows.map(({ key }) => path.join('derived', key)));
    if (orphaned.length >= 20) break;
  }
  return orphaned.slice(0, 20);
}

const namesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
