import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { noCounts, type FileReport } from '#ingest/report.ts';
import { isKnownSet, writeImageSet, type NewImage, type NewRange } from '#lib/store/images/write-image-set.ts';
import { findUnit } from './find-unit.ts';
import type { SetContext } from './load-set.ts';
import { readManifest, type ForeignPage, type ForeignRange } from './manifest/read-manifest.ts';
import { quarantined, warn } from './set-report.ts';

/** Tells of images that lie with another, as that one's manifest does; nothing is copied. */
export async function loadManifest(file: string, report: FileReport, context: SetContext): Promise<FileReport> {
  const bytes = await readFile(file);
  const foreign = readManifest(bytes);
  for (const message of foreign.warnings) warn(report, message);
  const names = [
    ...foreign.identifiers,
    path.basename(file).replace(/\.[^.]+$/, ''),
    path.basename(path.dirname(path.resolve(file))),
  ];
  const unit = await findUnit(context.pool, context.record === null ? names : [context.record], context.repository);
  if (!unit.ok) return quarantined(report, foreign.pages.length, unit.reason);
  const sourceHash = createHash('sha256').update(bytes).digest('hex');
  const counts = { ...noCounts, read: foreign.pages.length, problems: report.counts.problems };
  if (await isKnownSet(context.pool, unit.recordId, sourceHash))
    return { ...report, outcome: 'unchanged', counts: { ...counts, unchanged: foreign.pages.length } };
  const { outcome: _, ...written } = await writeImageSet(
    context.pool,
    {
      recordId: unit.recordId,
      origin: 'manifest',
      sourceName: foreign.id,
      sourceHash,
      viewingDirection: foreign.viewingDirection,
      paged: foreign.paged,
      rightsUri: foreign.rightsUri,
      requiredStatement: foreign.requiredStatement,
      images: foreign.pages.map(imageOf),
      structures: foreign.structures.map(rangeOf),
    },
    !context.dryRun,
  );
  return { ...report, counts: { ...counts, ...written } };
}

const imageOf = ({ canvas, label, width, height, mediaType, href, service }: ForeignPage): NewImage => ({
  originalName: canvas,
  originalPage: 1,
  label,
  width,
  height,
  mediaType,
  rightsUri: null,
  place: service ? { kind: 'service', ...service, href } : { kind: 'file', href },
  text: null,
});

const rangeOf = ({ label, pages, ranges }: ForeignRange): NewRange => ({
  label,
  images: pages,
  ranges: ranges.map(rangeOf),
});
