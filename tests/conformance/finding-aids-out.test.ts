/**
 * Finding aids as they go out against the official schemas, with whatever strings may be in the data: EAD3, apeEAD and ICAR-IMPORT 2.0 (XSD 1.1).
 */
import { execFile } from 'node:child_process';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#ingest/draft.ts';
import { demoHoldings } from '#ingest/demo/demo.ts';
import { readSource } from '#ingest/parse/source.ts';
import { toApeEad } from '#lib/projections/ape-ead.ts';
import { toEad3 } from '#lib/projections/ead3.ts';
import { toIcarImport } from '#lib/projections/icar-import.ts';
import { harvestOfDrafts, type DraftedAid } from '#tests/builders/harvest-of-drafts.ts';
import { anyAid } from '#tests/builders/any-aid.ts';
import { site } from '#tests/builders/site.ts';
import { written } from '#tests/builders/written.ts';
import { openXerces, type Xerces } from '#tests/setup/xerces.ts';

const run = promisify(execFile);
const reference = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared');
const data = path.join(reference, 'data');
const schemas = path.join(reference, 'schemas');
const missing =
  existsSync(data) && existsSync(schemas) ? null : `no reference data at ${reference} (set REFERENCE_DATA)`;

let folder = '';
let xerces: Xerces;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-aids-'));
  xerces = await openXerces();
}, 300_000);
afterAll(async () => {
  await xerces.end();
  await rm(folder, { recursive: true, force: true });
});

type Write = typeof toEad3 | typeof toApeEad | typeof toIcarImport;
let made = 0;

async function files(aids: readonly DraftedAid[], write: Write): Promise<string[]> {
  const paths: string[] = [];
  for (const aid of aids) {
    const [root] = aid.records;
    if (!root) continue;
    const file = path.join(folder, `${made++}.xml`);
    await writeFile(file, await written(write(root, aid.steps(), site)));
    paths.push(file);
  }
  return paths;
}

async function aidsOf(input: AsyncIterable<Uint8Array>): Promise<DraftedAid[]> {
  const drafts: Draft[] = [];
  for await (const batch of readSource(input, { fileName: 'test.xml' })) drafts.push(...batch);
  return harvestOfDrafts(drafts);
}

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

async function demo(): Promise<DraftedAid[]> {
  const held = demoHoldings().filter(({ name }) => name.startsWith('ead3-'));
  return (await Promise.all(held.map(({ xml }) => aidsOf(bytesOf(xml))))).flat();
}

async function real(): Promise<DraftedAid[]> {
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
  const aids: DraftedAid[] = [];
  for (const name of names.sort()) aids.push(...(await aidsOf(createReadStream(path.join(data, name)))));
  return aids;
}

const anything = () => fc.sample(anyAid, { numRuns: 60, seed: 20261126 });

async function xmllint(schema: string, paths: readonly string[]): Promise<string> {
  return run('xmllint', ['--nonet', '--noout', '--huge', '--schema', path.join(schemas, schema), ...paths]).then(
    () => '',
    (refused: { stderr?: string }) =>
      (refused.stderr ?? String(refused))
        .split('\n')
        .filter((line) => !line.endsWith(' validates'))
        .slice(0, 20)
        .join('\n'),
  );
}

it.runIf(process.env['REQUIRE_ALL'] === '1')('the reference data is there', () => expect(missing).toBeNull());

describe.skipIf(missing !== null)(`finding aids that go out${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  const formats: [string, Write, string][] = [
    ['EAD3', toEad3, 'ead3/ead3.xsd'],
    ['apeEAD', toApeEad, 'ape-local/apeEAD.xsd'],
  ];
  const holdings: [string, () => DraftedAid[] | Promise<DraftedAid[]>][] = [
    ['the demonstration', demo],
    ['real files', real],
    ['any strings', anything],
  ];
  for (const [format, write, schema] of formats)
    it.each(holdings)(`${format}: %s`, async (_, aids) => {
      const paths = await files(await aids(), write);
      expect(paths.length).toBeGreaterThan(0);
      expect(await xmllint(schema, paths)).toBe('');
    });

  it.each(holdings)('ICAR-IMPORT 2.0: %s', async (_, aids) => {
    if (xerces.missing !== undefined) {
      console.log(`SKIPPED: ${xerces.missing}`);
      expect(process.env['REQUIRE_ALL']).not.toBe('1');
      return;
    }
    // Xerces takes minutes for the largest.
    const small = (await aids()).filter(({ records }) => records.length <= 300);
    const paths = await files(small, toIcarImport);
    const found = await xerces.problems('1.1', path.join(schemas, 'icar-import-2/offline/icar-import.xsd'), paths);
    expect(found.slice(0, 20)).toEqual([]);
  });
});
