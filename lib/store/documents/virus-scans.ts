import type pg from 'pg';
import { z } from 'zod';
import type { Scanned } from '#lib/antivirus/scanner.ts';

/** What a scanner said of the bytes of a document, the last time that it looked; null where none ever did. */
export const virusScanSchema = z
  .object({
    verdict: z.enum(['clean', 'infected', 'notChecked']),
    /** The virus, or the limit for which it was not checked. */
    said: z.string().nullable(),
    engine: z.string(),
    /** Instant, ISO. */
    at: z.string(),
  })
  .nullable();
export type VirusScan = z.output<typeof virusScanSchema>;

/** As a column, of a document `d`. */
export const virusScanColumn = `(SELECT jsonb_build_object('verdict', s.verdict, 'said', s.said, 'engine', s.engine, 'at', s.at)
   FROM eli4u.virus_scan s WHERE s.hash = d.hash) AS scan`;

/** The latest look counts; only that a scanner did not look is no news of bytes at which one has looked. */
export async function noteScan(
  pool: Pick<pg.Pool, 'query'>,
  hash: string,
  scanned: Exclude<Scanned, { kind: 'away' }>,
  at: Date,
): Promise<void> {
  const said = scanned.kind === 'infected' ? scanned.signature : scanned.kind === 'notChecked' ? scanned.reason : null;
  await pool.query(
    `INSERT INTO eli4u.virus_scan AS s (hash, verdict, said, engine, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (hash) DO UPDATE SET verdict = excluded.verdict, said = excluded.said, engine = excluded.engine, at = excluded.at
       WHERE excluded.verdict <> 'notChecked' OR s.verdict = 'notChecked'`,
    [hash, scanned.kind, said, scanned.engine, at],
  );
}

/** Of bytes with that SHA-256. */
export async function findScan(pool: Pick<pg.Pool, 'query'>, hash: string): Promise<VirusScan> {
  const { rows } = await pool.query<{ scan: unknown }>(`SELECT ${virusScanColumn} FROM (SELECT $1::text AS hash) d`, [
    hash,
  ]);
  return virusScanSchema.parse(rows[0]?.scan ?? null);
}
