import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asClient, type Door } from '#lib/http/client-auth.ts';
import { createWrongKeys } from '#lib/http/wrong-keys.ts';
import { addClient, clientScopes, revokeClient } from '#lib/store/api-clients.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
/** Two web nodes over one database. */
let nodes: [Door, Door];

beforeAll(async () => {
  database = await freshDatabase();
  const node = (): Door => ({
    pool: createPool(database.appUrl, { applicationName: 'test-web', max: 5, statementTimeout: 20_000 }),
    apiLimits: { read: 8, write: 3 },
    wrongKeys: createWrongKeys(Date.now),
  });
  nodes = [node(), node()];
});
afterAll(async () => {
  for (const { pool } of nodes) await pool.end();
  await database.drop();
});

async function newKey(name: string): Promise<string> {
  return (await addClient(nodes[0].pool, { name, scopes: clientScopes, types: ['*'] }))?.key ?? '';
}
function ask(key: string, { node = 0, method = 'GET', address = '192.0.2.1' } = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, 'x-eli4u-address': address };
  const request = new Request('http://site/api/v1/procedures', { method, headers });
  return asClient(node === 0 ? nodes[0] : nodes[1], request, 'procedures:read', async () => new Response('done'));
}
const statuses = async (asked: Promise<Response>[]) => (await Promise.all(asked)).map(({ status }) => status);
const minutePasses = () =>
  nodes[0].pool.query(`UPDATE eli4u.api_request_count SET since = since - interval '61 seconds'`);

describe('requests of an API key', () => {
  it('are counted together by all web nodes, however many come at once', async () => {
    const key = await newKey('together');
    const told = await statuses(Array.from({ length: 40 }, (_, n) => ask(key, { node: n % 2 })));
    expect(told.filter((status) => status === 200)).toHaveLength(8);
    expect(told.filter((status) => status === 429)).toHaveLength(32);
  });

  it('beyond the limit are a problem that says when to come again', async () => {
    const key = await newKey('beyond');
    await statuses(Array.from({ length: 8 }, () => ask(key)));
    const response = await ask(key);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: 'An API key may send 8 reading requests a minute.',
    });
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    await nodes[0].pool.query(`UPDATE eli4u.api_request_count SET since = since - interval '50 seconds'`);
    expect(Number((await ask(key)).headers.get('retry-after'))).toBeLessThanOrEqual(10);
    await minutePasses();
    expect((await ask(key)).status).toBe(200);
  });

  it('that read and that write are counted apart, and those of each key', async () => {
    const [one, other] = [await newKey('one'), await newKey('other')];
    await statuses(Array.from({ length: 8 }, () => ask(one)));
    const write = () => ask(one, { method: 'POST' });
    expect(await statuses([write(), write(), write()])).toEqual([200, 200, 200]);
    expect((await write()).status).toBe(429);
    expect((await ask(other)).status).toBe(200);
  });

  it('are not used up by who knows only the beginning of the key', async () => {
    const key = await newKey('beginning');
    const forged = `${key.slice(0, -43)}${'x'.repeat(43)}`;
    expect(await statuses(Array.from({ length: 9 }, () => ask(forged, { address: '192.0.2.9' })))).not.toContain(200);
    expect((await ask(key)).status).toBe(200);
  });

  it('leave one row for reading and one for writing', async () => {
    const key = await newKey('rows');
    const client = key.split('_')[1];
    for (let n = 0; n < 3; n += 1) {
      await ask(key);
      await ask(key, { method: 'POST' });
      await minutePasses();
    }
    const { rowCount } = await nodes[0].pool.query('SELECT FROM eli4u.api_request_count WHERE client_id = $1', [
      client,
    ]);
    expect(rowCount).toBe(2);
  });
});

describe('wrong keys', () => {
  it('of one address are held, and refused while others wait; who comes from elsewhere or is known is not', async () => {
    const [known, fresh] = [await newKey('known'), await newKey('fresh')];
    const address = '198.51.100.7';
    expect((await ask(known, { address })).status).toBe(200);
    const wrong = (n: number) => ask(`eli4u_${String(n).padStart(12, '0')}_${'x'.repeat(43)}`, { address });
    for (let n = 0; n < 10; n += 1) expect((await wrong(n)).status).toBe(401);
    const begun = Date.now();
    const told = await Promise.all([...Array.from({ length: 8 }, (_, n) => wrong(100 + n)), ask(known, { address })]);
    expect(told.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 200]);
    expect(told[5]?.headers.get('retry-after')).toBe('6');
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
    // A key that is right and new is held and answered.
    expect((await ask(fresh, { address })).status).toBe(200);
    const elsewhere = Date.now();
    expect((await ask(`eli4u_${'0'.repeat(12)}_${'x'.repeat(43)}`, { address: '198.51.100.8' })).status).toBe(401);
    expect(Date.now() - elsewhere).toBeLessThan(900);
  });

  it('were right until they were revoked', async () => {
    const key = await newKey('revoked');
    expect((await ask(key)).status).toBe(200);
    await revokeClient(nodes[0].pool, 'revoked', new Date());
    expect((await ask(key)).status).toBe(401);
    expect((await ask(key, { node: 1 })).status).toBe(401);
  });
});
