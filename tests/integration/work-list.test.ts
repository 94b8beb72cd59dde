import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reach } from '#lib/access/reach.ts';
import { countSql, pageSql } from '#lib/store/procedures/list-work.ts';
import { Bound } from '#lib/store/procedures/reach-sql.ts';
import { findByWords, foundSql } from '#lib/store/procedures/found-by-words.ts';
import { wordsQuery } from '#lib/store/procedures/case-words.ts';
import { pilesOf } from '#lib/store/procedures/work-piles.ts';
import { workViews, type WorkScope, type WorkView } from '#lib/store/procedures/work-query.ts';
import { generateProcedures, generateTypes, typeCode, unitCode } from '#tests/bench/generate-procedures.ts';
import { templatesOf } from '#tests/bench/procedures.ts';
import { all, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const today = '2026-03-02';
let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk(today);
  const like = desk.types.sources().find(({ type }) => type.code === 'patrocinio')?.type;
  if (!like) throw new Error('no patrocinio');
  await generateTypes(desk.pool, desk.types, like);
  await generateProcedures(desk.owner, 20_000, await templatesOf(desk.store), today, () => undefined);
}, 120_000);
afterAll(() => desk.end());

const scope = (change: Partial<WorkScope> = {}): WorkScope => ({
  reach: all,
  me: 'persona-65',
  units: [unitCode(3)],
  filter: {},
  ...change,
});

const reaches: Record<string, Reach> = {
  all,
  'two types': { kind: 'some', units: null, types: [typeCode(10), typeCode(50)] },
  'an office': { kind: 'some', units: [unitCode(3)], types: null },
  'an office and two types': {
    kind: 'any',
    of: [
      { kind: 'some', units: [unitCode(3)], types: null },
      { kind: 'some', units: null, types: [typeCode(1), typeCode(2)] },
    ],
  },
  'office and type': { kind: 'some', units: [unitCode(3)], types: [typeCode(3), typeCode(23)] },
  nothing: { kind: 'some', units: [], types: [] },
};

interface Row {
  id: string;
  due_order: string;
  state: string;
  unit: string;
  type_code: string;
  assignee: string | null;
  waiting_for: string | null;
  clock_state: string | null;
}

/** The same question put so that it cannot be wrong: everything, filtered here. */
async function expected(view: WorkView, { reach, me, units }: WorkScope): Promise<string[]> {
  const { rows } = await desk.pool.query<Row>(
    `SELECT id, due_order, state, unit, type_code, assignee, waiting_for, clock_state FROM eli4u.procedure ORDER BY due_order, id`,
  );
  const within = (row: Row, one: Reach): boolean => {
    if (one.kind === 'all') return true;
    if (one.kind === 'any') return one.of.some((part) => within(row, part));
    if (one.kind === 'own') return false;
    return (one.units?.includes(row.unit) ?? true) && (one.types?.includes(row.type_code) ?? true);
  };
  const runs = (row: Row) => row.clock_state === 'runs' || row.clock_state === 'expired';
  const tests: Record<WorkView, (row: Row) => boolean> = {
    mine: (row) => row.state === 'running' && row.assignee === me,
    unit: (row) => row.state === 'running' && units.includes(row.unit),
    dueSoon: (row) => row.state === 'running' && row.due_order >= today && row.due_order <= '2026-03-09' && runs(row),
    overdue: (row) => row.state === 'running' && row.due_order < today && runs(row),
    waiting: (row) => row.state === 'running' && row.waiting_for !== null,
    all: (row) => row.state === 'running',
    toClose: (row) => row.state === 'concluded',
    closed: (row) => row.state === 'closed',
  };
  return rows.filter((row) => within(row, reach) && tests[view](row)).map(({ id }) => id);
}

describe('the work list', () => {
  describe.each(Object.keys(reaches))('with %s', (name) => {
    it.each(workViews)('shows and counts what it should: %s', async (view) => {
      const given = scope({ reach: reaches[name] ?? all });
      const should = await expected(view, given);
      const page = await desk.store.listWork({ ...given, view });
      expect(page.lines.map(({ id }) => id)).toEqual(should.slice(0, 50));
      const counts = await desk.store.countWork(given);
      expect(counts[view]).toEqual({ value: Math.min(should.length, 10_000), over: should.length > 10_000 });
    });
  });

  it('puts what is decided and goes on by its next step, never above what is overdue for an old term', async () => {
    const reach: Reach = { kind: 'some', units: null, types: [typeCode(7)] };
    const running = async () => {
      const { lines } = await desk.store.listWork({ ...scope({ reach }), view: 'all', limit: 100 });
      return lines;
    };
    const before = await running();
    const [first, second] = before;
    if (!first?.dueOn || !second) throw new Error('too few cases');
    const set = (id: string, step: string | null, state: string) =>
      desk.pool.query('UPDATE eli4u.procedure SET clock_state = $3, activity_due_on = $2 WHERE id = $1', [
        id,
        step,
        state,
      ]);
    try {
      await set(first.id, null, 'stopped');
      const ids = (await running()).map(({ id }) => id);
      expect(ids[0]).toBe(second.id);
      const withTerm = before.filter(({ dueOn, id }) => dueOn !== null && id !== first.id).map(({ id }) => id);
      if (before.length < 100) expect(ids.indexOf(first.id)).toBe(withTerm.length);
      await set(first.id, '1990-01-01', 'stopped');
      expect((await running())[0]?.id).toBe(first.id);
    } finally {
      await set(first.id, first.activityDueOn, first.clockState ?? 'runs');
    }
  });

  it('is paged both ways without a row twice or left out', async () => {
    const given = scope({ reach: reaches['an office and two types'] ?? all });
    const should = await expected('all', given);
    const seen: string[] = [];
    let page = await desk.store.listWork({ ...given, view: 'all', limit: 37 });
    expect(page.prev).toBeNull();
    seen.push(...page.lines.map(({ id }) => id));
    while (page.next !== null) {
      page = await desk.store.listWork({ ...given, view: 'all', limit: 37, after: page.next });
      seen.push(...page.lines.map(({ id }) => id));
    }
    expect(seen).toEqual(should);
    const back = await desk.store.listWork({ ...given, view: 'all', limit: 37, before: page.prev ?? '' });
    const start = should.indexOf(page.lines[0]?.id ?? '');
    expect(back.lines.map(({ id }) => id)).toEqual(should.slice(start - 37, start));
    expect(back.next).not.toBeNull();
  });

  it('filters by type, office, person, nobody and words', async () => {
    const list = (filter: WorkScope['filter']) =>
      desk.store.listWork({ ...scope({ filter }), view: 'all', limit: 100 });
    expect((await list({ type: typeCode(5) })).lines.every(({ type }) => type.code === typeCode(5))).toBe(true);
    expect((await list({ unit: unitCode(5) })).lines.every(({ unit }) => unit === unitCode(5))).toBe(true);
    expect((await list({ assignee: 'persona-65' })).lines.every(({ assignee }) => assignee === 'persona-65')).toBe(
      true,
    );
    const nobody = (await list({ assignee: null })).lines;
    expect(nobody.length).toBeGreaterThan(0);
    expect(nobody.every(({ assignee }) => assignee === null)).toBe(true);
    const [one] = (await list({})).lines;
    const byNumber = await list({ text: String(one?.protocol.number) });
    expect(byNumber.lines.map(({ id }) => id)).toContain(one?.id);
    const byName = await list({ text: `${one?.applicant?.name.toUpperCase()}` });
    expect(byName.lines.map(({ id }) => id)).toContain(one?.id);
    expect((await list({ text: 'nessunohaquestaparola' })).lines).toEqual([]);
    // Signs are no words, and end nothing.
    expect((await list({ text: `'; DROP TABLE -- \\ | & ! :*` })).lines).toEqual([]);
  });

  it.each(workViews)('finds the same whether words are said of few or of many: %s', async (view) => {
    const text = 'rossi11';
    const few = await findByWords(desk.pool, text);
    expect(few.kind).toBe('few');
    const many = { kind: 'many', query: wordsQuery(text) ?? '' } as const;
    for (const reach of Object.values(reaches)) {
      const answers = [];
      for (const found of [few, many]) {
        const given = scope({ reach });
        const bound = new Bound();
        const piles = pilesOf(view, given, found, today, bound);
        if (piles.length === 0) continue;
        const page = pageSql(piles, found, { place: null, backwards: false, limit: 51 }, bound);
        const { rows } = await desk.pool.query<{ id: string }>(page, bound.values);
        const counting = new Bound();
        const count = countSql(pilesOf(view, given, found, today, counting), found, 1_000_000, counting);
        const counted = await desk.pool.query<{ n: number[] }>(
          `${foundSql(found, counting)}SELECT (${count}) AS n`,
          counting.values,
        );
        answers.push({ ids: rows.map(({ id }) => id), meant: counted.rows[0]?.n[1] });
      }
      expect(answers[1]).toEqual(answers[0]);
    }
  });

  it('shows from its beginning for a cursor that no page gave', async () => {
    const given = scope();
    const first = await desk.store.listWork({ ...given, view: 'all' });
    for (const after of ['', 'x', Buffer.from('[1,2]').toString('base64url'), 'A'.repeat(500)])
      expect((await desk.store.listWork({ ...given, view: 'all', after })).lines).toEqual(first.lines);
  });
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

async function nodesOf(sql: string, values: unknown[]): Promise<Plan[]> {
  const { rows } = await desk.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${sql}`, values);
  const all: Plan[] = [];
  const walk = (plan: Plan): void => {
    all.push(plan);
    for (const inner of plan.Plans ?? []) walk(inner);
  };
  for (const { Plan } of rows[0]?.['QUERY PLAN'] ?? []) walk(Plan);
  return all;
}

describe('plans', () => {
  const everything = { kind: 'all' } as const;
  const reads = ({ 'Relation Name': table, 'Node Type': type }: Plan) => table === 'procedure' && type === 'Seq Scan';

  describe.each(Object.keys(reaches).filter((name) => name !== 'nothing'))('with %s', (name) => {
    it.each(workViews.filter((view) => view !== 'closed'))('%s reads ranges of indexes', async (view) => {
      const given = scope({ reach: reaches[name] ?? all });
      for (const place of [null, ['2026-03-10', 'p0000500'] as [string, string]]) {
        const bound = new Bound();
        const piles = pilesOf(view, given, everything, today, bound);
        if (piles.length === 0) continue;
        const sql = pageSql(piles, everything, { place, backwards: false, limit: 51 }, bound);
        expect((await nodesOf(sql, bound.values)).filter(reads)).toEqual([]);
      }
      const bound = new Bound();
      const sql = countSql(pilesOf(view, given, everything, today, bound), everything, 10_000, bound);
      expect((await nodesOf(sql, bound.values)).filter(reads)).toEqual([]);
    });
  });
});
