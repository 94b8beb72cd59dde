import type pg from 'pg';

export interface LoggedProblem {
  file: string;
  severity: 'warning' | 'severe';
  code: string;
  message: string;
  found?: string;
  line?: number;
  xpath?: string;
  units: number;
  raw?: string;
}

/** A run is written down as it goes, outside the files' transactions: what failed is told too. */
export async function startRun(pool: pg.Pool, args: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ id: string | number }>(
    `INSERT INTO eli4u.ingest_run (arguments) VALUES ($1) RETURNING id`,
    [args],
  );
  return Number(rows[0]?.id);
}

export async function endRun(pool: pg.Pool, runId: number, counts: object): Promise<void> {
  await pool.query(`UPDATE eli4u.ingest_run SET finished_at = now(), counts = $2 WHERE id = $1`, [
    runId,
    JSON.stringify(counts),
  ]);
}

export interface LoggedFile {
  runId: number;
  name: string;
  sha256: string;
  bytes: number;
  mappingVersion: string;
  outcome: 'loaded' | 'unchanged' | 'quarantined';
  counts: object;
  problems: readonly LoggedProblem[];
}

/** Notes a file of a run with what was wrong in it, and ties it to the sources last read from those bytes. */
export async function logFile(pool: pg.Pool, file: LoggedFile): Promise<void> {
  await pool.query(
    `WITH f AS (
       INSERT INTO eli4u.source_file (run_id, name, sha256, bytes, mapping_version, outcome, counts)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id, sha256)
     INSERT INTO eli4u.source_of_file SELECT f.id, s.id FROM f JOIN eli4u.source s ON s.file_hash = f.sha256`,
    [file.runId, file.name, file.sha256, file.bytes, file.mappingVersion, file.outcome, JSON.stringify(file.counts)],
  );
  if (file.problems.length === 0) return;
  const column = <T>(pick: (problem: LoggedProblem) => T) => file.problems.map(pick);
  await pool.query(
    `INSERT INTO eli4u.ingest_problem (run_id, file_name, severity, code, message, found, line, xpath, units, raw)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::text[], $9::integer[], $10::text[])`,
    [
      file.runId,
      file.name,
      column((p) => p.severity),
      column((p) => p.code),
      column((p) => p.message),
      column((p) => p.found?.toWellFormed() ?? null),
      column((p) => p.line ?? null),
      column((p) => p.xpath ?? null),
      column((p) => p.units),
      column((p) => p.raw?.replaceAll('\0', '\uFFFD').toWellFormed() ?? null),
    ],
  );
}

export interface ReadBefore {
  read: number;
  agents: number;
  /** (repository, key) of every source the file gave. */
  identities: string[];
}

/**
 * The counts of an earlier, clean reading of the same bytes, if every source it gave still stands as those bytes left it under the same
 * mapping; null when the file has to be read again.
 */
export async function readBefore(
  pool: pg.Pool,
  sha256: string,
  mappingVersion: string,
  repository: string | null,
): Promise<ReadBefore | null> {
  const { rows } = await pool.query<ReadBefore>(
    `SELECT (f.counts ->> 'read')::integer AS read, (f.counts ->> 'agents')::integer AS agents,
            ARRAY(SELECT s.repository_id || ' ' || s.key FROM eli4u.source_of_file o JOIN eli4u.source s ON s.id = o.source_id
                   WHERE o.source_file_id = f.id) AS identities
       FROM eli4u.source_file f
      WHERE f.sha256 = $1 AND f.mapping_version = $2 AND f.outcome IN ('loaded', 'unchanged') AND (f.counts ->> 'quarantined')::integer = 0
        AND EXISTS (SELECT FROM eli4u.source_of_file WHERE source_file_id = f.id)
        AND (f.counts ->> 'agents')::integer = 0
        AND NOT EXISTS (
          SELECT FROM eli4u.source_of_file o JOIN eli4u.source s ON s.id = o.source_id JOIN eli4u.institution i ON i.id = s.repository_id
           WHERE o.source_file_id = f.id AND (s.file_hash IS DISTINCT FROM $1 OR s.mapping_version IS DISTINCT FROM $2 OR ($3::text IS NOT NULL AND i.code <> $3)))
      ORDER BY f.id DESC LIMIT 1`,
    [sha256, mappingVersion, repository],
  );
  return rows[0] ?? null;
}
