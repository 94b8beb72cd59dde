import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHmac } from 'node:crypto';
import { drainOutbox } from '#lib/jobs/outbox.ts';
import { deliverDue } from '#lib/jobs/webhooks/deliver.ts';
import { queueDeliveries } from '#lib/jobs/webhooks/queue-deliveries.ts';
import { addClient, revokeClient } from '#lib/store/api-clients.ts';
import { addSubscription, removeSubscription } from '#lib/store/webhook-subscriptions.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

interface Call {
  headers: IncomingMessage['headers'];
  body: string;
}

let desk: TestDesk;
let server: Server;
let url: string;
let calls: Call[];
let answer: number;
let clock: Date;

beforeEach(async () => {
  desk = await openTestDesk('2026-03-02');
  clock = new Date('2026-03-02T10:00:00Z');
  calls = [];
  answer = 204;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end('whatever');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/hook`;
});
afterEach(async () => {
  server.close();
  await desk.end();
});

async function subscribe(kinds = ['*'], types = ['*'], to = url) {
  const added = await addClient(desk.pool, {
    name: `suap-${types.join()}-${kinds.join()}`,
    scopes: ['webhooks'],
    types,
  });
  const subscription = await addSubscription(desk.pool, added?.client.id ?? '', { url: to, kinds }, clock);
  if (!added || !subscription) throw new Error('not subscribed');
  return { ...subscription, client: added.client };
}
/** Rows come out once no older transaction is open, of whatever database of the server. */
const drain = (handle: typeof queueDeliveries = queueDeliveries) =>
  vi.waitFor(async () => {
    const drained = await drainOutbox(desk.pool, (client, row) => handle(client, row, clock), 1000);
    expect(drained).toBeGreaterThan(0);
  }, 20_000);
const deliver = (reachable = { loopback: true, hosts: [] as string[] }) =>
  deliverDue({ pool: desk.pool, now: () => clock, baseUrl: 'https://comune.example', reachable });
const later = (seconds: number) => (clock = new Date(clock.getTime() + seconds * 1000));
const states = async () =>
  (
    await desk.pool.query<{ state: string; attempts: number }>(
      'SELECT state, attempts FROM eli4u.webhook_delivery ORDER BY id',
    )
  ).rows;

describe('webhooks', () => {
  it('tell that something happened and where to read it, signed, and nothing else', async () => {
    const { secret } = await subscribe(['filed']);
    const { id } = await filed(desk.store);
    await drain();
    expect(await deliver()).toBe(1);
    const [call] = calls;
    expect(JSON.parse(call?.body ?? '')).toEqual({
      id,
      kind: 'filed',
      version: 1,
      url: `https://comune.example/api/v1/procedures/${id}`,
      at: expect.stringMatching(/^2026-03-02T/),
    });
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call?.headers['x-eli4u-signature'])) ?? [];
    expect(Number(t)).toBe(clock.getTime() / 1000);
    expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${call?.body}`).digest('hex'));
    expect(await states()).toEqual([{ state: 'delivered', attempts: 1 }]);
    expect(await deliver()).toBe(0);
  });

  it('are tried again after 25 s times four, seven times, and then somebody is told', async () => {
    await subscribe(['filed']);
    await filed(desk.store);
    await drain();
    answer = 500;
    expect(await deliver()).toBe(1);
    for (const [i, pause] of [25, 100, 400, 1600, 6400, 25_600, 86_400].entries()) {
      later(pause - 1);
      expect(await deliver()).toBe(0);
      later(1);
      expect(await deliver()).toBe(1);
      expect(calls).toHaveLength(i + 2);
    }
    expect(await states()).toEqual([{ state: 'failed', attempts: 8 }]);
    later(1_000_000);
    expect(await deliver()).toBe(0);
    const { rows } = await desk.pool.query(`SELECT kind, subject, details FROM eli4u.alert WHERE resolved_at IS NULL`);
    expect(rows).toMatchObject([{ kind: 'webhook.failed', subject: url, details: { status: 500 } }]);
    const log = await desk.pool.query('SELECT n, status FROM eli4u.webhook_attempt ORDER BY n');
    expect(log.rows).toEqual(Array.from({ length: 8 }, (_, i) => ({ n: i + 1, status: 500 })));
  });

  it('end with the first answer that takes them', async () => {
    await subscribe(['filed']);
    await filed(desk.store);
    await drain();
    answer = 503;
    await deliver();
    answer = 200;
    later(25);
    await deliver();
    expect(await states()).toEqual([{ state: 'delivered', attempts: 2 }]);
  });

  it('lose nothing when a worker is killed between commit, queue, call and log', async () => {
    await subscribe(['filed']);
    await filed(desk.store);
    // Killed while it took the events out: the transaction is gone, the events are not.
    let killed = 0;
    const dies: typeof queueDeliveries = async (client, row, now) => {
      await queueDeliveries(client, row, now);
      if (killed++ === 0) throw new Error('killed');
    };
    await vi.waitFor(
      () => expect(drainOutbox(desk.pool, (client, row) => dies(client, row, clock))).rejects.toThrow('killed'),
      20_000,
    );
    expect(await states()).toEqual([]);
    await drain();
    // Killed after it claimed the call: nobody logged it, and the claim ends by itself.
    await desk.pool.query(`UPDATE eli4u.webhook_delivery SET next_at = $1`, [new Date(clock.getTime() + 60_000)]);
    expect(await deliver()).toBe(0);
    later(61);
    expect(await deliver()).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it('follow no redirect', async () => {
    await subscribe(['filed']);
    await filed(desk.store);
    await drain();
    answer = 302;
    await deliver();
    expect(calls).toHaveLength(1);
    expect(await states()).toEqual([{ state: 'pending', attempts: 1 }]);
  });

  it.each(['http://localhost:9/', 'http://10.1.2.3/', 'http://[::ffff:10.1.2.3]/', 'http://169.254.169.254/latest'])(
    'call nothing inside our network: %s',
    async (inside) => {
      await subscribe(['filed'], ['*'], inside);
      await filed(desk.store);
      await drain();
      await deliver({ loopback: false, hosts: [] });
      const { rows } = await desk.pool.query<{ error: string; status: null }>(
        'SELECT error, status FROM eli4u.webhook_attempt',
      );
      expect(rows).toMatchObject([{ status: null, error: expect.stringMatching(/public/) }]);
    },
  );

  it('go to who may see the type and asked for the kind, until the access ends', async () => {
    await subscribe(['closed']);
    await subscribe(['filed'], ['iscrizione-nido']);
    const { client } = await subscribe(['filed'], ['patrocinio']);
    const gone = await subscribe(['*'], ['patrocinio']);
    await removeSubscription(desk.pool, gone.client.id, gone.id, clock);
    await filed(desk.store);
    await drain();
    expect(await states()).toHaveLength(1);
    expect(await revokeClient(desk.pool, client.name, clock)).toBe(true);
    expect(await deliver()).toBe(0);
  });
});
