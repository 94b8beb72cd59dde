import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { isBrokenWorld } from '#ingest/broken-world.ts';
import { reasonOf } from '#ingest/find-files.ts';
import { SourceFault } from '#ingest/parse/xml/fault.ts';
import { noCounts, type FileReport } from '#ingest/report.ts';
import { fewAtOnce } from '#lib/few-at-once.ts';
import { keepAside } from '#lib/store/images/keep-aside.ts';
import { findHeldImages } from '#lib/store/images/find-held-images.ts';
import { isKnownSet, writeImageSet, type NewImage, type NewRange } from '#lib/store/images/write-image-set.ts';
import { fingerprint } from '#lib/store/source-files.ts';
import { placeBelow, printBelow } from './file-below.ts';
import type { FoundSet } from './find-sets.ts';
import { findUnit } from './find-unit.ts';
import { folderSet } from './folder-set.ts';
import { stemOf } from './image-names.ts';
import { loadManifest } from './load-manifest.ts';
import { readMets } from './mets/read-mets.ts';
import { linkedPage, readPage, type PageMaking, type ReadPage } from './read-page.ts';
import { quarantined, quarantinePage, warn } from './set-report.ts';
import type { SetSource, SourceRange } from './set-source.ts';

/** Files of a set that are open at once: more than there are hands for them, so that none waits. */
const filesAtOnce = 8;

export interface SetContext extends PageMaking {
  pool: pg.Pool;
  repository: string | null;
  /** The unit, where whoever loads says it. */
  record: string | null;
  dryRun: boolean;
  /** Files that METS files name, by the folder of these: what is read is added. */
  named: Map<string, Set<string>>;
  onProgress(pages: number, of: number): void;
}

/** Loads the images of one unit: each page that can be read, and a problem for each that cannot. What cannot be tied to a unit is quarantined whole. */
export async function loadSet(found: FoundSet, context: SetContext): Promise<FileReport> {
  const report: FileReport = {
    file: found.path,
    format: formatOf(found),
    outcome: 'loaded',
    counts: { ...noCounts },
    problems: [],
  };
  try {
    if (found.kind === 'manifest') return await loadManifest(found.path, report, context);
    const source = await readSource(found);
    for (const message of source.warnings) warn(report, message);
    const folder = found.kind === 'folder' ? found.path : path.dirname(found.path);
    if (found.kind === 'mets') noteNamed(context.named, folder, source);
    const unit = await findUnit(
      context.pool,
      context.record === null ? source.identifiers : [context.record],
      context.repository,
    );
    if (!unit.ok) return quarantined(report, source.pages.length, unit.reason);
    await loadPages({ source, folder, recordId: unit.recordId, report, name: path.basename(found.path) }, context);
    return report;
  } catch (error) {
    if (error instanceof SourceFault) return quarantined(report, 1, error.message);
    throw error;
  }
}

const formatOf = ({ kind }: FoundSet): string =>
  ({ mets: 'mets', folder: 'images', file: 'images', manifest: 'iiif' })[kind];

async function readSource({ kind, path: place }: FoundSet): Promise<SetSource> {
  if (kind === 'folder') {
    const entries = await readdir(place, { withFileTypes: true });
    return folderSet(
      place,
      entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    );
  }
  if (kind === 'file')
    return { ...folderSet(path.dirname(place), [path.basename(place)]), identifiers: [stemOf(place)] };
  return readMets(await readFile(place));
}

function noteNamed(named: SetContext['named'], folder: string, source: SetSource): void {
  const root = path.resolve(folder);
  const files = named.get(root) ?? new Set();
  for (const file of source.named) files.add(path.join(root, file));
  named.set(root, files);
}

interface Loading {
  source: SetSource;
  folder: string;
  recordId: string;
  report: FileReport;
  name: string;
}

type Print = Awaited<ReturnType<typeof printBelow>>;

async function loadPages({ source, folder, recordId, report, name }: Loading, context: SetContext): Promise<void> {
  const prints = await fewAtOnce(source.pages, filesAtOnce, (page) =>
    page.onTheWeb ? Promise.resolve(null) : printBelow(folder, page.file),
  );
  const texts = await fewAtOnce(source.pages, filesAtOnce, async ({ textFile }) =>
    textFile === null ? null : sizeAndTime(await placeBelow(folder, textFile)),
  );
  // What a source names beside its pages says nothing of these.
  const { named: _, ...said } = source;
  const hash = createHash('sha256')
    .update(JSON.stringify([said, prints, texts]))
    .digest('hex');
  const { counts } = report;
  if (await isKnownSet(context.pool, recordId, hash)) {
    report.outcome = 'unchanged';
    counts.read = counts.unchanged = source.pages.length;
    return;
  }
  const read = await readPages(source, prints, folder, context);
  const images: NewImage[] = [];
  const places: number[][] = [];
  const fileOf = (at: number): string => source.pages[at]?.file ?? '';
  // What was there before stays, with its id: whoever cited the page finds it, though it came again in pieces.
  const before = await findHeldImages(
    context.pool,
    recordId,
    read.flatMap((page, at) => (page.ok ? [] : [fileOf(at)])),
  );
  for (const [at, page] of read.entries()) {
    const told = page.ok ? page.images : before.filter(({ originalName }) => originalName === fileOf(at));
    places.push(told.map((image) => images.push(image) - 1));
    if (page.ok) for (const note of page.notes) warn(report, note);
    else {
      const stays = told.length > 0 ? '; what was there before stays' : '';
      const aside = page.at !== null && !context.dryRun ? await aboutAside(context.dataDir, page.at) : '';
      quarantinePage(report, fileOf(at), page.message + stays + aside);
    }
  }
  const fresh = images.length - before.length;
  counts.read = fresh + counts.quarantined;
  if (fresh === 0) {
    report.outcome = 'quarantined';
    return;
  }
  const written = await writeImageSet(
    context.pool,
    {
      recordId,
      origin: source.origin,
      sourceName: name,
      // Of what is not whole nothing is known: loaded again, it is looked at again.
      sourceHash: counts.quarantined > 0 ? `incomplete ${hash}` : hash,
      viewingDirection: source.viewingDirection,
      paged: source.paged,
      rightsUri: source.rightsUri,
      requiredStatement: source.requiredStatement,
      images,
      structures: placed(source.structures, places),
    },
    !context.dryRun,
  );
  counts.created = written.created;
  counts.changed = written.changed;
  // Of those that stay the file that came is counted, as kept aside.
  counts.unchanged = written.unchanged - before.length;
  counts.deleted = written.deleted;
}

async function readPages(
  source: SetSource,
  prints: readonly Print[],
  folder: string,
  context: SetContext,
): Promise<ReadPage[]> {
  let done = 0;
  return fewAtOnce(source.pages, filesAtOnce, async (page, at): Promise<ReadPage> => {
    const print = prints[at];
    const answer: ReadPage = page.onTheWeb
      ? { ok: true, images: [linkedPage(page, page.onTheWeb)], notes: [] }
      : print
        ? await readPage(page, print, folder, context)
        : { ok: false, message: 'no such file below the folder, or no permission to read it', at: null };
    context.onProgress(++done, source.pages.length);
    return answer;
  });
}

/** Keeps the file of a page that is not loaded. @returns how that is told, after why */
async function aboutAside(dataDir: string, file: string): Promise<string> {
  try {
    const { sha256 } = await fingerprint(file);
    const key = await keepAside(dataDir, file, sha256);
    return key === null ? '; not kept aside: the disk is nearly full' : `; kept aside as ${key}`;
  } catch (error) {
    if (isBrokenWorld(error)) throw error;
    return `; not kept aside: ${reasonOf(error)}`;
  }
}

const placed = (ranges: readonly SourceRange[], places: readonly (readonly number[])[]): NewRange[] =>
  ranges.map(({ label, pages, ranges: inner }) => ({
    label,
    images: pages.flatMap((page) => places[page] ?? []),
    ranges: placed(inner, places),
  }));

const sizeAndTime = async (file: string | null): Promise<[number, number] | null> => {
  const facts = file === null ? null : await stat(file).catch(() => null);
  return facts && [facts.size, facts.mtimeMs];
};
