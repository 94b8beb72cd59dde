import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { SourceFault } from '#ingest/parse/xml/fault.ts';
import { noCounts, type FileReport } from '#ingest/report.ts';
import { fewAtOnce } from '#lib/few-at-once.ts';
import { isKnownSet, writeImageSet, type NewRange } from '#lib/store/images/write-image-set.ts';
import { placeBelow, printBelow } from './file-below.ts';
import type { FoundSet } from './find-sets.ts';
import { findUnit } from './find-unit.ts';
import { folderSet } from './folder-set.ts';
import { stemOf } from './image-names.ts';
import { gatherPages } from './gather-pages.ts';
import { loadManifest } from './load-manifest.ts';
import { readMets } from './mets/read-mets.ts';
import { linkedPage, readPage, type PageMaking, type ReadPage } from './read-page.ts';
import { quarantined, warn } from './set-report.ts';
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
  const { images, places, kept } = await gatherPages(read, source, folder, recordId, report, context);
  const fresh = images.length - kept;
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
  counts.unchanged = written.unchanged - kept;
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
      ? { ok: true, images: [linkedPage(page, page.onTheWeb)], notes: [], lost: [] }
      : print
        ? await readPage(page, print, folder, context)
        : { ok: false, message: 'no such file below the folder, or no permission to read it', at: null };
    context.onProgress(++done, source.pages.length);
    return answer;
  });
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
