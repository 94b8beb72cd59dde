import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { imagesFolder, isPyramidKey, pyramidPath } from './pyramid-path.ts';

/** Milliseconds after which nobody is about to name a pyramid that was made, or writes on its draft: no load lasts so long. */
const stale = 24 * 60 * 60 * 1000;

/** Files below the folder of images that no image names, as `ab/name`. */
export async function* unreferencedPyramids(pool: pg.Pool, dataDir: string): AsyncGenerator<string> {
  const root = imagesFolder(dataDir);
  for (const folder of await namesOf(root)) {
    const keys = (await namesOf(path.join(root, folder))).map((name) => `${folder}/${name}`);
    const { rows } = await pool.query<{ key: string }>(
      `SELECT k.key FROM unnest($1::text[]) AS k (key) WHERE NOT EXISTS (SELECT FROM eli4u.image m WHERE m.pyramid_key = k.key)`,
      [keys],
    );
    for (const { key } of rows) yield key;
  }
}

/** Removes what no image names any more, and what broken loads left. @param now milliseconds since 1970, as files bear them @returns how many */
export async function sweepPyramids(pool: pg.Pool, dataDir: string, now: number): Promise<number> {
  let removed = 0;
  for await (const key of unreferencedPyramids(pool, dataDir)) {
    const file = path.join(imagesFolder(dataDir), key);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile() || now - found.mtimeMs < stale) continue;
    await rm(file, { force: true });
    removed++;
  }
  return removed;
}

/** Images whose pyramid is missing; at most 20. */
export async function lostPyramids(pool: pg.Pool, dataDir: string): Promise<string[]> {
  const lost: string[] = [];
  for (let after = ''; lost.length < 20;) {
    const { rows } = await pool.query<{ id: string; key: string }>(
      `SELECT id, pyramid_key AS key FROM eli4u.image WHERE id > $1 AND pyramid_key IS NOT NULL ORDER BY id LIMIT 1000`,
      [after],
    );
    for (const { id, key } of rows) {
      const found = isPyramidKey(key) ? await stat(pyramidPath(dataDir, key)).catch(() => null) : null;
      if (!found || found.size === 0) lost.push(id);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  return lost.slice(0, 20);
}

const namesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
