/** The per-item formats of the aggregators against their official schemas: with all said, with nothing said, and with any string in every place. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHoldings } from '#ingest/demo/demo.ts';
import { toEac2 } from '#lib/projections/eac2.ts';
import { toEacCpf } from '#lib/projections/eac-cpf.ts';
import { toEacSan } from '#lib/projections/eac-san.ts';
import { toEadSan } from '#lib/projections/ead-san.ts';
import { toEag } from '#lib/projections/eag.ts';
import { toEdm } from '#lib/projections/edm.ts';
import { toMets } from '#lib/projections/mets.ts';
import { toMetsSan } from '#lib/projections/mets-san.ts';
import { toPico } from '#lib/projections/pico.ts';
import { toRicercaSan } from '#lib/projections/ricerca-san.ts';
import { toSconsSan } from '#lib/projections/scons-san.ts';
import type {
  DisseminatingSite,
  HarvestAgent,
  HarvestInstitution,
  HarvestItem,
  HarvestRecord,
} from '#lib/records/harvest-views.ts';
import { readHarvestItems } from '#lib/store/dissemination/read-items.ts';
import { createPool } from '#lib/store/pool.ts';
import {
  bareAgent,
  bareInstitution,
  bareRecord,
  fullAgent,
  fullInstitution,
  fullRecord,
  harvestSite,
  type Say,
} from '#tests/builders/harvested.ts';
import { ingestPaths, ingestTexts } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const run = promisify(execFile);
const schemas = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared', 'schemas');
const missing = existsSync(schemas) ? null : `no schemas at ${schemas} (set REFERENCE_DATA)`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-formats-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const anImage = {
  id: 'obj00001',
  href: 'https://immagini.esempio.it/1',
  label: null,
  role: null,
  mediaType: null,
  rightsUri: null,
};
const records = (say?: Say) => [
  fullRecord(say),
  fullRecord(say, { ancestors: [], level: 'fonds', parentId: null, digitalObjects: [] }),
  fullRecord(say, { level: 'series', digitalObjects: [] }),
];
const bareRecords = [
  bareRecord(),
  bareRecord({ level: 'fonds', rightsUri: 'http://rightsstatements.org/vocab/CNE/1.0/' }),
  // Pages that we hold, at paths of the site.
  bareRecord({
    rightsUri: 'https://rightsstatements.org/page/CNE/1.0/',
    digitalObjects: ['bcdf', 'ghjk'].map((id) => ({
      ...anImage,
      id,
      href: `/iiif/image/${id}/full/max/0/default.jpg`,
      mediaType: 'image/jpeg',
      ofImages: true,
      size: { width: 3000, height: 4000 },
    })),
  }),
  bareRecord({ rightsUri: 'https://rightsstatements.org/page/CNE/1.0/?language=it', digitalObjects: [anImage] }),
  bareRecord({ rightsUri: 'https://rightsstatements.org/vocab/InC/1.0', digitalObjects: [anImage] }),
];
const agents = (say?: Say) => [fullAgent(say), fullAgent(say, { kind: 'person' }), fullAgent(say, { kind: 'unknown' })];
const bareAgents = [
  bareAgent(),
  bareAgent({ created: [{ id: 'root0001', title: 'X', level: 'fonds', referenceCode: null }] }),
];

/** Finding aids with reproductions, of many makers. */
const digitised = [
  'ArchivesPortalEuropeFoundation+ape-dpt/DPTutils/src/test/resources/IMAGES_LANGUAGES.ead.xml',
  'EHRI+ehri-rest/ehri-io/src/test/resources/comprehensive-ead-ead3.xml',
  'EHRI+ehri-rest/ehri-io/src/test/resources/stadsarchief30602.xml',
  'SAA-SDT+EAD3/samples/ead3/C1571.EAD3.xml',
  'SAA-SDT+EAD3/samples/ead3/S.0001_valid.xml',
  'archivesspace+archivesspace/backend/spec/examples/ead/at-tracer.xml',
  'archivesspace+archivesspace/backend/spec/examples/ead/ead-dao-test.xml',
  'edsu+lc-findingaids/data/eadpnp.pp004001.2.xml',
  'projectblacklight+arclight/spec/fixtures/ead/nlm/alphaomegaalpha.xml',
];

/** All that is shown, as harvests have it. */
async function everything(pool: pg.Pool): Promise<HarvestItem[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM eli4u.record UNION ALL SELECT id FROM eli4u.agent UNION ALL SELECT id FROM eli4u.institution',
  );
  const found: HarvestItem[] = [];
  for (let at = 0; at < rows.length; at += 500)
    found.push(
      ...(await readHarvestItems(
        pool,
        rows.slice(at, at + 500).map(({ id }) => id),
      )),
    );
  return found;
}

/** A format with its schema, and what of a view it makes; null is no record. */
interface Case {
  name: string;
  schema: string[];
  write: (say?: Say) => (string | null)[];
  bare: () => (string | null)[];
  of: (item: HarvestItem) => string | null;
}

type Write<View> = (view: View, site: DisseminatingSite) => string | null;
const ofRecords = (name: string, schema: string[], write: Write<HarvestRecord>): Case => ({
  name,
  schema,
  write: (say) => records(say).map((view) => write(view, harvestSite)),
  bare: () => bareRecords.map((view) => write(view, harvestSite)),
  of: (item) => (item.kind === 'record' ? write(item.value, harvestSite) : null),
});
const ofAgents = (name: string, schema: string[], write: Write<HarvestAgent>): Case => ({
  name,
  schema,
  write: (say) => agents(say).map((view) => write(view, harvestSite)),
  bare: () => bareAgents.map((view) => write(view, harvestSite)),
  of: (item) => (item.kind === 'agent' ? write(item.value, harvestSite) : null),
});
const ofInstitutions = (name: string, schema: string[], write: Write<HarvestInstitution>): Case => ({
  name,
  schema,
  write: (say) => [write(fullInstitution(say), harvestSite)],
  bare: () => [write(bareInstitution(), harvestSite)],
  of: (item) => (item.kind === 'institution' ? write(item.value, harvestSite) : null),
});
const cases: Case[] = [
  ofRecords('edm', ['edm/EDM.xsd'], toEdm),
  ofRecords('mets', ['mets-with-rights.xsd'], toMets),
  ofRecords('mets-san', ['mets-san/mets-san.xsd'], toMetsSan),
  ofAgents('eac2', ['eac-cpf/eac-v2.xsd'], toEac2),
  ofAgents('eac-cpf', ['ape-local/apeEAC-CPF.xsd', 'eac-cpf/cpf-2010.xsd'], toEacCpf),
  ofInstitutions('eag', ['ape-local/eag_2012.xsd'], toEag),
  ofRecords('ead-san', ['cat-san/schemaead.xsd'], toEadSan),
  ofAgents('eac-san', ['cat-san/schemaeac.xsd'], toEacSan),
  ofInstitutions('scons-san', ['cat-san/scons.xsd'], toSconsSan),
  ofRecords('ricerca-san', ['cat-san/strumenti.xsd'], toRicercaSan),
  ofRecords('pico', [], toPico),
];

/** METS takes any metadata in it unseen: with the schemas of METSRights and MIX beside it those are looked at too. */
const metsWithRights = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.loc.gov/METS/" schemaLocation="${schemas}/mets/mets.xsd"/>
  <xs:import namespace="http://cosimo.stanford.edu/sdr/metsrights/" schemaLocation="${schemas}/icar-import-2/offline/METSRights.xsd"/>
  <xs:import namespace="http://www.loc.gov/mix/v20" schemaLocation="${schemas}/icar-import-2/offline/mix20.xsd"/>
</xs:schema>`;

/** What xmllint finds amiss, one line each; with no schema only whether it is XML at all. */
async function faults(name: string, schema: string | null, documents: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const [at, xml] of documents.entries()) {
    const file = path.join(folder, `${name}-${at}.xml`);
    await writeFile(file, `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
    files.push(file);
  }
  await writeFile(path.join(folder, 'mets-with-rights.xsd'), metsWithRights);
  const place = schema === 'mets-with-rights.xsd' ? folder : schemas;
  const by = schema === null ? [] : ['--schema', path.join(place, schema)];
  const env = { ...process.env, XML_CATALOG_FILES: path.join(schemas, 'catalog.xml') };
  const found: string[] = [];
  for (let at = 0; at < files.length && found.length < 20; at += 1000) {
    const some = files.slice(at, at + 1000);
    const said = await run('xmllint', ['--nonet', '--noout', ...by, ...some], { env, maxBuffer: 1 << 26 }).then(
      () => '',
      (error: unknown) => (error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)),
    );
    found.push(...said.split('\n').filter((line) => line !== '' && !line.endsWith(' validates')));
  }
  return found.slice(0, 20);
}

const made = (documents: readonly (string | null)[]): string[] => documents.filter((xml) => xml !== null);

describe.skipIf(missing)('formats of aggregators', () => {
  for (const { name, schema, write, bare } of cases)
    for (const by of schema.length > 0 ? schema : [null]) {
      it(`${name} is valid by ${by ?? 'XML alone'} with everything said, and with nothing`, async () => {
        const full = made(write());
        expect(full.length).toBeGreaterThan(0);
        expect(await faults(name, by, [...full, ...made(bare())])).toEqual([]);
      });

      it(`${name} is valid by ${by ?? 'XML alone'} for any string`, async () => {
        const nasty = [
          '',
          ' ',
          '\n',
          ']]>',
          '<a b="c">&amp;',
          '\u0000\u0008\u001f',
          '\ud800',
          '\udfff x',
          '\ufffe',
          'a\u0301 𝔊 "\'',
        ];
        const texts = [...nasty, ...fc.sample(fc.string({ unit: 'binary', maxLength: 30 }), { numRuns: 40, seed: 8 })];
        const one = made(texts.flatMap((text) => write(() => text)));
        let turn = 0;
        const mixed = made(Array.from({ length: 20 }, () => write(() => texts[turn++ % texts.length] ?? '')).flat());
        expect(await faults(name, by, [...one, ...mixed])).toEqual([]);
      });
    }

  describe('over the demonstration and the reference data', () => {
    let database: FreshDatabase;
    let items: HarvestItem[];
    beforeAll(async () => {
      database = await freshDatabase();
      const pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
      try {
        await ingestTexts(pool, Object.fromEntries(demoHoldings().map(({ name, xml }) => [name, xml])));
        await ingestPaths(
          pool,
          digitised.map((file) => path.join(schemas, '../data', file)),
        );
        await pool.query(`UPDATE eli4u.institution SET rights_uri = 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/'`);
        items = await everything(pool);
      } finally {
        await pool.end();
      }
    });
    afterAll(() => database.drop());

    it.each(cases.map(({ name }) => name))('%s is valid', async (name) => {
      const format = cases.find((one) => one.name === name);
      const documents = made(items.map((item) => format?.of(item) ?? null));
      expect(documents.length).toBeGreaterThan(5);
      for (const by of format?.schema.length ? format.schema : [null])
        expect(await faults(`held-${name}`, by, documents)).toEqual([]);
    });
  });

  it('notices what is not valid', async () => {
    const [edm = ''] = made(cases[0]?.write() ?? []);
    expect(
      await faults('broken', 'edm/EDM.xsd', [edm.replace(/<edm:rights [^>]*\/><dcterms/, '<dcterms')]),
    ).not.toEqual([]);
  });
});
