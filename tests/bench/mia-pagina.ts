/**
 * Mia Pagina over so many procedures, for somebody who has 300 of them: the store as the role `citizen` beside the same reads as the application,
 * whole pages of the built site over HTTP, and what script a browser loads with each the first time.
 */
import { chromium } from '@playwright/test';
import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import { prepareStaff } from '#lib/launcher/prepare-staff.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProcedureStore, type ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { filed, morningOf } from '#tests/builders/procedure-desk.ts';
import { signInOver } from './bench-session.ts';
import { cpuTime } from './cpu-time.ts';
import { generateProcedures, generateTypes } from './generate-procedures.ts';
import { templatesOf } from './procedures.ts';
import { quantile } from './quantile.ts';
import { withSite } from './site.ts';
import type { Row } from './table.ts';

const today = '2026-03-02';
const hers = 300;
const opened = 200;
/** Until V8 has compiled what draws a page, the first ones cost twice as much (measured 2026-11-26). */
const warmed = 50;
const persona = 'cittadina';
const columns = { 'p50 ms': '', 'p95 ms': '', 'cpu ms of web': '', cases: '', 'script kB': '' };

export async function benchMiaPagina(owner: pg.Pool, appUrl: string, procedures: number): Promise<Row[]> {
  await prepareStaff(appUrl, { signIn: { kind: 'demo' } });
  return withSite(appUrl, {}, async (base, { dataDir, pid }) => {
    const pool = createPool(appUrl, { applicationName: 'bench', max: 8 });
    try {
      const types = createProcedureTypes('schemas/procedures');
      await syncTypes(pool, types.sources());
      const like = types.sources().find(({ type }) => type.code === 'patrocinio')?.type;
      if (!like) throw new Error('the bench is made of the type patrocinio');
      await generateTypes(pool, types, like);
      const store = createProcedureStore({ pool, dataDir, types, now: () => morningOf(today) });
      const templates = await templatesOf(store);
      await generateProcedures(owner, procedures, templates, today, console.log);
      const agent = await giveTo(owner, persona, procedures, templates.running.id);
      const agents = [{ role: 'applicant', actsFor: null, agent: { id: agent } }] as const;
      const { id } = await filed(store, { parties: [...agents] });
      await owner.query('VACUUM ANALYZE eli4u.procedure_party, eli4u.procedure_event, eli4u.procedure');
      const document = (await store.listDocuments(id, { kind: 'all' }))?.items[0]?.record ?? '';
      const cookie = await signInOver(base, persona);
      const rows = [
        ...(await benchStore(store, agent)),
        ...(await benchPages(base, cookie, pid, {
          'Mia Pagina': '/mia-pagina',
          'running, second page': await secondPage(base, cookie),
          'a case': `/mia-pagina/pratiche/${id}`,
          'its term': `/mia-pagina/pratiche/${id}/termine`,
          'a document of it': `/mia-pagina/pratiche/${id}/documenti/${document}`,
          'a service': '/servizi/patrocinio',
          'home page': '/',
        })),
      ];
      return rows.map((row) => ({ procedures, ...row }));
    } finally {
      await pool.end();
    }
  });
}

/** Makes somebody of the demonstration a party to 300 of them, spread over all, with what happened in a real one. */
async function giveTo(owner: pg.Pool, to: string, procedures: number, like: string): Promise<string> {
  const { rows } = await owner.query<{ agent: string }>(
    'SELECT agent_id AS agent FROM eli4u.demo_citizen WHERE persona = $1',
    [to],
  );
  const agent = rows[0]?.agent;
  if (agent === undefined) throw new Error(`there is no ${to}`);
  const those = `SELECT 'p' || lpad((1 + i * $1::integer / ${hers})::text, 7, '0') FROM generate_series(0, ${hers - 1}) i`;
  await owner.query(
    `UPDATE eli4u.procedure SET applicant_agent = $2, version = version + t.n, document = jsonb_set(document, '{filing,parties,0,agent}', to_jsonb($2::text))
       FROM (SELECT count(*)::integer AS n FROM eli4u.procedure_event WHERE procedure_id = $3) t WHERE id IN (${those})`,
    [procedures, agent, like],
  );
  await owner.query(`UPDATE eli4u.procedure_party SET agent_id = $2 WHERE procedure_id IN (${those})`, [
    procedures,
    agent,
  ]);
  await owner.query(
    `INSERT INTO eli4u.procedure_event (procedure_id, n, at, on_day, actor, kind, payload)
     SELECT t.id, e.n + 5, e.at, e.on_day, e.actor, e.kind, e.payload FROM (${those}) t (id) CROSS JOIN eli4u.procedure_event e WHERE e.procedure_id = $2`,
    [procedures, like],
  );
  return agent;
}

async function benchStore(store: ProcedureStore, agent: string): Promise<Row[]> {
  const rows: Row[] = [];
  const readers: [string, Reach][] = [
    ['as the role citizen', { kind: 'own', agents: [agent] }],
    ['(floor) as the application', { kind: 'all' }],
  ];
  for (const [name, reach] of readers) {
    const whose = { agent, reader: agent, reach };
    const page = { limit: 20 };
    const whole = { needsMe: { limit: 50 }, running: page, concluded: { limit: 5 } };
    rows.push(await row(`store: the first page, ${name}`, () => store.readMine(whose, whole)));
    rows.push(await row(`store: 20 that run, ${name}`, () => store.readMine(whose, { running: page })));
    rows.push(await row(`store: counts, ${name}`, () => store.readMine(whose)));
    const { concluded } = (await store.readMine(whose, { concluded: { limit: 50 } })).pages;
    const ids = concluded.lines.map(({ id }) => id);
    rows.push(await row(`store: 50 cases, ${name}`, () => store.findHandled(ids, reach)));
    rows.push(await row(`store: one case, ${name}`, () => store.findCase(ids[0] ?? '', reach)));
  }
  return rows;
}

async function secondPage(base: string, cookie: string): Promise<string> {
  const answer = await fetch(`${base}/mia-pagina`, { headers: { cookie } });
  const [, next] = /href="(\/mia-pagina\?dopo=[^"]+)"/.exec(await answer.text()) ?? [];
  if (!next) throw new Error('Mia Pagina has one page only: is it hers?');
  return next.replaceAll('&amp;', '&');
}

async function benchPages(
  base: string,
  cookie: string,
  pid: () => number,
  pages: Record<string, string>,
): Promise<Row[]> {
  const script = await scriptOf(base, cookie, Object.values(pages));
  const rows: Row[] = [];
  for (const [what, path] of Object.entries(pages)) {
    const before = await cpuTime(pid());
    let cases = 0;
    const times = await row(`page: ${what}`, async () => {
      const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
      cases = (await answer.text()).split('<li class="my-case"').length - 1;
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    });
    const after = await cpuTime(pid());
    const cpu = before === null || after === null ? '' : Math.round((after - before) / (opened + warmed));
    rows.push({ ...times, 'cpu ms of web': cpu, cases: cases || '', 'script kB': Math.round(script.get(path) ?? 0) });
  }
  rows.push(
    await row('(floor) liveness over HTTP', async () => {
      await (await fetch(`${base}/healthz`)).arrayBuffer();
    }),
  );
  return rows;
}

/** Kilobytes of script that a browser with an empty cache gets with each page, as they come over the line (compressed). */
async function scriptOf(base: string, cookie: string, paths: readonly string[]): Promise<Map<string, number>> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const found = new Map<string, number>();
  try {
    for (const path of paths) {
      const context = await browser.newContext();
      await context.addCookies(
        cookie.split('; ').map((pair) => {
          const at = pair.indexOf('=');
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base };
        }),
      );
      const page = await context.newPage();
      const sizes: Promise<number>[] = [];
      page.on('requestfinished', (request) => {
        if (request.resourceType() !== 'script') return;
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      await page.goto(base + path, { waitUntil: 'networkidle' });
      found.set(path, (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return found;
}

async function row(what: string, work: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  for (let n = -warmed; n < opened; n++) {
    const start = performance.now();
    await work();
    if (n >= 0) times.push(performance.now() - start);
  }
  console.log(`  ${what}`);
  return { what, ...columns, 'p50 ms': quantile(times, 0.5), 'p95 ms': quantile(times, 0.95) };
}
