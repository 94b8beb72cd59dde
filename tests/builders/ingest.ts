import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import type { Counts, FileReport, ReportedProblem } from '#ingest/report.ts';
import { run } from '#ingest/run.ts';

export interface Ingested extends Counts {
  files: FileReport[];
  said: ReportedProblem[];
}

export interface IngestOptions {
  dryRun?: boolean;
  repository?: string;
  today?: string;
  baseUrl?: string;
}

/** Ingests texts as files through the same door as the command line; names are file names. */
export async function ingestTexts(
  pool: pg.Pool,
  texts: Record<string, string | Buffer>,
  options: IngestOptions = {},
): Promise<Ingested> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-ingest-'));
  try {
    const paths: string[] = [];
    for (const [name, text] of Object.entries(texts)) {
      paths.push(path.join(folder, name));
      await writeFile(path.join(folder, name), text);
    }
    return await ingestPaths(pool, paths, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function ingestPaths(pool: pg.Pool, paths: string[], options: IngestOptions = {}): Promise<Ingested> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-data-'));
  const files: FileReport[] = [];
  try {
    const counts = await run(
      { paths, dryRun: options.dryRun ?? false, repository: options.repository ?? null },
      {
        pool,
        dataDir,
        today: options.today ?? '2026-11-23',
        baseUrl: options.baseUrl ?? 'http://localhost:3000',
        watch: { files: () => undefined, progress: () => undefined, file: (report) => files.push(report) },
      },
    );
    return { ...counts, files, said: files.flatMap((file) => file.problems) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

export interface StoredRecord {
  id: string;
  title: string;
  level: string;
  parent_id: string | null;
  position: number;
  child_count: number;
  visibility: string;
  reference_code: string | null;
  changed_at: string;
  deleted_at: string | null;
}

/** Every record with a title, live and dead, in tree order. */
export async function storedRecords(pool: pg.Pool): Promise<StoredRecord[]> {
  const { rows } = await pool.query<StoredRecord>(
    `WITH RECURSIVE tree AS (
       SELECT r.id, ARRAY[r.position] AS path FROM eli4u.record r WHERE parent_id IS NULL
       UNION ALL SELECT r.id, t.path || r.position FROM tree t JOIN eli4u.record r ON r.parent_id = t.id)
     SELECT r.id, title, level, parent_id, position::float8 AS position, child_count, visibility, reference_code, changed_at::text,
            deleted_at::text FROM tree JOIN eli4u.record r USING (id) ORDER BY path, id`,
  );
  return rows;
}

/** Live records by title; titles are unique in most tests. */
export async function idsByTitle(pool: pg.Pool): Promise<Record<string, string>> {
  const live = (await storedRecords(pool)).filter((record) => record.deleted_at === null);
  return Object.fromEntries(live.map((record) => [record.title, record.id]));
}
