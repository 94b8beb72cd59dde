/**
 * The demonstration holdings against the official schemas: EAD3, ICAR-IMPORT 2.0 (XSD 1.1), EAC-CPF 2.0, EAG 2012.
 * XSD 1.1 needs Xerces, which Maven brings; without Java, Maven or the schemas the tests are skipped with the reason.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { demoHoldings } from '#ingest/demo/demo.ts';
import { openXerces, type Xerces } from '#tests/setup/xerces.ts';

const SCHEMAS = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared', 'schemas');

/** What the files say beyond ICAR-IMPORT 2.0, all of it valid EAD3. Without these, nothing in ICAR is violated. */
const BEYOND_ICAR: readonly (readonly [what: string, found: RegExp, reason: string])[] = [
  ['did/repository', /<repository>.*?<\/repository>/gs, 'ICAR names the custodian only as a related agent'],
  ['did/abstract', /<abstract[^>]*>[^<]*<\/abstract>/g, 'ICAR has no abstract; ours is in two languages'],
  ['agencycode', /<agencycode>[^<]*<\/agencycode>/g, 'ICAR keeps only the name of the agency'],
  ['c/@id', /(?<=<c level="[a-z]+") id="[^"]*"/g, 'the key of the component, which ICAR puts in unitid only'],
  ['unitid/@identifier', /(?<=<unitid label="ELI4U") identifier="[^"]*"/g, 'in ICAR’s examples, not in its schema'],
];

let folder = '';
let xerces: Xerces;

async function write(place: string, files: readonly { name: string; xml: string }[]): Promise<string[]> {
  await mkdir(path.join(folder, place));
  return Promise.all(
    files.map(async ({ name, xml }) => {
      const file = path.join(folder, place, name);
      await writeFile(file, xml);
      return file;
    }),
  );
}

const problems: Xerces['problems'] = (version, schema, files) => xerces.problems(version, schema, files);

/** Skips the test where a part is absent; REQUIRE_ALL=1 makes that a failure. */
function needs(context: TestContext, schema: string): string {
  const file = path.join(SCHEMAS, schema);
  const reason = xerces.missing ?? (existsSync(file) ? undefined : `${schema} is not in ${SCHEMAS}`);
  if (reason === undefined) return file;
  console.log(`SKIPPED: ${reason}`);
  if (process.env['REQUIRE_ALL'] === '1') throw new Error(`REQUIRE_ALL=1, but ${reason}`);
  return context.skip(reason);
}

const holdings = demoHoldings();
const kind = (prefix: string) => holdings.filter(({ name }) => name.startsWith(prefix));

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-demo-icar-'));
  xerces = await openXerces();
}, 300_000);

afterAll(async () => {
  await xerces.end();
  await rm(folder, { recursive: true, force: true });
});

describe('the demonstration holdings', () => {
  it('are valid EAD3 as written', async (context) => {
    const schema = needs(context, 'ead3/ead3.xsd');
    expect(await problems('1.0', schema, await write('ead3', kind('ead3-')))).toEqual([]);
  });

  it('keep every rule of ICAR-IMPORT 2.0, but for what they say beyond it', async (context) => {
    const schema = needs(context, 'icar-import-2/offline/ead3-sia.xsd');
    const plain = kind('ead3-').map(({ name, xml }) => ({
      name,
      xml: BEYOND_ICAR.reduce((text, [, found]) => text.replace(found, ''), xml),
    }));
    expect(await problems('1.1', schema, await write('icar', plain))).toEqual([]);
  });

  it.for(BEYOND_ICAR)('would break a rule of ICAR by: %s', async ([what], context) => {
    const schema = needs(context, 'icar-import-2/offline/ead3-sia.xsd');
    const shortest = kind('ead3-')
      .toSorted((one, other) => one.xml.length - other.xml.length)
      .slice(0, 1);
    const kept = shortest.map(({ name, xml }) => ({
      name,
      xml: BEYOND_ICAR.filter((entry) => entry[0] !== what).reduce((text, [, found]) => text.replace(found, ''), xml),
    }));
    const told = await problems('1.1', schema, await write(what.replace(/\W/g, '-'), kept));
    expect(told.length).toBeGreaterThan(0);
  });

  it('describe agents in valid EAC-CPF 2.0', async (context) => {
    const schema = needs(context, 'eac-cpf/eac-v2.xsd');
    expect(await problems('1.0', schema, await write('eac', kind('eac-')))).toEqual([]);
  });

  it('describe agents as ICAR-IMPORT 2.0 asks', async (context) => {
    const schema = needs(context, 'icar-import-2/offline/eac-sia.xsd');
    expect(await problems('1.1', schema, await write('eac-sia', kind('eac-')))).toEqual([]);
  });

  it('describe custodians in valid EAG 2012', async (context) => {
    const schema = needs(context, 'ape-local/eag_2012.xsd');
    expect(await problems('1.0', schema, await write('eag', kind('eag-')))).toEqual([]);
  });
});
