import { Parser } from 'n3';
import { procedureTypeJsonSchema, procedureTypesJsonSchema } from '#lib/http/procedure-types.ts';
import { crowdedUnit, expect, searchHits, test } from './site.ts';

test('the JSON interface keeps its contract', async ({ request }) => {
  const { id, parentId, total } = await crowdedUnit();
  const record = await request.get(`/api/v1/records/${id}`);
  expect(await record.json()).toMatchObject({ id, visibility: 'open' });
  const children = await request.get(`/api/v1/records/${parentId}/children?limit=3&around=${id}`);
  const page = (await children.json()) as {
    items: { id: string; index: number }[];
    next: string;
    prev: string;
    total: number;
  };
  expect(page.total).toBe(total);
  expect(page.items).toHaveLength(3);
  expect(page.items.map((item) => item.id)).toContain(id);
  const before = await request.get(`/api/v1/records/${parentId}/children?limit=2&before=${page.prev}`);
  expect(((await before.json()) as typeof page).items.at(-1)?.index).toBe((page.items[0]?.index ?? 0) - 1);
});

test('what cannot be used is refused with the reason', async ({ request }) => {
  for (const path of [
    '/api/v1/search?page=51',
    '/api/v1/search?from=x',
    '/api/v1/search?sort=best',
    '/api/v1/search?after=nonsense',
    '/api/v1/records/00000000/children?limit=1000',
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(400);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    const body = (await answer.json()) as { violations: unknown[] };
    expect(body.violations.length).toBeGreaterThan(0);
  }
  const unknown = await request.get('/api/v1/records/00000000');
  expect(unknown.status()).toBe(404);
});

test('the table of procedures keeps its schema, in both languages', async ({ request }) => {
  for (const lang of ['it', 'en']) {
    const table = procedureTypesJsonSchema
      .strict()
      .parse(await (await request.get(`/api/v1/procedure-types?lang=${lang}`)).json());
    expect(table.language).toBe(lang);
    expect(table.types).toHaveLength(table.total);
    for (const { code } of table.types) {
      const type = await request.get(`/api/v1/procedure-types/${code}?lang=${lang}`);
      expect(procedureTypeJsonSchema.strict().parse(await type.json()).code).toBe(code);
    }
  }
  expect((await request.get('/api/v1/procedure-types/nessuno')).status()).toBe(404);
  expect((await request.get('/api/v1/procedure-types?lang=xx')).status()).toBe(400);
});

test('the URI of a thing leads to its page, or to its JSON', async ({ request }) => {
  const id = (await searchHits('level=fonds'))[0]?.id ?? '';
  const page = await request.get(`/id/${id}`, { maxRedirects: 0, headers: { accept: 'text/html' } });
  expect(page.status()).toBe(303);
  expect(page.headers()['location']).toBe(`/records/${id}`);
  const json = await request.get(`/id/${id}`, { headers: { accept: 'application/json' } });
  expect(await json.json()).toMatchObject({ id });
  expect((await request.get('/id/00000000', { maxRedirects: 0 })).status()).toBe(404);
  expect((await request.get(`/id/${id}`, { headers: { accept: 'image/png' } })).status()).toBe(406);
  const english = await request.get(`/id/${id}?lang=en`, { maxRedirects: 0, headers: { accept: 'text/html' } });
  expect(english.headers()['location']).toBe(`/records/${id}?lang=en`);
});

test('a thing as data: in each form the same, kept by who has it, from any site', async ({ request, baseURL }) => {
  const id = (await searchHits('level=fonds'))[0]?.id ?? '';
  const statements = new Set<number>();
  for (const [accept, extension] of [
    ['text/turtle', 'ttl'],
    ['application/n-triples', 'nt'],
    ['application/rdf+xml', 'rdf'],
    ['application/ld+json', 'jsonld'],
  ] as const) {
    const led = await request.get(`/id/${id}`, { maxRedirects: 0, headers: { accept } });
    expect(led.status()).toBe(303);
    expect(led.headers()['location']).toBe(`/data/${id}.${extension}`);
    const data = await request.get(`/data/${id}.${extension}`);
    expect(data.headers()['content-type']).toContain(accept);
    expect(data.headers()['access-control-allow-origin']).toBe('*');
    expect(data.headers()['link']).toContain(`/id/${id}>; rel="describes"`);
    expect(await data.text()).toContain(`${baseURL ?? ''}/id/${id}`);
    const again = await request.get(`/data/${id}.${extension}`, {
      headers: { 'if-none-match': data.headers()['etag'] ?? '' },
    });
    expect(again.status()).toBe(304);
    if (extension === 'ttl' || extension === 'nt') statements.add(new Parser().parse(await data.text()).length);
  }
  expect(statements.size).toBe(1);
  const head = await request.head(`/data/${id}.ttl`);
  expect(head.status()).toBe(200);
  expect(head.headers()['last-modified']).toMatch(/GMT$/);
  expect((await request.get('/data/00000000.ttl')).status()).toBe(404);
  expect((await request.get(`/data/${id}.png`)).status()).toBe(404);
  const page = await (await request.get(`/records/${id}`)).text();
  expect(page).toContain(`type="text/turtle" href="${baseURL ?? ''}/data/${id}.ttl"`);
});

test('types of procedure and what the data are, as data', async ({ request }) => {
  const type = await request.get('/servizi/patrocinio', { headers: { accept: 'text/turtle' } });
  expect(type.url()).toContain('/data/servizi/patrocinio.ttl');
  expect(new Parser().parse(await type.text()).length).toBeGreaterThan(20);
  for (const path of ['/data/servizi.ttl', '/data/void.ttl', '/data/catalog.ttl'])
    expect(new Parser().parse(await (await request.get(path)).text()).length, path).toBeGreaterThan(10);
  expect((await request.get('/data/servizi/nessuno.ttl')).status()).toBe(404);
});

test('robots, sitemap and health', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('Disallow: /search?');
  const index = await (await request.get('/sitemap.xml')).text();
  const first = /<loc>([^<]*records[^<]*)<\/loc>/.exec(index)?.[1] ?? '';
  expect(await (await request.get(new URL(first).pathname)).text()).toMatch(/<loc>[^<]*\/records\/[0-9a-z]{8}<\/loc>/);
  expect(index).toContain('/sitemaps/services.xml');
  expect(await (await request.get('/sitemaps/services.xml')).text()).toMatch(/<loc>[^<]*\/servizi\/patrocinio<\/loc>/);
  for (const path of ['/healthz', '/readyz', '/metrics']) expect((await request.get(path)).status(), path).toBe(200);
});

test('pages carry their guards, their language twins and what they are about', async ({ page }) => {
  const id = (await searchHits('level=fonds'))[0]?.id ?? '';
  const answer = await page.goto(`/records/${id}`);
  const headers = answer?.headers() ?? {};
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBeDefined();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/records/${id}$`));
  await expect(page.locator('link[rel=alternate][hreflang]')).toHaveCount(3);
  const jsonLd = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
  expect(jsonLd).toMatchObject({ '@context': 'https://schema.org', '@id': expect.stringContaining(`/id/${id}`) });
});

test('wrong API keys are slowed by the address they come from, whatever their headers say', async ({ request }) => {
  const ask = async (n: number) => {
    const headers = {
      authorization: `Bearer eli4u_${String(n).padStart(12, '0')}_${'x'.repeat(43)}`,
      'x-eli4u-address': `198.51.100.${n}`,
      'x-forwarded-for': `198.51.100.${n}`,
    };
    const begun = Date.now();
    const status = (await request.get('/api/v1/webhooks', { headers })).status();
    return { status, took: Date.now() - begun };
  };
  for (let n = 0; n < 10; n += 1) expect((await ask(n)).status).toBe(401);
  const held = await ask(10);
  expect(held.status).toBe(401);
  expect(held.took).toBeGreaterThanOrEqual(990);
});
