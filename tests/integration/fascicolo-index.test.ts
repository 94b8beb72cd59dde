import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { romeDay } from '#lib/procedures/rome.ts';
import { everyDocument, type ReadableDocuments } from '#lib/access/documents.ts';
import {
  createFascicoloIndex,
  type FascicoloIndex,
  type IndexQuery,
} from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { all, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { fillFascicolo } from '#tests/builders/large-fascicolo.ts';

let desk: TestDesk;
let index: FascicoloIndex;
let id: string;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  index = createFascicoloIndex({ pool: desk.pool, dataDir: desk.dataDir });
  id = (await filed(desk.store)).id;
  await fillFascicolo(desk.owner, id, 260);
});
afterAll(() => desk.end());

const ordinals = async (query: Partial<IndexQuery>): Promise<number[]> => {
  const { items } = await index.list(id, { readable: everyDocument, order: 'number', limit: 100, ...query });
  return items.map(({ ordinal }) => ordinal);
};

/** Walks to the end, and from there back to the beginning. */
async function walked(query: Partial<IndexQuery>): Promise<{ forth: number[]; back: number[] }> {
  const asked = { readable: everyDocument, order: 'number', limit: 37, ...query } as const;
  const forth: number[] = [];
  let page = await index.list(id, asked);
  expect(page.prev).toBeNull();
  for (;;) {
    forth.push(...page.items.map(({ ordinal }) => ordinal));
    if (page.next === null) break;
    page = await index.list(id, { ...asked, after: page.next });
  }
  let back = page.items.map(({ ordinal }) => ordinal);
  while (page.prev !== null) {
    page = await index.list(id, { ...asked, before: page.prev });
    back = [...page.items.map(({ ordinal }) => ordinal), ...back];
  }
  return { forth, back };
}

describe('the index of a fascicolo', () => {
  it.each(['number', '-number', 'date', '-date', 'protocol', '-protocol'] as const)(
    'has each document once, forth and back, in the order %s',
    async (order) => {
      const { forth, back } = await walked({ order });
      expect(forth).toHaveLength(261);
      expect(new Set(forth).size).toBe(261);
      expect(back).toEqual(forth);
    },
  );

  it('goes by what its order says', async () => {
    expect((await ordinals({ order: '-number', limit: 3 })).join()).toBe('261,260,259');
    const { items } = await index.list(id, { readable: everyDocument, order: '-date', limit: 100 });
    const days = items.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    const { items: numbered } = await index.list(id, { readable: everyDocument, order: 'protocol', limit: 100 });
    expect(numbered[0]?.registration).not.toBeNull();
  });

  it('is narrowed by words without accents, direction, number and year, and counts the same', async () => {
    const counted = await index.count(id, { readable: everyDocument });
    expect(counted).toMatchObject({ all: 261, found: 261 });
    expect(counted.years.map(({ year }) => year)).toEqual([2026, 2025, 2024]);
    for (const filter of [
      { words: 'perche 17' },
      { flow: 'out' as const },
      { registered: false },
      { registered: true },
      { year: 2024 },
      { words: 'bonfante', flow: 'in' as const, registered: true },
    ]) {
      const { forth } = await walked(filter);
      const { all: whole, found } = await index.count(id, { readable: everyDocument, ...filter });
      expect(whole).toBe(261);
      expect(found).toBe(forth.length);
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(261);
    }
    expect(await ordinals({ words: `% _ '` })).toHaveLength(100);
    expect(await ordinals({ words: 'zzzz' })).toEqual([]);
  });

  it('keeps from a reader what is the office’s own, in lists and in counts', async () => {
    const exchanged: ReadableDocuments = { all: false, exchanged: true, addedBy: [] };
    const { forth } = await walked({ readable: exchanged });
    const { items } = await index.list(id, { readable: exchanged, order: 'number', limit: 100 });
    expect(items.every(({ flow }) => flow === 'in' || flow === 'out')).toBe(true);
    expect((await index.count(id, { readable: exchanged })).all).toBe(forth.length);
    expect(forth.length).toBeLessThan(261);
    const none: ReadableDocuments = { all: false, exchanged: false, addedBy: [] };
    expect(await ordinals({ readable: none })).toEqual([]);
    expect(await ordinals({ readable: { ...none, addedBy: ['citizen:x'] } })).toEqual([]);
  });

  it('takes what no page gave for its beginning', async () => {
    for (const after of ['x', '1', '9999999999999999999.1', "1.1'--", ''])
      expect((await ordinals({ after }))[0]).toBe(1);
    for (const order of ['date', '-date', 'protocol'] as const)
      expect(await ordinals({ order, [order === '-date' ? 'before' : 'after']: '999999999999999.999999999' })).toEqual(
        [],
      );
    expect(await index.find(id, 'a\0')).toBeNull();
    expect((await index.list('a\0', { readable: everyDocument, order: 'number' })).items).toEqual([]);
  });

  it('knows a document by the day of its number, from when it has one', async () => {
    const { items } = await index.list(id, { readable: everyDocument, order: 'number', registered: false, limit: 1 });
    const [{ record, on, addedAt } = { record: '', on: '', addedAt: '' }] = items;
    expect(on).toBe(romeDay(new Date(addedAt)));
    await desk.owner.query(
      `UPDATE eli4u.document SET protocol_register = 'altro', protocol_year = 2027, protocol_number = 7, protocol_on = '2027-05-03' WHERE record_id = $1`,
      [record],
    );
    expect((await index.find(id, record))?.on).toBe('2027-05-03');
    expect((await index.count(id, { readable: everyDocument, year: 2027 })).found).toBe(1);
  });

  it('is not read whole where a case is', async () => {
    const view = await desk.store.findCase(id, all);
    expect(view?.documents).toHaveLength(100);
    expect(view?.documents.at(-1)?.title).toContain('260');
    expect((await desk.store.listDocuments(id, all, { limit: 1 }))?.items[0]?.kind).toBe('request');
    await desk.store.addDocument({
      id,
      reach: all,
      actor: officer,
      expected: null,
      document: {
        bytes: Buffer.from('%PDF-1.7 x'),
        format: 'pdf',
        fileName: 'x.pdf',
        kind: 'act',
        code: null,
        flow: 'out',
      },
    });
    expect((await index.count(id, { readable: everyDocument })).all).toBe(262);
  });
});
