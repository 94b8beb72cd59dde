import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import { publishAt, stampAt, stamped, type DisseminationClock } from '#lib/records/dissemination-clock.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { answerOai } from '#lib/oai/answer.ts';
import { formats } from '#lib/oai/formats.ts';
import { pageSizes, type Provider } from '#lib/oai/provider.ts';
import { createReadAhead } from '#lib/oai/read-ahead.ts';
import { createTokens } from '#lib/oai/token.ts';
import type { HarvestStore } from '#lib/store/dissemination/harvest-store.ts';

/** A store in memory that stamps at once: what pages of a list do, whatever changes between them. */
function model() {
  let now = 1_764_000_000;
  let clock: DisseminationClock = { published: 0, given: 0 };
  const rows = new Map<string, DisseminatedRow>();
  const store: HarvestStore = {
    clock: async () => clock,
    list: async (selection, after, limit) =>
      [...rows.values()]
        .filter(({ stamp }) => stamp <= selection.until && stamp >= (selection.from ?? 0))
        .sort(inOrder)
        .filter((row) => !after || inOrder(row, after) > 0)
        .slice(0, limit),
    count: async (selection) => [...rows.values()].filter(({ stamp }) => stamp <= selection.until).length,
    find: async (id) => {
      const row = rows.get(id);
      return row ? { ...row, subtree: row.stamp } : null;
    },
    earliest: async () => null,
    fonds: async () => [],
    licences: async () => [],
    items: async () => [],
    walk: async function* () {},
  };
  const provider: Provider = {
    site: { baseUrl: 'http://site', oaiDomain: 'a.b', name: 'Site', contact: 'a@b.c' },
    store,
    formats,
    tokens: createTokens('secret'),
    ahead: createReadAhead(),
    now: () => now,
    pages: pageSizes,
  };
  return {
    provider,
    rows,
    tick: (seconds: number) => {
      now += seconds;
      clock = publishAt(clock, now);
    },
    change: (id: string, deleted: boolean) => {
      if (!rows.has(id) && deleted) return;
      const stamp = stampAt(clock, now);
      clock = stamped(clock, stamp);
      rows.set(id, { id, kind: 'record', stamp, deleted, rootId: null, level: 'file', able: 0 });
    },
  };
}

const inOrder = (one: { stamp: number; id: string }, other: { stamp: number; id: string }): number =>
  one.stamp - other.stamp || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** A page as a harvester reads it. */
async function ask(provider: Provider, query: Record<string, string>) {
  let text = '';
  for await (const part of await answerOai(provider, Object.entries(query))) text += part;
  const headers = [
    ...text.matchAll(/<header( status="deleted")?><identifier>oai:a\.b:(\w+)<\/identifier><datestamp>([^<]+)</g),
  ];
  return {
    told: /<responseDate>([^<]+)/.exec(text)?.[1] ?? '',
    error: /<error code="(\w+)"/.exec(text)?.[1] ?? null,
    token: /<resumptionToken[^>]*>([^<]+)</.exec(text)?.[1] ?? null,
    headers: headers.map(([, status, id = '', stamp = '']) => ({ id, stamp, deleted: status !== undefined })),
  };
}

describe('a harvest', () => {
  it('page by page has each thing once, or again with a later stamp; in the end it has all, whatever changed meanwhile', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ does: fc.constant('page' as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({ does: fc.constant('change' as const), thing: fc.nat(1300), deleted: fc.boolean() }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ does: fc.constant('tick' as const), seconds: fc.integer({ min: 0, max: 3 }) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1300 }), fc.array(step, { maxLength: 40 }), async (many, steps) => {
        const { provider, rows, tick, change } = model();
        for (let n = 0; n < many; n++) {
          change(identifierOf(n), false);
          if (n % 400 === 0) tick(1);
        }
        tick(5);
        const held = new Map<string, boolean>();
        let from: string | null = null;
        let list: { token: string | null; told: string; seen: Map<string, string> } | null = null;
        const page = async (): Promise<boolean> => {
          const begins: boolean = list === null;
          const answer = await ask(
            provider,
            list?.token
              ? { verb: 'ListIdentifiers', resumptionToken: list.token }
              : { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', ...(from ? { from } : {}) },
          );
          if (begins) list = { token: null, told: answer.told, seen: new Map() };
          if (!list) return true;
          if (answer.error !== null) expect(answer.error).toBe('noRecordsMatch');
          for (const { id, stamp, deleted } of answer.headers) {
            const before = list.seen.get(id);
            if (before !== undefined) expect(stamp > before).toBe(true);
            list.seen.set(id, stamp);
            held.set(id, deleted);
          }
          list.token = answer.token;
          if (answer.token !== null) return false;
          from = list.told;
          list = null;
          return true;
        };
        for (const one of steps) {
          if (one.does === 'page') await page();
          else if (one.does === 'tick') tick(one.seconds);
          else change(identifierOf(one.thing), one.deleted);
        }
        while (!(await page()));
        tick(10);
        while (!(await page()));
        expect([...held].sort()).toEqual([...rows.values()].map(({ id, deleted }) => [id, deleted]).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('goes on by a token as often as it is sent, and says how far it is', async () => {
    const { provider, tick, change } = model();
    for (let n = 0; n < 1001; n++) change(identifierOf(n), false);
    tick(5);
    const first = await ask(provider, { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' });
    expect(first.headers).toHaveLength(500);
    const again = { verb: 'ListIdentifiers', resumptionToken: first.token ?? '' };
    const second = await ask(provider, again);
    expect(await ask(provider, again)).toEqual(second);
    const last = await ask(provider, { ...again, resumptionToken: second.token ?? '' });
    expect([last.headers.length, last.token]).toEqual([1, null]);
    expect((await ask(provider, { ...again, verb: 'ListRecords' })).error).toBe('badResumptionToken');
    expect((await ask(provider, { ...again, verb: 'ListSets' })).error).toBe('badResumptionToken');
  });
});
