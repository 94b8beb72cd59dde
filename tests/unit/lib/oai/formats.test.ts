import { describe, expect, it } from 'vitest';
import { abilities, type DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestSelection } from '#lib/records/harvest-selection.ts';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { answerOai } from '#lib/oai/answer.ts';
import { ofFindingAids, ofRecords } from '#lib/oai/format.ts';
import { formats } from '#lib/oai/formats.ts';
import { pageSizes, type Provider } from '#lib/oai/provider.ts';
import { createReadAhead } from '#lib/oai/read-ahead.ts';
import { createTokens } from '#lib/oai/token.ts';
import { harvestRecord } from '#tests/builders/harvest-record.ts';

const facts = (prefix: string) => ({ prefix, schema: `http://x/${prefix}.xsd`, namespace: `http://x/${prefix}/` });
/** Of pictures; of a record that is called so it cannot be said after all. */
const pictures = ofRecords({ ...facts('pictures'), ability: 'digital' }, (record) =>
  record.title === 'Muto' ? null : `<?xml version="1.0"?>\n<picture>${record.id}</picture>`,
);
const trees = ofFindingAids(facts('trees'), async function* (root, steps) {
  yield `<tree root="${root.id}">`;
  for await (const step of steps) yield step.step === 'open' ? '<unit>' : '</unit>';
  yield '</tree>';
});

const row = (id: string, able: number, more: Partial<DisseminatedRow> = {}): DisseminatedRow => ({
  id,
  kind: 'record',
  stamp: 100,
  deleted: false,
  rootId: null,
  level: 'file',
  able,
  ...more,
});
const rows = [
  row('picture0', abilities.digital),
  row('closed00', 0),
  row('hidden00', abilities.digital),
  row('mute0000', abilities.digital),
  row('deleted0', abilities.digital, { deleted: true }),
  row('fonds000', abilities.findingAid),
  row('agent000', 0, { kind: 'agent', level: null }),
];
const records: Record<string, HarvestItem> = Object.fromEntries(
  [
    { id: 'picture0', title: 'Mappa' },
    { id: 'mute0000', title: 'Muto' },
    { id: 'closed00', title: 'Chiusa' },
    { id: 'fonds000', title: 'Fondo' },
  ].map((one) => [one.id, { kind: 'record', value: harvestRecord(one) }]),
);

let asked: HarvestSelection | null = null;
const provider: Provider = {
  site: { baseUrl: 'http://site', oaiDomain: 'a.b', name: 'Site', contact: 'a@b.c' },
  formats: [...formats.filter(({ prefix }) => prefix === 'oai_dc'), pictures, trees],
  tokens: createTokens('secret'),
  ahead: createReadAhead(),
  now: () => 1000,
  pages: pageSizes,
  store: {
    clock: async () => ({ published: 900, given: 900 }),
    list: async (selection) => {
      asked = selection;
      return rows.filter(({ kind }) => kind === 'record');
    },
    count: async () => rows.length,
    find: async (id) => {
      const found = rows.find((one) => one.id === id);
      return found ? { ...found, subtree: 500 } : null;
    },
    earliest: async () => 100,
    fonds: async () => [],
    licences: async () => [],
    items: async (wanted) => wanted.flatMap(({ id }) => records[id] ?? []),
    walk: async function* (id) {
      const item = records[id];
      if (item?.kind !== 'record') return;
      yield { step: 'open', record: item.value };
      yield { step: 'close' };
    },
  },
};

async function ask(query: string): Promise<string> {
  let text = '';
  for await (const part of await answerOai(provider, new URLSearchParams(query))) text += part;
  return text;
}
const get = (id: string, prefix: string) => ask(`verb=GetRecord&identifier=oai:a.b:${id}&metadataPrefix=${prefix}`);
const codeOf = (text: string) => /<error code="(\w+)"/.exec(text)?.[1] ?? null;

describe('a format that not all can be given in', () => {
  it('lists what it can give, and as deleted what it no longer can', async () => {
    const text = await ask('verb=ListRecords&metadataPrefix=pictures');
    const told = [...text.matchAll(/<record><header( status="deleted")?><identifier>oai:a\.b:(\w+)</g)];
    expect(told.map(([, status, id]) => `${id}${status ? ' deleted' : ''}`)).toEqual([
      'picture0',
      'closed00 deleted',
      'hidden00 deleted',
      'mute0000 deleted',
      'deleted0 deleted',
      'fonds000 deleted',
    ]);
    expect(text).toContain('<metadata><picture>picture0</picture></metadata>');
    expect(asked?.conditions).toEqual([
      { by: 'kind', kinds: ['record'] },
      { by: 'ability', ability: 'digital', ever: true },
    ]);
  });

  it('is refused for what it cannot give', async () => {
    expect(await get('picture0', 'pictures')).toContain('<picture>picture0</picture>');
    expect(codeOf(await get('closed00', 'pictures'))).toBe('cannotDisseminateFormat');
    expect(codeOf(await get('mute0000', 'pictures'))).toBe('cannotDisseminateFormat');
    expect(codeOf(await get('agent000', 'pictures'))).toBe('cannotDisseminateFormat');
    expect(await get('deleted0', 'pictures')).toContain('status="deleted"');
    // Hidden since it was stamped: nothing of it is told.
    expect(await get('hidden00', 'pictures')).toContain('status="deleted"');
  });

  it('is told for a thing only where it can give it', async () => {
    const told = async (id: string) =>
      [...(await ask(`verb=ListMetadataFormats&identifier=oai:a.b:${id}`)).matchAll(/Prefix>(\w+)</g)].map(
        ([, one]) => one,
      );
    expect(await told('picture0')).toEqual(['oai_dc', 'pictures']);
    expect(await told('fonds000')).toEqual(['oai_dc', 'trees']);
    expect(await told('agent000')).toEqual(['oai_dc']);
  });

  it('of whole finding aids gives one a page, under the stamp of all that is in it', async () => {
    const text = await get('fonds000', 'trees');
    expect(text).toContain('<metadata><tree root="fonds000"><unit></unit></tree></metadata>');
    expect(text).toContain('<datestamp>1970-01-01T00:08:20Z</datestamp>');
    await ask('verb=ListRecords&metadataPrefix=trees');
    expect(asked).toMatchObject({ stampOf: 'findingAid', until: 900 });
    expect(codeOf(await get('picture0', 'trees'))).toBe('cannotDisseminateFormat');
  });
});
