import path from 'node:path';
import type pg from 'pg';
import { fingerprint, keepSource } from '#lib/store/source-files.ts';
import { endRun, logFile, readBefore, startRun, type ReadBefore } from '#lib/store/writing/ingest-log.ts';
import { settleStatistics } from '#lib/store/writing/statistics.ts';
import { findFiles, reasonOf } from './find-files.ts';
import { sortSets } from './images/find-sets.ts';
import { readSets } from './images/read-sets.ts';
import { loadFile, type LoadContext } from './load-file.ts';
import { mappingVersion } from './mapping-version.ts';
import type { Provider } from '#lib/store/writing/oai-origin.ts';
import { refusal, refusalOf, sourceNotKept } from './refusal.ts';
import { addCounts, noCounts, type Counts, type FileReport } from './report.ts';

export interface RunRequest {
  paths: readonly string[];
  dryRun: boolean;
  repository: string | null;
  /** The unit that images belong to, where whoever loads them says it. */
  record?: string | null;
  /** Who just answered with these files. */
  provider?: Provider | undefined;
}

export interface RunContext {
  pool: pg.Pool;
  dataDir: string;
  /** ISO date by which access terms are reckoned. */
  today: string;
  /** Where the site is, without a slash at its end. */
  baseUrl: string;
  watch: RunWatcher;
  /** How many processes make images at once; without it one a core. */
  imageProcesses?: number;
}

/** Who follows a run: the terminal, the worker's log, a test. */
export interface RunWatcher {
  files(total: number, passedOver: number): void;
  progress(file: string, index: number, units: number, step: string): void;
  file(report: FileReport): void;
}

/** Reads every file in turn, each in its own transaction; a file that fails does not stop the next. */
export async function run(request: RunRequest, context: RunContext): Promise<Counts> {
  const found = await findFiles(request.paths);
  const { files, sets, texts, below } = await sortSets(request.paths, found.files);
  // Texts of pages are read with their images, and manifests bear a name that other files have too.
  const alone = sets.length === 0 ? texts : 0;
  const manifests = sets.filter(({ kind, path: place }) => kind === 'manifest' && !found.files.includes(place));
  context.watch.files(files.length + sets.length, found.passedOver + alone - manifests.length);
  const runId = request.dryRun ? null : await startRun(context.pool, request.paths);
  const identities = new Map<string, string>();
  let total: Counts = { ...noCounts };
  for (const { path: place, reason } of found.unreachable) {
    const report = refusal(place, { code: 'unreadable', message: reason });
    context.watch.file(report);
    total = addCounts(total, report.counts);
  }
  for (const [index, file] of files.entries()) {
    const report = await readFile(file, index, request, context, identities, runId);
    context.watch.file(report);
    total = addCounts(total, report.counts);
  }
  // After the finding aids, so that the images of new units find them.
  if (sets.length > 0)
    total = addCounts(total, await readSets({ sets, below }, { request, context, before: files.length, runId }));
  if (runId !== null) {
    if (total.created + total.changed + total.moved + total.deleted > 1000) await settleStatistics(context.pool);
    await endRun(context.pool, runId, total);
  }
  return total;
}

async function readFile(
  file: string,
  index: number,
  request: RunRequest,
  context: RunContext,
  identities: Map<string, string>,
  runId: number | null,
): Promise<FileReport> {
  const fileName = path.basename(file);
  let print;
  try {
    print = await fingerprint(file);
  } catch (error) {
    return refusal(file, { code: 'unreadable', message: reasonOf(error) });
  }
  // Kept while it is read: compressing is another thread's work.
  const kept = runId === null ? Promise.resolve() : keepSource(context.dataDir, file, print.sha256);
  kept.catch(() => undefined);
  const known = await readBefore(context.pool, print.sha256, mappingVersion, request.repository);
  // A file that must give way to another of this run is read, so that it is told.
  const before = known?.identities.some((identity) => identities.has(identity)) ? null : known;
  for (const identity of before?.identities ?? []) identities.set(identity, file);
  const report = before
    ? same(file, before)
    : await loadOrRefuse({
        pool: context.pool,
        path: file,
        fileName,
        fileHash: print.sha256,
        repository: request.repository,
        dryRun: request.dryRun,
        provider: request.provider,
        today: context.today,
        baseUrl: context.baseUrl,
        identities,
        kept,
        onProgress: (units, step) => context.watch.progress(fileName, index, units, step),
      });
  report.file = file;
  for (const problem of report.problems) problem.file = file;
  await kept.catch((error: unknown) => {
    report.problems.push(sourceNotKept(file, error));
    report.counts.problems++;
  });
  if (runId === null || before) return report;
  await logFile(context.pool, { runId, name: file, ...print, mappingVersion, ...report });
  return report;
}

async function loadOrRefuse(context: LoadContext): Promise<FileReport> {
  try {
    return await loadFile(context);
  } catch (error) {
    return refusalOf(context.path, error);
  }
}

/** Byte-identical to what is held: not read again, and counted all the same. */
function same(file: string, before: ReadBefore): FileReport {
  const counts = { ...noCounts, read: before.read, unchanged: before.read, agents: before.agents };
  return { file, format: null, outcome: 'unchanged', counts, problems: [] };
}
