import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mappingVersion } from '#ingest/mapping-version.ts';
import { refusalOf, sourceNotKept } from '#ingest/refusal.ts';
import { addCounts, noCounts, type Counts, type FileReport } from '#ingest/report.ts';
import type { RunContext, RunRequest } from '#ingest/run.ts';
import { createImageWorkers } from '#lib/images/image-workers.ts';
import { fingerprint, keepSource } from '#lib/store/source-files.ts';
import { logFile } from '#lib/store/writing/ingest-log.ts';
import { imagesBeside } from './beside.ts';
import type { FoundSet, SortedFiles } from './find-sets.ts';
import { loadSet, type SetContext } from './load-set.ts';

/** How a run goes on to images. */
export interface SetRun {
  request: RunRequest;
  context: RunContext;
  /** Files that were read before them. */
  before: number;
  /** Null: a dry run. */
  runId: number | null;
}

/** Loads all sets of images, each by itself: one that fails does not stop the next. */
export async function readSets(
  { sets, below }: Pick<SortedFiles, 'sets' | 'below'>,
  { request, context, before, runId }: SetRun,
): Promise<Counts> {
  const { repository, record = null, dryRun } = request;
  const { pool, dataDir, watch } = context;
  const workers = createImageWorkers(context.imageProcesses ?? os.availableParallelism());
  const scratch = dryRun ? await mkdtemp(path.join(os.tmpdir(), 'eli4u-dry-')) : null;
  const named: SetContext['named'] = new Map();
  let total: Counts = { ...noCounts };
  const tell = (report: FileReport): void => {
    watch.file(report);
    total = addCounts(total, report.counts);
  };
  try {
    for (const [at, set] of sets.entries()) {
      const onProgress = (pages: number, of: number) =>
        watch.progress(path.basename(set.path), before + at, pages, `images, of ${of}`);
      const parts = { pool, dataDir, repository, record, dryRun, scratch, workers, named, onProgress };
      const print = runId === null || !isOneSource(set) ? nothing : await fingerprint(set.path).catch(() => nothing);
      const kept = print === nothing ? Promise.resolve() : keepSource(dataDir, set.path, print.sha256);
      const refused = await kept.then(
        () => null,
        (error: unknown) => sourceNotKept(set.path, error),
      );
      const report = await loadSet(set, parts).catch((error: unknown) => refusalOf(set.path, error));
      if (refused) report.problems.push(refused);
      if (refused) report.counts.problems++;
      tell(report);
      if (runId !== null && report.outcome !== 'unchanged')
        await logFile(pool, { runId, name: set.path, ...print, mappingVersion, ...report });
    }
    for (const report of imagesBeside(below, named)) {
      tell(report);
      if (runId !== null) await logFile(pool, { runId, name: report.file, ...nothing, mappingVersion, ...report });
    }
  } finally {
    workers.close();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  }
  return total;
}

/** Images are known by their own hashes, and their originals are not kept; what tells of them is a source as finding aids are. */
const isOneSource = ({ kind }: FoundSet): boolean => kind === 'mets' || kind === 'manifest';

const nothing = { sha256: '', bytes: 0 };
