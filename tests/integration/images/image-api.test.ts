import { mkdtemp, rm } from 'node:fs/promises';
import { request as ask } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { putPages } from '#tests/builders/images.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { serveImages, type ImageServer } from '#tests/setup/image-server.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;
let server: ImageServer;
let unit = '';
let id = '';

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-image-api-'));
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open' AND NOT digital ORDER BY id LIMIT 1`,
  );
  unit = rows[0]?.id ?? '';
  const rightsUri = 'http://creativecommons.org/publicdomain/mark/1.0/';
  [id = ''] = await putPages(pool, dataDir, unit, { pages: 2, width: 1201, height: 1603, rightsUri });
  server = await serveImages(pool, dataDir);
}, 120_000);
afterAll(async () => {
  await server.close();
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const get = (rest: string, init: RequestInit = {}) =>
  fetch(`${server.url}/iiif/image/${id}${rest}`, { redirect: 'manual', ...init });

/** As it is written: `fetch` would tidy the path. */
const raw = (target: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = ask({ hostname, port, path: target, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });

async function size(rest: string): Promise<[number | undefined, number | undefined, string | undefined]> {
  const response = await get(rest);
  expect(response.status).toBe(200);
  const { width, height, format } = await sharp(await response.arrayBuffer()).metadata();
  return [width, height, format];
}

/** Shown, hidden: what everybody sees is decided anew within a second. */
async function shownAs(visibility: string, side: number | null = null): Promise<void> {
  await pool.query('UPDATE eli4u.record SET visibility = $2 WHERE id = $1', [unit, visibility]);
  await pool.query(
    'UPDATE eli4u.institution SET reserved_image_side = $2 WHERE id = (SELECT repository_id FROM eli4u.record WHERE id = $1)',
    [unit, side],
  );
  await new Promise((resolve) => setTimeout(resolve, 1100));
}

describe('the Image API', () => {
  it('says what there is of an image', async () => {
    const response = await get('/info.json');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: `${server.url}/iiif/image/${id}`,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level2',
      width: 1201,
      height: 1603,
      rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
      tiles: [{ width: 256, height: 256, scaleFactors: [1, 2, 4, 8] }],
    });
    const linked = await get('/info.json', { headers: { accept: 'application/ld+json' } });
    expect(linked.headers.get('content-type')).toBe(
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
    );
    const base = await get('');
    expect([base.status, base.headers.get('location')]).toEqual([303, `${server.url}/iiif/image/${id}/info.json`]);
  });

  it('draws tiles, sizes, turns, mirrors, formats', async () => {
    expect(await size('/0,0,256,256/256,256/0/default.jpg')).toEqual([256, 256, 'jpeg']);
    expect(await size('/1024,1536,177,67/89,34/0/default.webp')).toEqual([89, 34, 'webp']);
    expect(await size('/full/max/0/default.png')).toEqual([1201, 1603, 'png']);
    expect(await size('/full/!400,400/0/default.jpg')).toEqual([300, 400, 'jpeg']);
    expect(await size('/full/!400,400/90/default.jpg')).toEqual([400, 300, 'jpeg']);
    expect(await size('/full/!400,400/!180/gray.jpg')).toEqual([300, 400, 'jpeg']);
    expect(await size('/0,0,10,10/^500,/0/bitonal.png')).toEqual([500, 500, 'png']);
    expect((await size('/full/!400,400/45/default.png'))[0]).toBeGreaterThan(480);
  });

  it('draws the part that was asked for, from whatever level', async () => {
    const whole = await sharp(await (await get('/full/max/0/default.png')).arrayBuffer()).toBuffer();
    for (const [x, y, w, h, to] of [
      [256, 512, 256, 256, 256],
      [0, 512, 1024, 1024, 256],
      [100, 700, 600, 300, 150],
    ] as const) {
      const drawn = await get(`/${x},${y},${w},${h}/${to},/0/default.png`);
      const pixels = await sharp(await drawn.arrayBuffer())
        .removeAlpha()
        .raw()
        .toBuffer();
      const expected = await sharp(whole)
        .extract({ left: x, top: y, width: w, height: h })
        .resize(to)
        .removeAlpha()
        .raw()
        .toBuffer();
      const difference =
        pixels.reduce((sum, value, at) => sum + Math.abs(value - (expected[at] ?? 0)), 0) / pixels.length;
      expect(difference).toBeLessThan(4);
    }
  });

  it('is kept by whoever has it', async () => {
    const first = await get('/full/!200,200/0/default.jpg');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+, immutable$/);
    expect(first.headers.get('link')).toContain(
      `<${server.url}/iiif/image/${id}/full/150,200/0/default.jpg>;rel="canonical"`,
    );
    expect((await get('/full/!200,200/0/default.jpg', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await get('/full/!200,200/0/default.jpg', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const options = await get('/info.json', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('authorization'),
    ]);
  });

  it.each([
    ['/9999,0,10,10/max/0/default.jpg', 400],
    ['/0,0,0,0/max/0/default.jpg', 400],
    ['/full/0,/0/default.jpg', 400],
    ['/full/pct:0.0001/0/default.jpg', 400],
    ['/full/1202,/0/default.jpg', 400],
    ['/full/^99999,/0/default.jpg', 400],
    ['/full/max/0/default.tif', 501],
    ['/full/max/0/default.pdf', 501],
    ['/full/max/0/default.bmp', 400],
    ['/full/max/0/default.jpg/more', 400],
    [`/${'9'.repeat(600)}`, 400],
  ])('refuses %s', async (rest, status) => expect((await get(rest)).status).toBe(status));

  it.each([
    ['/iiif/image/../../../etc/passwd/info.json', 404],
    ['/iiif/image/..%2F..%2Fetc%2Fpasswd/info.json', 404],
    ['/iiif/image/%252e%252e%252fsecrets%252fauth/full/max/0/default.jpg', 404],
    ['/iiif/image/%00/info.json', 404],
    ['/iiif/image/%ff/info.json', 404],
    ['/iiif/image//info.json', 404],
    ['/iiif/image/', 404],
    ['/iiif/image/00000000/full/max/0/default.jpg', 404],
  ])('gives no other file: %s', async (target, status) => expect(await raw(target)).toBe(status));
});

describe('images that are not for everybody', () => {
  it('are not there where the unit is hidden', async () => {
    await shownAs('hidden', 400);
    for (const rest of ['', '/info.json', '/full/!200,200/0/default.jpg', '/full/max/0/default.jpg'])
      expect((await get(rest)).status).toBe(404);
    expect((await fetch(`${server.url}/iiif/auth/probe/${id}`)).status).toBe(404);
    await shownAs('open');
    expect((await get('/full/!200,200/0/default.jpg')).status).toBe(200);
  });

  it('say how to sign in, and give no pixel', async () => {
    await shownAs('described');
    const info = await get('/info.json');
    expect(info.headers.get('cache-control')).toBe('private, no-store');
    expect(await info.json()).toMatchObject({
      service: [{ type: 'AuthProbeService2', service: [{ type: 'AuthAccessService2' }] }],
    });
    for (const rest of ['/full/!200,200/0/default.jpg', '/full/1,/0/default.jpg', '/0,0,256,256/max/0/default.jpg'])
      expect((await get(rest)).status).toBe(401);
    const probe = await fetch(`${server.url}/iiif/auth/probe/${id}`, { headers: { authorization: 'Bearer a.b' } });
    expect([probe.status, await probe.json()]).toEqual([
      200,
      expect.objectContaining({ type: 'AuthProbeResult2', status: 401 }),
    ]);
  });

  it('are seen smaller where the institution lets it, and no part of them finer', async () => {
    await shownAs('described', 400);
    expect(await (await get('/info.json')).json()).toMatchObject({
      maxWidth: 400,
      maxHeight: 400,
      tiles: [{ scaleFactors: [8] }],
    });
    expect(await size('/full/max/0/default.jpg')).toEqual([300, 400, 'jpeg']);
    expect(await size('/full/!800,800/0/default.jpg')).toEqual([300, 400, 'jpeg']);
    expect(await size('/0,0,1201,1603/150,200/0/default.jpg')).toEqual([150, 200, 'jpeg']);
    for (const rest of [
      '/full/301,/0/default.jpg',
      '/0,0,400,400/max/0/default.jpg',
      '/0,0,256,256/128,128/0/default.jpg',
    ])
      expect([rest, (await get(rest)).status]).toEqual([rest, 401]);
    // A pixel of its own would be one of the whole: it is of a level that everybody sees.
    const pixel = await sharp(await (await get('/600,534,1,1/1,1/0/default.png')).arrayBuffer()).metadata();
    expect(pixel.width).toBe(1);
    const probe = await fetch(`${server.url}/iiif/auth/probe/${id}`);
    expect(await probe.json()).toMatchObject({ status: 401, substitute: { type: 'Image', width: 300, height: 400 } });
    await shownAs('open');
  });
});

describe('under load', () => {
  it('no tile waits for large answers, and none is drawn that would be larger turned', async () => {
    const narrow = await serveImages(pool, dataDir, { atOnce: 1, diskBytes: 0, memoryBytes: 0 });
    const done: string[] = [];
    const at = async (rest: string) => {
      const { status } = await fetch(`${narrow.url}/iiif/image/${id}${rest}`);
      done.push(rest);
      return status;
    };
    const large = [2001, 2002, 2003].map((width) => at(`/full/^${width},/0/default.webp`));
    // Read from the whole: as dear, however small it comes out.
    const narrowed = at('/full/^1,12000/0/default.jpg');
    expect(await at('/0,0,256,256/256,256/0/default.jpg')).toBe(200);
    expect(done.length).toBeLessThan(4);
    expect(await Promise.all([...large, narrowed])).toEqual([200, 200, 200, 200]);
    expect(await at('/full/^max/45/default.webp')).toBe(400);
    await narrow.close();
  }, 60_000);

  it('who asks for the same gets the same, and too many are told to come back', async () => {
    const narrow = await serveImages(pool, dataDir, { atOnce: 1, waiting: 2, diskBytes: 0, memoryBytes: 0 });
    const at = (rest: string) =>
      fetch(`${narrow.url}/iiif/image/${id}${rest}`).then(
        async (response) =>
          [response.status, response.headers.get('retry-after'), (await response.arrayBuffer()).byteLength] as const,
      );
    const same = await Promise.all(Array.from({ length: 20 }, () => at('/full/900,/0/default.png')));
    expect(new Set(same.map(([status]) => status))).toEqual(new Set([200]));
    const many = await Promise.all(Array.from({ length: 12 }, (_, n) => at(`/full/${1100 - n},/0/default.png`)));
    expect(many.filter(([status]) => status === 200).length).toBeGreaterThan(0);
    expect(many.filter(([status, after]) => status === 503 && after !== null).length).toBeGreaterThan(0);
    expect((await at('/full/50,/0/default.jpg'))[0]).toBe(200);
    await narrow.close();
  });
});
