import type pg from 'pg';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';

/** One alert while the virus scanner that is configured does not answer, for nothing that comes in is taken meanwhile; resolved when it does. */
export async function watchScanner(
  pool: Pick<pg.Pool, 'query'>,
  scanner: VirusScanner | null,
  now: Date,
): Promise<void> {
  if (scanner === null || (await scanner.engine()) !== null) {
    await pool.query(`UPDATE eli4u.alert SET resolved_at = $1 WHERE kind = 'antivirus.away' AND resolved_at IS NULL`, [
      now,
    ]);
    return;
  }
  await pool.query(
    `INSERT INTO eli4u.alert (kind, subject, raised_at) SELECT 'antivirus.away', 'CLAMAV_SOCKET', $1
      WHERE NOT EXISTS (SELECT FROM eli4u.alert WHERE kind = 'antivirus.away' AND resolved_at IS NULL)`,
    [now],
  );
}
