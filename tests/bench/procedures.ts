import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { CalendarData } from '#lib/procedures/calendar-data.ts';
import { addDays, type Day } from '#lib/procedures/day.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes, type ProcedureTypes } from '#lib/store/procedure-types.ts';
import {
  createProcedureStore,
  type ProcedureStore,
  type WorkScope,
  type WorkView,
} from '#lib/store/procedures/procedure-store.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { all, does, filed, morningOf, officer, wayTo } from '#tests/builders/procedure-desk.ts';
import { generateProcedures, generateTypes, typeCode, unitCode, type Templates } from './generate-procedures.ts';
import { quantile } from './quantile.ts';
import type { Row } from './table.ts';

const today = '2026-03-02';
const rounds = 25;

/** Work lists, steps, deadlines after an edit of the calendar, over so many procedures; as the plain role, like the site. */
export async function benchProcedures(owner: pg.Pool, appUrl: string, procedures: number): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-bench-'));
  const pool = createPool(appUrl, { applicationName: 'bench', max: 8 });
  try {
    const types = createProcedureTypes('schemas/procedures');
    await syncTypes(pool, types.sources());
    const like = types.sources().find(({ type }) => type.code === 'patrocinio')?.type;
    if (!like) throw new Error('the bench is made of the type patrocinio');
    await generateTypes(pool, types, like);
    const parts = { pool, dataDir, types, now: () => morningOf(today) };
    const store = createProcedureStore(parts);
    await generateProcedures(owner, procedures, await templatesOf(store), today, console.log);
    const rows = [
      ...(await benchLists(store)),
      ...(await benchSteps(store, pool)),
      ...(await benchCalendar(store, (changed) => createProcedureStore({ ...parts, types: changed }), types)),
    ];
    return rows.map((row) => ({ procedures, ...row }));
  } finally {
    await pool.end();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One real case in each state: what is generated is as large and as deep as life. */
export async function templatesOf(store: ProcedureStore): Promise<Templates> {
  const to = async (
    id: string,
    ways: [string, ...(Parameters<typeof wayTo> extends [unknown, unknown, ...infer F] ? F : never)][],
  ) => {
    let procedure: Procedure | null = null;
    for (const [node, ...found] of ways) {
      const view = await store.findCase(id, all);
      if (view?.procedure.state === 'running' && view.procedure.at.node === node) continue;
      procedure = await does(store, id, (now) => wayTo(now, node, ...found));
    }
    if (!procedure) throw new Error('the template went nowhere');
    return procedure;
  };
  const begun: Parameters<typeof to>[1] = [
    ['assignment'],
    ['completenessCheck'],
    ['examination', 'documentsComplete', 'opinionsNotRequired'],
  ];
  const ended: typeof begun = [...begun, ['decision', 'requirementsMet'], ['notification'], ['granted']];
  const running = await to((await filed(store)).id, begun);
  const concluded = await to((await filed(store)).id, ended);
  const { id } = await filed(store);
  await to(id, ended);
  const closed = await does(store, id, {
    kind: 'close',
    unregisteredDocuments: 0,
    postponeRetention: 'piano di conservazione in revisione',
  });
  return { running, concluded, closed };
}

const readers: { name: string; reach: Reach; me: string; units: string[] }[] = [
  { name: 'who sees all', reach: { kind: 'all' }, me: 'persona-0', units: [unitCode(0)] },
  // Of middling size, so that neither has it easy.
  {
    name: 'two types',
    reach: { kind: 'some', units: null, types: [typeCode(10), typeCode(50)] },
    me: 'persona-210',
    units: [unitCode(10)],
  },
  {
    name: 'an office',
    reach: { kind: 'some', units: [unitCode(3)], types: null },
    me: 'persona-65',
    units: [unitCode(3)],
  },
  {
    name: 'an office and three types elsewhere',
    reach: {
      kind: 'any',
      of: [
        { kind: 'some', units: [unitCode(3)], types: null },
        { kind: 'some', units: null, types: [typeCode(1), typeCode(2), typeCode(44)] },
      ],
    },
    me: 'persona-65',
    units: [unitCode(3)],
  },
];
const views: WorkView[] = ['mine', 'unit', 'dueSoon', 'overdue', 'waiting', 'all', 'toClose', 'closed'];

async function benchLists(store: ProcedureStore): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, ...reader } of readers) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      for (const view of views) times.push(await timed(() => listed(store, { ...reader, filter: {} }, view)));
    rows.push(rowOf(`list of 50 with counts: ${name}`, times));
  }
  const reader = { reach: all, me: 'persona-0', units: [unitCode(0)] };
  for (const text of ['bonfante', 'rossi11 via', '2345', 'via']) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      times.push(await timed(() => listed(store, { ...reader, filter: { text } }, 'all')));
    rows.push(rowOf(`list of 50 with counts: words "${text}"`, times));
  }
  const deep: number[] = [];
  let after: string | undefined;
  for (let page = 0; page < 40; page++)
    deep.push(
      await timed(async () => {
        after = (await store.listWork({ ...reader, filter: {}, view: 'all', after })).next ?? undefined;
      }),
    );
  rows.push(rowOf('the next page, forty times', deep));
  return rows;
}

/** What a page of the desk asks for, both at once. */
const listed = (store: ProcedureStore, scope: WorkScope, view: WorkView) =>
  Promise.all([store.listWork({ ...scope, view }), store.countWork(scope)]);

async function benchSteps(store: ProcedureStore, pool: pg.Pool): Promise<Row[]> {
  const { rows } = await pool.query<{ id: string; version: number }>(
    `SELECT id, version FROM eli4u.procedure WHERE state = 'running' AND id LIKE 'p%' AND type_code LIKE 'tipo-%' ORDER BY md5(id) LIMIT 600`,
  );
  const times: number[] = [];
  const ways: number[] = [];
  for (const [i, { id, version }] of rows.entries()) {
    const action = { kind: 'assign' as const, to: `collega-${i}` };
    times.push(await timed(() => must(store.act({ id, reach: all, actor: officer, action, expected: version }))));
    if (i % 3 === 0) ways.push(await timed(() => does(store, id, (now) => wayTo(now, 'decision', 'requirementsMet'))));
  }
  const filings: number[] = [];
  for (let i = 0; i < 60; i++) filings.push(await timed(() => filed(store)));
  return [
    rowOf('one step: assigned', times),
    rowOf('one step: read, then to the next activity', ways),
    rowOf('one filing with its bytes', filings),
  ];
}

async function must(result: ReturnType<ProcedureStore['act']>): Promise<void> {
  const done = await result;
  if (done.kind !== 'done') throw new Error(`a step was not taken: ${JSON.stringify(done)}`);
}

/** A day that a few cases end on, and then a fortnight that moves many. */
async function benchCalendar(
  store: ProcedureStore,
  storeOf: (types: ProcedureTypes) => ProcedureStore,
  types: ProcedureTypes,
): Promise<Row[]> {
  await store.reproject();
  const rows: Row[] = [];
  for (const days of [1, 14]) {
    const edited = withHolidays(types.calendar(), addDays(today, 3), days, `chiusura-${days}`);
    const other = storeOf({ ...types, calendar: () => edited });
    const started = performance.now();
    const { looked, moved } = await other.reproject();
    const seconds = (performance.now() - started) / 1000;
    rows.push(
      rowOf(`deadlines after ${days} new holidays: ${looked} looked at, ${moved} moved, in ms for each 10,000`, [
        (seconds * 1000 * 10_000) / Math.max(1, looked),
      ]),
    );
  }
  const started = performance.now();
  const { asked } = await store.sweep();
  const each = ((performance.now() - started) * 10_000) / Math.max(1, asked);
  return [...rows, rowOf(`the daily look at ${asked} running cases, in ms for each 10,000`, [each])];
}

function withHolidays(data: CalendarData, from: Day, days: number, id: string): CalendarData {
  const holidays = Array.from({ length: days }, (_, i) => {
    const day = addDays(from, i);
    return {
      id: `${id}-${i}`,
      name: { it: 'Chiusura straordinaria', en: 'Extraordinary closure' },
      on: { rule: 'once' as const, day },
      valid: [{ from: day, until: day, source: { article: 'ordinanza', status: 'unverified' as const } }],
    };
  });
  return { ...data, holidays: [...data.holidays, ...holidays] };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const rowOf = (measure: string, times: readonly number[]): Row => ({
  measure,
  'p50 ms': quantile(times, 0.5),
  'p95 ms': quantile(times, 0.95),
});
