/**
 * Open pages on one process of the built site, each of another citizen: how long after the commit of a step its page is told, while a step is taken
 * for every one of them.
 */
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';
import { sessionCookie } from '#lib/auth/cookie-name.ts';
import { idleSeconds, longestSeconds } from '#lib/auth/session-token.ts';
import { prepareStaff } from '#lib/launcher/prepare-staff.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { sessionSecret } from '#lib/store/session-secret.ts';
import { createSessionStore } from '#lib/store/sessions/session-store.ts';
import { filed } from '#tests/builders/procedure-desk.ts';
import { peakMemory } from './peak-memory.ts';
import { quantile } from './quantile.ts';
import { withSite } from './site.ts';
import type { Row } from './table.ts';

export async function benchLive(owner: pg.Pool, appUrl: string, sizes: readonly number[]): Promise<Row[]> {
  await prepareStaff(appUrl, { signIn: { kind: 'demo' } });
  return withSite(appUrl, {}, async (base, site) => {
    const types = createProcedureTypes('schemas/procedures');
    await syncTypes(owner, types.sources());
    const pool = createPool(appUrl, { applicationName: 'bench', max: 4 });
    const store = createProcedureStore({ pool, dataDir: site.dataDir, types, now: () => new Date() });
    const sessions = createSessionStore(pool, { idleSeconds, longestSeconds });
    const name = sessionCookie(base);
    const secret = await sessionSecret({ database: { kind: 'embedded' }, dataDir: site.dataDir });
    const file = (n: number) =>
      filed(store, {
        channel: 'counter',
        subject: `Festa ${n}`,
        parties: [
          {
            role: 'applicant',
            actsFor: null,
            agent: { kind: 'person', name: `Persona ${n}`, taxCode: taxCode(n), contacts: {} },
          },
        ],
      });
    const cookieOf = async (n: number): Promise<string> => {
      const { rows } = await owner.query<{ id: string }>('SELECT id FROM eli4u.agent WHERE authorised_name = $1', [
        `Persona ${n}`,
      ]);
      const who = { kind: 'citizen' as const, id: rows[0]?.id ?? '' };
      const now = new Date();
      const key = await sessions.begin(
        { who, by: 'bench', assurance: null, knownBy: 'digitalIdentity', browser: '' },
        now,
      );
      const since = Math.floor(now.getTime() / 1000);
      const token = { who, sid: key.id, turn: key.turn, since };
      return `${name}=${await encode({ token, secret, salt: name, maxAge: idleSeconds })}`;
    };
    const rows: Row[] = [];
    let people = 0;
    try {
      for (const pages of sizes) {
        const first = people;
        people += pages;
        for (let n = first; n < people; n++) await file(n);
        const agent = new Agent({ maxSockets: Infinity, keepAlive: false });
        const told: Promise<number>[] = [];
        const open: IncomingMessage[] = [];
        for (let n = first; n < people; n++) {
          const response = await openPage(base, await cookieOf(n), agent);
          open.push(response);
          told.push(newsOn(response));
        }
        const committed: number[] = [];
        let delays: number[] = [];
        const peak = await peakMemory(site.pid(), async () => {
          for (let n = first; n < people; n++) {
            await file(n);
            committed.push(performance.now());
          }
          delays = (await Promise.all(told)).map((at, i) => Math.max(at - (committed[i] ?? at), 0));
        });
        rows.push({
          'open pages': pages,
          'told, p50 ms': quantile(delays, 0.5),
          'p95 ms': quantile(delays, 0.95),
          'longest ms': quantile(delays, 1),
          'peak MB of the site': peak,
        });
        for (const response of open) response.destroy();
        await sleep(500);
      }
      return rows;
    } finally {
      await pool.end();
    }
  });
}

function openPage(base: string, cookie: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const address = `${base}/mia-pagina/vivo?da=${new Date().toISOString()}`;
    get(address, { agent, headers: { accept: 'text/event-stream', cookie } }, (response) =>
      response.statusCode === 200 ? done(response) : failed(new Error(`a page was answered ${response.statusCode}`)),
    ).on('error', failed);
  });
}

/** When the page was told. */
function newsOn(response: IncomingMessage): Promise<number> {
  return new Promise((done, failed) => {
    response.on('data', (part: Buffer) => {
      if (part.toString().includes('event: news')) done(performance.now());
    });
    response.on('error', failed);
  });
}

/** Of the shape of one, and each another. */
const taxCode = (n: number): string =>
  `BNCHZZ80A01${String.fromCharCode(65 + Math.floor(n / 1000))}${String(n % 1000).padStart(3, '0')}X`;
