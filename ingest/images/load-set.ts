import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { readPageText } from '#ingest/page-text/read-page-text.ts';
import { SourceFault } from '#ingest/parse/xml/fault.ts';
import { fewAtOnce } from '#lib/few-at-once.ts';
import { noCounts, type FileReport } from '#ingest/report.ts';
import type { ImageWorkers } from '#lib/images/image-workers.ts';
import { BadImage } from '#lib/images/make-pyramid.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { isKnownSet, writeImageSet, type NewImage, type NewRange } from '#lib/store/images/write-image-set.ts';
import { fingerprint } from '#lib/store/source-files.ts';
import type { FoundSet } from './find-sets.ts';
import { findUnit } from './find-unit.ts';
import { loadManifest } from './load-manifest.ts';
import { quarantined, quarantinePage, warn } from './set-report.ts';
import { folderSet } from './folder-set.ts';
import { stemOf } from './image-names.ts';
import { readMets } from './mets/read-mets.ts';
import type { SetSource, SourcePage, SourceRange } from './set-source.ts';
import { sumOf } from './sum-of.ts';

/** Files of a set that are open at once: more than there are hands for them, so that none waits. */
const filesAtOnce = 8;

export interface SetContext {
  pool: pg.Pool;
  dataDir: string;
  repository: string | null;
  /** The unit, where whoever loads says it. */
  record: string | null;
  dryRun: boolean;
  workers: ImageWorkers;
  onProgress(pages: number, of: number): void;
}

/** A page whose file was read, or why not. */
type ReadPage = { ok: true; images: NewImage[] } | { ok: false; message: string };

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

interface Loading {
  source: SetSource;
  folder: string;
  recordId: string;
  report: FileReport;
  name: string;
}

async function loadPages({ source, folder, recordId, report, name }: Loading, context: SetContext): Promise<void> {
  const prints = await fewAtOnce(source.pages, filesAtOnce, (page) =>
    page.onTheWeb ? Promise.resolve(null) : printBelow(folder, page.file),
  );
  const texts = await fewAtOnce(source.pages, filesAtOnce, ({ textFile }) =>
    textFile === null ? Promise.resolve(null) : sizeAndTime(path.join(folder, textFile)),
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([source, prints, texts]))
    .digest('hex');
  const { counts } = report;
  if (await isKnownSet(context.pool, recordId, hash)) {
    report.outcome = 'unchanged';
    counts.read = counts.unchanged = source.pages.length;
    return;
  }
  let done = 0;
  const read = await fewAtOnce(source.pages, filesAtOnce, async (page, at): Promise<ReadPage> => {
    const print = prints[at];
    const answer: ReadPage = page.onTheWeb
      ? { ok: true, images: [linked(page, page.onTheWeb, source.rightsUri)] }
      : print
        ? await readPage(page, print, { folder, source }, context)
        : { ok: false, message: 'no such file below the folder, or no permission to read it' };
    context.onProgress(++done, source.pages.length);
    return answer;
  });
  const images: NewImage[] = [];
  const places: number[][] = [];
  for (const [at, page] of read.entries()) {
    places.push(page.ok ? page.images.map((image) => images.push(image) - 1) : []);
    if (!page.ok) quarantinePage(report, source.pages[at]?.file ?? '', page.message);
  }
  counts.read = images.length + counts.quarantined;
  if (images.length === 0) report.outcome = 'quarantined';
  if (context.dryRun) counts.created = images.length;
  if (images.length === 0 || context.dryRun) return;
  const written = await writeImageSet(context.pool, {
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
  });
  counts.created = written.created;
  counts.changed = written.changed;
  counts.unchanged = written.unchanged;
  counts.deleted = written.deleted;
}

const placed = (ranges: readonly SourceRange[], places: readonly (readonly number[])[]): NewRange[] =>
  ranges.map(({ label, pages, ranges: inner }) => ({
    label,
    images: pages.flatMap((page) => places[page] ?? []),
    ranges: placed(inner, places),
  }));

/** The hash and length of a file that truly lies below the folder: no link leads out of it. */
async function printBelow(folder: string, file: string): Promise<{ sha256: string; bytes: number } | null> {
  try {
    const [root, place] = await Promise.all([realpath(folder), realpath(path.join(folder, file))]);
    return place.startsWith(root + path.sep) ? await fingerprint(place) : null;
  } catch {
    return null;
  }
}

/** A page that lies with another. */
const linked = (
  page: SourcePage,
  { width, height, mediaType }: NonNullable<SourcePage['onTheWeb']>,
  rightsUri: string | null,
): NewImage => ({
  originalName: page.file,
  originalPage: 1,
  label: page.label,
  width,
  height,
  mediaType,
  rightsUri,
  place: { kind: 'file', href: page.file },
  text: null,
});

const sizeAndTime = async (file: string): Promise<[number, number] | null> => {
  const facts = await stat(file).catch(() => null);
  return facts && [facts.size, facts.mtimeMs];
};

async function readPage(
  page: SourcePage,
  print: { sha256: string; bytes: number },
  { folder, source }: { folder: string; source: SetSource },
  { workers, dataDir, dryRun }: SetContext,
): Promise<ReadPage> {
  const file = path.join(folder, page.file);
  try {
    if (page.checksum) {
      const found = await sumOf(file, page.checksum.algorithm);
      if (found !== null && found !== page.checksum.value.toLowerCase())
        return {
          ok: false,
          message: `its ${page.checksum.algorithm} is ${found}, and ${page.checksum.value} was told`,
        };
    }
    const { pages, mediaType } = await workers.look(file);
    const images: NewImage[] = [];
    for (let number = 1; number <= pages; number++) {
      const pyramidKey = pyramidKeyOf(print.sha256, number);
      const size = dryRun
        ? { width: 1, height: 1 }
        : await workers.make(file, number, pyramidPath(dataDir, pyramidKey));
      images.push({
        originalName: page.file,
        originalPage: number,
        label: pages > 1 && page.label !== null ? `${page.label} (${number})` : page.label,
        ...size,
        mediaType,
        rightsUri: source.rightsUri,
        place: { kind: 'held', pyramidKey, hash: print.sha256, bytes: print.bytes, type: mediaType },
        text: page.textFile === null ? null : await textOf(path.join(folder, page.textFile), size, number),
      });
    }
    return { ok: true, images };
  } catch (error) {
    if (error instanceof BadImage) return { ok: false, message: error.message };
    throw error;
  }
}

/** What a file says is written on a page; a text that cannot be read is told with the page it is of. */
async function textOf(file: string, size: { width: number; height: number }, page: number): Promise<NewImage['text']> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return null;
  const read = readPageText(bytes, size, page);
  if (!read.ok) throw new BadImage(`its text (${path.basename(file)}) cannot be read: ${read.reason}`);
  return { language: read.language, origin: read.origin, lines: read.lines };
}
