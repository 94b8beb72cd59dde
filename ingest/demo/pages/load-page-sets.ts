import { rm } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { problemLine, type FileReport } from '#ingest/report.ts';
import { run } from '#ingest/run.ts';
import { makeFolder } from '#lib/store/make-folder.ts';
import { findDemoRecord } from './find-demo-record.ts';
import type { DemoPageSet } from './page-set.ts';
import { writePageSet } from './write-page-set.ts';

export interface PageLoad {
  pool: pg.Pool;
  dataDir: string;
  sets: readonly DemoPageSet[];
  say: (line: string) => void;
  /** ISO date. */
  today: string;
  baseUrl: string;
  signal?: AbortSignal;
}

/** Where pages lie that are drawn and not yet loaded: they are found again when drawing was broken off. */
export const drawnPages = (dataDir: string): string => path.join(dataDir, 'demo-pages');

/**
 * Draws the pages of each unit that has none yet and loads them as any scans are, one unit after the other: broken off, it goes on with the page
 * that is lacking.
 * @returns pages loaded
 */
export async function loadPageSets({ pool, dataDir, sets, say, today, baseUrl, signal }: PageLoad): Promise<number> {
  const below = drawnPages(dataDir);
  let made = 0;
  for (const set of sets) {
    signal?.throwIfAborted();
    const record = await findDemoRecord(pool, set);
    if (record === null || (await hasImages(pool, record))) continue;
    await makeFolder(below);
    const mets = await writePageSet(set, below, signal ? { signal } : {});
    await ingestPages({ pool, dataDir, today, baseUrl }, path.dirname(mets), record);
    await rm(path.dirname(mets), { recursive: true });
    made += set.pages.length;
    say(`demonstration pages: ${made} drawn, ${set.code}`);
  }
  await rm(below, { recursive: true, force: true });
  return made;
}

/** @throws where a page is not taken: what we draw ourselves is sound. */
async function ingestPages(
  context: Pick<PageLoad, 'pool' | 'dataDir' | 'today' | 'baseUrl'>,
  folder: string,
  record: string,
): Promise<void> {
  const reports: FileReport[] = [];
  const watch = { files: () => undefined, progress: () => undefined, file: (one: FileReport) => reports.push(one) };
  await run(
    { paths: [folder], dryRun: false, repository: null, record },
    // Whoever reads comes first, and one page at a time is enough.
    { ...context, watch, imageProcesses: 1 },
  );
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length > 0) throw new Error(problems.map(problemLine).join('\n'));
}

async function hasImages(pool: pg.Pool, record: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM eli4u.image_set WHERE record_id = $1', [record]);
  return (rowCount ?? 0) > 0;
}
