/** METS that we write, ours and that of the demonstration: valid by its schema with METSRights and MIX looked at too, and read back as it was meant. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageSets } from '#ingest/demo/pages/page-sets.ts';
import { toMets as toDemoMets } from '#ingest/demo/pages/to-mets.ts';
import { readMets } from '#ingest/images/mets/read-mets.ts';
import { toMets } from '#lib/projections/mets.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { fullRecord, harvestSite } from '#tests/builders/harvested.ts';

const run = promisify(execFile);
const schemas = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared', 'schemas');
const missing = existsSync(schemas) ? null : `no schemas at ${schemas} (set REFERENCE_DATA)`;
const together = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.loc.gov/METS/" schemaLocation="${schemas}/mets/mets.xsd"/>
  <xs:import namespace="http://cosimo.stanford.edu/sdr/metsrights/" schemaLocation="${schemas}/icar-import-2/offline/METSRights.xsd"/>
  <xs:import namespace="http://www.loc.gov/mix/v20" schemaLocation="${schemas}/icar-import-2/offline/mix20.xsd"/>
</xs:schema>`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-mets-'));
  await writeFile(path.join(folder, 'together.xsd'), together);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What xmllint finds amiss. */
async function faults(documents: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const [at, xml] of documents.entries()) {
    files.push(path.join(folder, `${at}.xml`));
    await writeFile(files[at] ?? '', xml);
  }
  const env = { ...process.env, XML_CATALOG_FILES: path.join(schemas, 'catalog.xml') };
  const said = await run('xmllint', ['--nonet', '--noout', '--schema', path.join(folder, 'together.xsd'), ...files], {
    env,
    maxBuffer: 1 << 26,
  }).then(
    () => '',
    (error: unknown) => (error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)),
  );
  return said.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
}

const read = (xml: string) => readMets(new TextEncoder().encode(xml));
const sets = pageSets();
const demo = sets.map((set) =>
  toDemoMets(
    set,
    set.pages.map((_, at) => ({
      image: `${at + 1}.jpg`,
      imageSha256: 'ab'.repeat(32),
      imageBytes: 3_000_000 + at,
      width: 3000 + at,
      height: 4000,
      alto: `${at + 1}.xml`,
      altoSha256: 'cd'.repeat(32),
    })),
  ),
);

type Pages = HarvestRecord['digitalObjects'];
const held = (pages: readonly { label: string | null; width: number; height: number }[]): Pages =>
  pages.map(({ label, width, height }, at) => ({
    id: `img${String(at).padStart(5, '0')}`,
    href: `/iiif/image/img${String(at).padStart(5, '0')}/full/max/0/default.jpg`,
    label,
    role: null,
    mediaType: 'image/jpeg',
    rightsUri: null,
    ofImages: true,
    size: { width, height },
  }));
const ours = (pages: Pages): string => toMets(fullRecord(undefined, { digitalObjects: pages }), harvestSite) ?? '';

describe.skipIf(missing)('METS by its schema', () => {
  it('of every unit of the demonstration that has pages', async () => expect(await faults(demo)).toEqual([]));

  it('of a unit whose images are held here, with those of others', async () => {
    const pages = held([
      { label: 'c. 1r', width: 3000, height: 4000 },
      { label: null, width: 1, height: 1 },
    ]);
    expect(await faults([ours(pages), ours([...pages, ...fullRecord().digitalObjects])])).toEqual([]);
  });

  it('notices a size that is none', async () => {
    const wrong = (demo[0] ?? '').replace(/<mix:imageWidth>\d+/, '<mix:imageWidth>-1');
    expect((await faults([wrong])).join()).toContain('imageWidth');
  });
});

describe('METS read back', () => {
  it.each(sets.map((set, at) => [set.code, set, demo[at] ?? ''] as const))(
    '%s: the pages, parts and rights of the demonstration',
    (_, set, xml) => {
      const source = read(xml);
      expect(source.warnings).toEqual([]);
      expect(source.identifiers[0]).toBe(set.code);
      expect(source.rightsUri).toBe('http://rightsstatements.org/vocab/NoC-OKLR/1.0/');
      expect(source.pages.map(({ label, file, textFile }) => [label, file, textFile])).toEqual(
        set.pages.map(({ label }, at) => [label, `${at + 1}.jpg`, `${at + 1}.xml`]),
      );
      expect(source.pages.every(({ checksum }) => checksum?.algorithm === 'SHA-256')).toBe(true);
      const parts = (of: typeof set.parts): unknown[] =>
        of.map(({ label, from, to, parts: inner = [] }) => ({
          label,
          pages: Array.from({ length: to - from + 1 }, (_one, at) => from - 1 + at),
          ranges: parts(inner),
        }));
      expect(source.structures).toEqual(parts(set.parts));
      expect(source.named).toHaveLength(set.pages.length * 2);
    },
  );

  it('ours gives back pages in their order, with their names and sizes, whatever they are called', () => {
    const label = fc
      .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 })
      .filter((text) => /\S/.test(text));
    const side = fc.integer({ min: 1, max: 60_000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ label, width: side, height: side }), { minLength: 1, maxLength: 12 }),
        (pages) => {
          const source = read(ours(held(pages)));
          expect(source.warnings).toEqual([]);
          expect(source.identifiers[0]).toBe('oai:archivio.comune.esempio.it:unit0001');
          expect(source.rightsUri).toBe('http://rightsstatements.org/vocab/NoC-OKLR/1.0/');
          expect(source.pages.map(({ onTheWeb }) => onTheWeb)).toEqual(
            pages.map(({ width, height }) => ({ width, height, mediaType: 'image/jpeg' })),
          );
          expect(source.pages.map((page) => page.label?.trim())).toEqual(pages.map((page) => page.label.trim()));
          expect(source.pages.map(({ file }) => new URL(file).pathname.split('/')[3])).toEqual(
            held(pages).map(({ id }) => id),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
