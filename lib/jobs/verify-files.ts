import type pg from 'pg';
import { conditionOf, keepsDocument } from '#lib/store/documents/read.ts';
import { messageKept } from '#lib/store/documents/referred-to.ts';
import { keepsSource } from '#lib/store/source-files.ts';

/** Raw sources that are missing or whose bytes no longer have their hash. A folder of images has none: its images are known by their own. */
export async function lostFiles(pool: pg.Pool, dataDir: string): Promise<string[]> {
  const { rows } = await pool.query<{ sha256: string }>(
    `SELECT DISTINCT sha256 FROM eli4u.source_file WHERE sha256 <> '' AND (outcome <> 'quarantined' OR bytes > 0) ORDER BY 1`,
  );
  const lost: string[] = [];
  for (const { sha256 } of rows) if (!(await keepsSource(dataDir, sha256))) lost.push(sha256);
  return lost;
}

/** Daily registers and messages whose bytes are missing or no longer have their hash; at most 20. */
export async function lostRegisterFiles(pool: pg.Pool, dataDir: string): Promise<string[]> {
  const lost: string[] = [];
  for (let after = ''; lost.length < 20;) {
    const { rows } = await pool.query<{ key: string; hash: string; said: string }>(
      `SELECT storage_key AS key, min(hash) AS hash, min(said) AS said FROM
         (SELECT storage_key, hash, 'registro ' || day AS said FROM eli4u.daily_register UNION ALL
          SELECT storage_key, hash, 'message ' || id FROM eli4u.mail_message m
           WHERE ${messageKept('m')} UNION ALL
          SELECT report_storage_key, report_hash, 'report ' || package_id FROM eli4u.preservation_delivery WHERE report_hash IS NOT NULL) t
        WHERE storage_key > $1 GROUP BY storage_key ORDER BY storage_key LIMIT 1000`,
      [after],
    );
    for (const { key, hash, said } of rows) if (!(await keepsDocument(dataDir, key, hash))) lost.push(said);
    const last = rows.at(-1);
    if (!last) break;
    after = last.key;
  }
  return lost.slice(0, 20);
}

/** Documents and former versions whose bytes are missing or no longer have their hash; at most 20. */
export async function tornDocuments(pool: pg.Pool, dataDir: string): Promise<string[]> {
  const torn: string[] = [];
  for (const table of ['document', 'document_version'] as const)
    for (let after = { id: '', version: 0 }; torn.length < 20;) {
      const { rows } = await pool.query<{ id: string; version: number; key: string; hash: string }>(
        `SELECT record_id AS id, version, storage_key AS key, hash FROM eli4u.${table}
          WHERE (record_id, version) > ($1, $2) AND destroyed_at IS NULL ORDER BY record_id, version LIMIT 1000`,
        [after.id, after.version],
      );
      for (const { id, version, key, hash } of rows) {
        const condition = await conditionOf(dataDir, key, hash);
        if (condition !== 'whole')
          torn.push(table === 'document' ? `${id} (${condition})` : `${id} version ${version} (${condition})`);
      }
      const last = rows.at(-1);
      if (!last) break;
      after = last;
    }
  return torn.slice(0, 20);
}
