/** The answers of every case against the schemas of OAI-PMH 2.0 and oai_dc; and of whatever text stands in a title. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toOaiDc } from '#lib/projections/oai-dc.ts';
import { harvestRecord } from '#tests/builders/harvest-record.ts';

const run = promisify(execFile);
const schemas = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared', 'schemas/oai');
const cases = path.resolve('tests/fixtures/oai');
const own = path.resolve('tests/fixtures/oai-schemas');

let folder = '';
let driver = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-oai-'));
  driver = path.join(folder, 'driver.xsd');
  const imported = [
    ['http://www.openarchives.org/OAI/2.0/', path.join(schemas, 'OAI-PMH.xsd')],
    ['http://www.openarchives.org/OAI/2.0/oai_dc/', path.join(schemas, 'oai_dc.xsd')],
    ['http://www.openarchives.org/OAI/2.0/oai-identifier', path.join(own, 'oai-identifier.xsd')],
    ['http://www.openarchives.org/OAI/2.0/rights/', path.join(own, 'rights-manifest.xsd')],
  ];
  await writeFile(
    driver,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imported.map(([namespace, place]) => `<xs:import namespace="${namespace}" schemaLocation="${place}"/>`).join('')}</xs:schema>`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What xmllint has against files; empty where they are valid. */
async function invalid(files: readonly string[]): Promise<string> {
  return run('xmllint', ['--nonet', '--noout', '--schema', driver, ...files]).then(
    () => '',
    (error: unknown) => (error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)),
  );
}

const absent = (): string | null => {
  if (!existsSync(schemas)) return 'the reference data are not there (REFERENCE_DATA)';
  return existsSync('/usr/bin/xmllint') ? null : 'needs xmllint (apt-get install libxml2-utils)';
};

describe('against the schemas of OAI-PMH', () => {
  it('every answer of the cases is valid', async (context) => {
    const missing = absent();
    if (missing) return context.skip(missing);
    const files = readdirSync(cases).map((name) => path.join(cases, name, 'expected.xml'));
    expect(files.length).toBeGreaterThanOrEqual(40);
    expect((await invalid(files)).split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))).toEqual(
      [],
    );
  });

  it('what is wrong is found', async (context) => {
    const missing = absent();
    if (missing) return context.skip(missing);
    const file = path.join(folder, 'wrong.xml');
    await writeFile(
      file,
      '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>today</responseDate></OAI-PMH>',
    );
    expect(await invalid([file])).toContain('fails to validate');
  });

  it('oai_dc of any texts is valid: controls, lone surrogates, the end of CDATA', async (context) => {
    const missing = absent();
    if (missing) return context.skip(missing);
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ']]>',
        '\u0000',
        '\uD800',
        '\uDC00x',
        '\uFFFF',
        '&amp;',
        '<![CDATA[',
        '\u0085',
        '--',
        '\u{10FFFF}',
      ),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
    );
    const texts = fc.sample(any, { numRuns: 600, seed: 8 });
    const files = await Promise.all(
      texts.map(async (text, n) => {
        const xml = toOaiDc(
          { kind: 'record', value: harvestRecord({ title: text, titleLang: text, referenceCode: text, note: text }) },
          { baseUrl: 'https://site.test', oaiDomain: 'site.test', name: text, contact: text },
        );
        const file = path.join(folder, `${n}.xml`);
        await writeFile(file, xml);
        return file;
      }),
    );
    expect((await invalid(files)).split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))).toEqual(
      [],
    );
  });
});
