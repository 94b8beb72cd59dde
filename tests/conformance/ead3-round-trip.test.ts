/** EAD3 that goes out: valid by the official schema, and read again it says what was read before, for every real file of the reference data. */
import { execFile } from 'node:child_process';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#ingest/draft.ts';
import { demoHoldings } from '#ingest/demo/demo.ts';
import { readSource } from '#ingest/parse/source.ts';
import { toEad3 } from '#lib/projections/ead3.ts';
import { harvestOfDrafts, saidOf, type DraftedAid } from '#tests/builders/harvest-of-drafts.ts';
import { site } from '#tests/builders/site.ts';
import { written } from '#tests/builders/written.ts';

const run = promisify(execFile);
const reference = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared');
const data = path.join(reference, 'data');
const schema = path.join(reference, 'schemas', 'ead3', 'ead3.xsd');
const missing =
  existsSync(data) && existsSync(schema) ? null : `no reference data at ${reference} (set REFERENCE_DATA)`;
const files = missing
  ? []
  : readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .sort();

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-ead3-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function draftsOf(input: AsyncIterable<Uint8Array>): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for await (const batch of readSource(input, { fileName: 'test.xml' })) drafts.push(...batch);
  return drafts;
}

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

const said = ({ records }: DraftedAid) => records.map((record) => saidOf(record, record.ancestors.length));

/** Writes every finding aid of the drafts, validates it, reads it again and compares. */
async function roundTrip(drafts: readonly Draft[]): Promise<number> {
  let units = 0;
  for (const aid of harvestOfDrafts(drafts)) {
    const [root] = aid.records;
    if (!root) continue;
    const xml = await written(toEad3(root, aid.steps(), site));
    const file = path.join(folder, `${root.id}-${Math.random().toString(36).slice(2)}.xml`);
    await writeFile(file, xml);
    await run('xmllint', ['--nonet', '--noout', '--huge', '--schema', schema, file]);
    const [again] = harvestOfDrafts(await draftsOf(bytesOf(xml)));
    expect(again && said(again)).toEqual(said(aid));
    units += aid.records.length;
  }
  return units;
}

it.runIf(process.env['REQUIRE_ALL'] === '1')('the reference data is there', () => expect(missing).toBeNull());

describe.skipIf(missing !== null)(`EAD3 out and in again${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  it.each(files)('%s', async (file) => {
    const drafts = await draftsOf(createReadStream(path.join(data, file)));
    const units = drafts.filter((draft) => draft.kind === 'unit' && !draft.internal).length;
    expect(await roundTrip(drafts)).toBeLessThanOrEqual(units);
  });

  it.each(demoHoldings().filter(({ name }) => name.startsWith('ead3-')))('$name', async ({ xml }) => {
    expect(await roundTrip(await draftsOf(bytesOf(xml)))).toBeGreaterThan(0);
  });
});
