import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLive, type LiveViewer } from '#lib/http/live/answer-live.ts';
import { createLiveHub, type LiveHub } from '#lib/http/live/live-hub.ts';
import { liveNews } from '#lib/store/live/live-news.ts';
import { createSessionStore } from '#lib/store/sessions/session-store.ts';
import { aRequest, does, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let hub: LiveHub;
let server: Server;
let base: string;
let viewer: LiveViewer | null;
let asked: number;

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  const news = liveNews(desk.pool);
  hub = createLiveHub({
    now: desk.now,
    findEnded: news.findEnded,
    findNews: (agents, since) => {
      asked++;
      return news.findNews(agents, since);
    },
  });
  server = createServer((request, response) => {
    void answerLive(request, response, new URL(request.url ?? '/', 'http://site'), viewer, hub);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  base = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
});
afterAll(async () => {
  hub.end();
  server.closeAllConnections();
  server.close();
  await desk.end();
});

const stream = (since: Date) =>
  fetch(`${base}/mia-pagina/vivo?da=${since.toISOString()}`, { headers: { accept: 'text/event-stream' } });
const agentNamed = async (name: string) =>
  (await desk.owner.query<{ id: string }>('SELECT id FROM eli4u.agent WHERE authorised_name = $1', [name])).rows[0]
    ?.id ?? '';

async function signedIn(agent: string): Promise<LiveViewer> {
  const sessions = createSessionStore(desk.pool, { idleSeconds: 3600, longestSeconds: 7200 });
  const key = await sessions.begin(
    { who: { kind: 'citizen', id: agent }, by: 'demo', assurance: null, knownBy: 'demonstration', browser: '' },
    new Date(),
  );
  return { agents: [agent], reader: `citizen:${agent}`, session: key.id };
}

describe('an open page', () => {
  it('is told that something happened in a case of its reader, not what, not of others’ nor of what they did; by one look for all', async () => {
    const { id } = await filed(desk.store);
    const agent = await agentNamed('Lucia Bonfante');
    await filed(desk.store, {
      parties: [
        {
          role: 'applicant',
          actsFor: null,
          agent: { kind: 'person', name: 'Ugo Zanon', taxCode: 'ZNNGUO80A01G224X', contacts: {} },
        },
      ],
    });
    const drawn = new Date(desk.now().getTime() + 1000);
    viewer = await signedIn(await agentNamed('Ugo Zanon'));
    const other = await stream(drawn);
    viewer = await signedIn(agent);
    const pages = await Promise.all(Array.from({ length: 10 }, () => stream(drawn)));
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(pages[0]?.headers.get('content-type')).toContain('text/event-stream');
    expect(hub.size()).toBe(11);
    desk.setDay('2026-03-03');
    // Theirs, and the office's own.
    await desk.store.fileProcedure(aRequest({ channel: 'web', subject: 'Altra' }), { kind: 'citizen', id: agent });
    await does(desk.store, id, { kind: 'writeNote', text: 'fra noi' });
    asked = 0;
    await sleep(3500);
    expect(hub.size()).toBe(11);
    expect(asked).toBeLessThanOrEqual(3);
    await does(desk.store, id, { kind: 'passOn', unit: 'edilizia-privata', reason: 'per competenza' });
    const told = await Promise.all(pages.map((page) => page.text()));
    for (const text of told)
      expect(text.replaceAll(': alive\n\n', '')).toBe('retry: 3000\n\nevent: news\ndata: {}\n\n');
    expect(hub.size()).toBe(1);
    await other.body?.cancel();
    await expect.poll(() => hub.size()).toBe(0);
  }, 30_000);

  it('that was asleep is told at once; who cannot hold a connection is answered at once', async () => {
    viewer = await signedIn(await agentNamed('Lucia Bonfante'));
    const longAgo = new Date('2026-03-02T12:00:00Z');
    expect(await (await stream(longAgo)).text()).toContain('event: news');
    const ask = async (since: Date) => (await fetch(`${base}/mia-pagina/vivo?da=${since.toISOString()}`)).json();
    expect(await ask(longAgo)).toEqual({ news: true });
    expect(await ask(new Date('2026-03-04T12:00:00Z'))).toEqual({ news: false });
  });

  it('ends with its session; nobody’s asks no more; a bad question is told; one session holds twenty at most', async () => {
    viewer = await signedIn(await agentNamed('Ugo Zanon'));
    const pages = await Promise.all(Array.from({ length: 21 }, () => stream(new Date('2026-03-04T12:00:00Z'))));
    expect(pages.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    await desk.owner.query(`UPDATE eli4u.sign_in_session SET ended_at = now(), ended_why = 'signedOut' WHERE id = $1`, [
      viewer.session,
    ]);
    const open = pages.find(({ status }) => status === 200);
    expect(await open?.text()).toMatch(/event: over/);
    for (const since of ['x', '-100000-01-01T00:00:00Z'])
      expect((await fetch(`${base}/mia-pagina/vivo?da=${since}`)).status).toBe(400);
    viewer = null;
    expect((await stream(new Date())).status).toBe(204);
  }, 30_000);

  it('one person holds sixty at most, however often they sign in', async () => {
    const agent = await agentNamed('Lucia Bonfante');
    const statuses = [];
    for (let session = 0; session < 4; session++) {
      viewer = await signedIn(agent);
      for (let page = 0; page < 20; page++) statuses.push((await stream(new Date('2026-03-04T12:00:00Z'))).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    viewer = await signedIn(await agentNamed('Ugo Zanon'));
    expect((await stream(new Date('2026-03-04T12:00:00Z'))).status).toBe(200);
  }, 30_000);
});
