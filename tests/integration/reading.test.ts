import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifierOf } from '#lib/records/identifier.ts';
import { createPool } from '#lib/store/pool.ts';
import { countHoldings } from '#lib/store/reading/overview.ts';
import { createReadingStore, type ReadingStore } from '#lib/store/reading/reading-store.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const many = 10_000;
const institution = identifierOf(1);
const agent = identifierOf(2);
const internalAgent = identifierOf(3);
/** Known by name only: from a public unit, from a hidden one, as a party, from an authority record. */
const mentioned = identifierOf(4);
const hiddenName = identifierOf(5);
const party = identifierOf(6);
const related = identifierOf(7);
const fonds = identifierOf(10);
const series = identifierOf(11);
const hidden = identifierOf(12);
const closed = identifierOf(13);
const gone = identifierOf(14);
const hiddenGone = identifierOf(15);
const child = (index: number) => identifierOf(1000 + index);

let database: FreshDatabase;
let pool: pg.Pool;
let store: ReadingStore;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  store = createReadingStore(pool, Date.now);
  await pool.query(`INSERT INTO eli4u.institution (id, code, name) VALUES ($1, 'IT-T', 'Archivio di prova')`, [
    institution,
  ]);
  await pool.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ($1, 'corporateBody', 'Comune', 'comune', false), ($2, 'person', 'Riservato', 'riservato', true)`,
    [agent, internalAgent],
  );
  const note = (text: string, internal = false) => ({
    html: `<p>${text}</p>`,
    text,
    ...(internal ? { internal: true } : {}),
  });
  const insert = (row: {
    id: string;
    parent: string | null;
    level: string;
    position: number;
    description?: object;
    visibility?: string;
    deleted?: boolean;
    depth?: number;
  }) =>
    pool.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, description, visibility, deleted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $11 THEN now() END)`,
      [
        row.id,
        institution,
        row.parent,
        fonds,
        row.position,
        row.depth ?? 1,
        row.level,
        `Titolo ${row.id}`,
        JSON.stringify(row.description ?? {}),
        row.visibility ?? 'open',
        row.deleted ?? false,
      ],
    );
  const elements = { conditionsOfAccess: [note('Libero')], scopeAndContent: [note('Pubblico'), note('Interno', true)] };
  await insert({
    id: fonds,
    parent: null,
    level: 'fonds',
    position: 1,
    depth: 0,
    description: { elements, languages: ['lat'] },
  });
  await insert({ id: series, parent: fonds, level: 'series', position: 1 });
  await insert({ id: hidden, parent: fonds, level: 'series', position: 2, visibility: 'hidden' });
  await insert({ id: closed, parent: fonds, level: 'series', position: 3, visibility: 'described' });
  await insert({ id: gone, parent: fonds, level: 'series', position: 4, deleted: true });
  await insert({ id: hiddenGone, parent: fonds, level: 'series', position: 5, deleted: true, visibility: 'hidden' });
  await pool.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title)
     SELECT id, $2, $3, $4, n * 1024, 2, 'file', 'Unità ' || n FROM unnest($1::text[]) WITH ORDINALITY AS t (id, n)`,
    [Array.from({ length: many }, (_, index) => child(index)), institution, series, fonds],
  );
  await pool.query(`UPDATE eli4u.record SET child_count = $2 WHERE id = $1`, [series, many]);
  await pool.query(`UPDATE eli4u.record SET child_count = 3 WHERE id = $1`, [fonds]);
  await pool.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, internal) VALUES ($1, 0, $2, 'creator', false), ($1, 1, $3, 'creator', false), ($1, 2, $2, 'other', true)`,
    [fonds, agent, internalAgent],
  );
  await pool.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, stub) SELECT id, 'person', 'Nome ' || id, id, true FROM unnest($1::text[]) AS t (id)`,
    [[mentioned, hiddenName, party, related]],
  );
  await pool.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role) VALUES ($1, 0, $3, 'subject'), ($2, 0, $4, 'subject'), ($1, 1, $5, 'party')`,
    [series, hidden, mentioned, hiddenName, party],
  );
  await pool.query(
    `INSERT INTO eli4u.agent_relation (from_id, ordinal, to_id, kind) VALUES ($1, 0, $2, 'associative')`,
    [agent, related],
  );
  for (const id of [closed, series]) {
    await pool.query(
      `INSERT INTO eli4u.digital_object (id, record_id, position, href) VALUES ($1, $2, 1, 'https://example.org/1.jpg')`,
      [`o${id}`, id],
    );
  }
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const found = async (id: string) => {
  const lookup = await store.findRecord(id);
  if (lookup?.state !== 'found') throw new Error(`not found: ${id}`);
  return lookup.value;
};

describe('a record', () => {
  it('shows nothing that stays inside', async () => {
    const record = await found(fonds);
    expect(record.description.elements.scopeAndContent?.map((note) => note.text)).toEqual(['Pubblico']);
    expect(record.agents.map((one) => [one.id, one.role])).toEqual([[agent, 'creator']]);
  });

  it('hidden or unknown is nothing; deleted is gone, unless it was never public', async () => {
    expect(await store.findRecord(hidden)).toBeNull();
    expect(await store.findRecord('zzzzzzzz')).toBeNull();
    expect(await store.findRecord(`' OR 1=1`)).toBeNull();
    expect(await store.findRecord(gone)).toMatchObject({ state: 'gone' });
    expect(await store.findRecord(hiddenGone)).toBeNull();
    expect(await store.findEntity(hidden)).toBeNull();
    expect(await store.findEntity(gone)).toEqual({ kind: 'record', gone: true });
  });

  it('described shows no reproductions, open does', async () => {
    expect((await found(closed)).digitalObjects).toEqual([]);
    expect((await found(series)).digitalObjects).toHaveLength(1);
  });

  it('takes from above what it does not say, and tells from where', async () => {
    const { inherited } = await found(child(0));
    expect(inherited.elements.conditionsOfAccess).toMatchObject({
      from: { id: fonds, level: 'fonds' },
      value: [{ text: 'Libero' }],
    });
    expect(inherited.languages).toMatchObject({ from: { id: fonds }, value: ['lat'] });
    expect(inherited.creators?.value.map((one) => one.id)).toEqual([agent]);
  });

  it('knows its place and its neighbours; hidden siblings are not counted', async () => {
    expect((await found(child(5000))).place).toMatchObject({
      index: 5001,
      total: many,
      previous: { id: child(4999) },
      next: { id: child(5001) },
    });
    expect((await found(closed)).place).toMatchObject({ index: 2, total: 2, previous: { id: series }, next: null });
    expect((await found(child(0))).ancestors.map((one) => [one.id, one.index, one.total])).toEqual([
      [fonds, 1, 1],
      [series, 1, 2],
    ]);
  });
});

describe('children', () => {
  const window = async (options: object) => {
    const page = await store.findChildren(series, { limit: 20, ...options });
    if (!page) throw new Error('no page');
    return page;
  };

  it('come in windows that join without a gap, down and up', async () => {
    const down: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await window({ limit: 100, ...(after ? { after } : {}) });
      expect(page.items[0]?.index).toBe(down.length + 1);
      down.push(...page.items.map((item) => item.id));
      if (!page.next) break;
      after = page.next;
    }
    expect(down).toEqual(Array.from({ length: many }, (_, index) => child(index)));
    const up = await window({ before: child(50) });
    expect(up.items.map((item) => item.index)).toEqual(Array.from({ length: 20 }, (_, index) => 31 + index));
    expect(up).toMatchObject({ prev: child(30), next: child(49), total: many });
  });

  it.each([
    [0, 1, 20],
    [3, 1, 20],
    [5000, 4991, 5010],
    [many - 1, many - 19, many],
  ])('around child %i lie %i to %i', async (index, first, last) => {
    const page = await window({ around: child(index) });
    expect(page.items[0]?.index).toBe(first);
    expect(page.items.at(-1)?.index).toBe(last);
    expect(page.items.map((item) => item.id)).toContain(child(index));
  });

  it('of a stranger start at the first; of the hidden there are none', async () => {
    expect((await window({ after: closed })).items[0]?.index).toBe(1);
    expect((await window({ around: '\0' })).items[0]?.index).toBe(1);
    expect(await store.findChildren(hidden, { limit: 20 })).toBeNull();
    const after = async (id: string) =>
      (await store.findChildren(fonds, { limit: 20, after: id }))?.items.map((item) => item.id);
    expect(await after(series)).toEqual([closed]);
    expect(await after(hidden)).toEqual([series, closed]);
    expect(await after(gone)).toEqual([]);
  });
});

describe('overview', () => {
  it('counts what is public', async () => {
    expect(await store.countHoldings()).toMatchObject({ units: many + 3, fonds: 1, agents: 3, digitalObjects: 1 });
    expect((await store.listFonds({ limit: 5 })).items.map((one) => one.id)).toEqual([fonds]);
    expect(await store.listInstitutions()).toMatchObject([{ id: institution, fondsCount: 1 }]);
  });

  it('tells of agents, but not of those whom only hidden units name, nor who is party to a procedure', async () => {
    for (const id of [mentioned, related]) {
      expect(await store.findAgent(id)).toMatchObject({ state: 'found', value: { stub: true } });
      expect(await store.findEntity(id)).toEqual({ kind: 'agent', gone: false });
    }
    for (const id of [hiddenName, party]) {
      expect(await store.findAgent(id)).toBeNull();
      expect(await store.findEntity(id)).toBeNull();
    }
    expect((await found(series)).agents.map((one) => one.id)).toEqual([mentioned]);
  });

  it('tells of no institution that only hidden or deleted finding aids name', async () => {
    const named = identifierOf(20);
    const [unseen, lost] = [identifierOf(21), identifierOf(22)];
    await pool.query(
      `INSERT INTO eli4u.institution (id, code, name, stub) VALUES ($1, 'IT-N', 'Archivio che nessuno vede', true)`,
      [named],
    );
    await pool.query(
      `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, title, visibility, deleted_at)
       VALUES ($1, $3, $1, 1, 1, 'fonds', 'Celato', 'hidden', NULL), ($2, $3, $2, 1, 1, 'fonds', 'Tolto', 'open', now())`,
      [unseen, lost, named],
    );
    const told = async () => [await store.findInstitution(named), await store.findEntity(named)];
    const { institutions } = await countHoldings(pool);
    expect(await told()).toEqual([null, null]);
    await pool.query(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, [unseen]);
    expect(await told()).toMatchObject([{ state: 'found' }, { kind: 'institution', gone: false }]);
    expect((await countHoldings(pool)).institutions).toBe(institutions + 1);
    await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [unseen]);
  });

  it('tells of agents, but not of internal ones', async () => {
    expect(await store.findAgent(internalAgent)).toBeNull();
    expect(await store.findAgent(agent)).toMatchObject({
      state: 'found',
      value: { created: { total: 1, items: [{ id: fonds }] } },
    });
  });

  it('lists every public record once in the sitemaps', async () => {
    const starts = await store.findSitemapStarts('records');
    const ids = (await Promise.all(starts.map((start) => store.findSitemapPage('records', start))))
      .flat()
      .map((entry) => entry.id);
    expect(new Set(ids).size).toBe(many + 3);
    expect(ids).toHaveLength(many + 3);
    expect(ids).not.toContain(hidden);
  });
});
