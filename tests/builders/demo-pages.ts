import { createHash } from 'node:crypto';
import type pg from 'pg';
import { findDemoRecord } from '#ingest/demo/pages/find-demo-record.ts';
import type { DemoPageSet, DemoPart } from '#ingest/demo/pages/page-set.ts';
import { pageSets } from '#ingest/demo/pages/page-sets.ts';
import { demoRights } from '#ingest/demo/pages/to-mets.ts';
import { pyramidKeyOf } from '#lib/store/images/pyramid-path.ts';
import { writeImageSet, type NewImage, type NewRange } from '#lib/store/images/write-image-set.ts';

/**
 * Writes the pages of the demonstration as its loading does, with their sizes, parts and text, but draws none: what is said of them is there, images
 * are not.
 * @returns ids of the units
 */
export async function putDemoPages(pool: pg.Pool): Promise<string[]> {
  const units: string[] = [];
  for (const set of pageSets()) {
    const recordId = await findDemoRecord(pool, set);
    if (recordId === null) throw new Error(`the demonstration has no unit ${set.code}`);
    await writeImageSet(pool, {
      recordId,
      origin: 'mets',
      sourceName: 'mets.xml',
      sourceHash: set.code,
      viewingDirection: 'left-to-right',
      paged: set.paged,
      rightsUri: demoRights,
      requiredStatement: null,
      images: imagesOf(set),
      structures: set.parts.map(rangeOf),
    });
    units.push(recordId);
  }
  return units;
}

const imagesOf = ({ fonds, code, language, pages }: DemoPageSet): NewImage[] =>
  pages.map(({ label, sheet }, at) => {
    const { width, height, lines } = sheet();
    const hash = createHash('sha256').update(`${fonds} ${code} ${at}`).digest('hex');
    return {
      originalName: `${String(at + 1).padStart(4, '0')}.jpg`,
      originalPage: 1,
      label,
      width,
      height,
      mediaType: 'image/jpeg',
      rightsUri: null,
      place: { kind: 'held', pyramidKey: pyramidKeyOf(hash, 1), hash, bytes: 1, type: 'image/jpeg' },
      text: { language, origin: 'alto', lines },
    };
  });

const rangeOf = ({ label, from, to, parts = [] }: DemoPart): NewRange => ({
  label,
  images: Array.from({ length: to - from + 1 }, (_, at) => from - 1 + at),
  ranges: parts.map(rangeOf),
});
