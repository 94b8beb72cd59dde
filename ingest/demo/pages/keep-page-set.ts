import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { readPageText } from '#ingest/page-text/read-page-text.ts';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { writeImageSet, type NewImage, type NewRange } from '#lib/store/images/write-image-set.ts';
import { demoUnit, type DemoPageSet, type DemoPart } from './page-set.ts';
import { demoRights } from './to-mets.ts';

/** The record that a set is of; null where the demonstration is not there, or no longer whole. */
export async function findDemoRecord(pool: pg.Pool, set: DemoPageSet): Promise<string | null> {
  const { custodian, unit } = demoUnit(set.fonds, set.code);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT r.id FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE i.code = $1 AND r.reference_code = $2 AND r.title = $3 AND r.deleted_at IS NULL ORDER BY r.id LIMIT 1`,
    [custodian, set.code, unit.title],
  );
  return rows[0]?.id ?? null;
}

/** Makes the pyramids of what was drawn into a folder and writes pages, parts and text as those of its record. */
export async function keepPageSet(
  pool: pg.Pool,
  dataDir: string,
  recordId: string,
  set: DemoPageSet,
  mets: string,
): Promise<void> {
  const images: NewImage[] = [];
  for (const [at, { label }] of set.pages.entries())
    images.push(await keepPage(dataDir, path.dirname(mets), at, label));
  await writeImageSet(pool, {
    recordId,
    origin: 'mets',
    sourceName: path.basename(mets),
    sourceHash: sha256(await readFile(mets)),
    viewingDirection: 'left-to-right',
    paged: set.paged,
    rightsUri: demoRights,
    requiredStatement: null,
    images,
    structures: set.parts.map(rangeOf),
  });
}

async function keepPage(dataDir: string, folder: string, at: number, label: string): Promise<NewImage> {
  const name = String(at + 1).padStart(4, '0');
  const file = path.join(folder, `${name}.jpg`);
  const bytes = await readFile(file);
  const hash = sha256(bytes);
  const pyramidKey = pyramidKeyOf(hash, 1);
  const size = await makePyramid(file, 0, pyramidPath(dataDir, pyramidKey));
  const read = readPageText(await readFile(path.join(folder, `${name}.xml`)), size);
  if (!read.ok) throw new Error(`${name}.xml: ${read.reason}`);
  return {
    originalName: `${name}.jpg`,
    originalPage: 1,
    label,
    ...size,
    mediaType: 'image/jpeg',
    rightsUri: null,
    place: { kind: 'held', pyramidKey, hash, bytes: bytes.length, type: 'image/jpeg' },
    text: { language: read.language, origin: read.origin, lines: read.lines },
  };
}

const rangeOf = ({ label, from, to, parts = [] }: DemoPart): NewRange => ({
  label,
  images: Array.from({ length: to - from + 1 }, (_, at) => from - 1 + at),
  ranges: parts.map(rangeOf),
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
