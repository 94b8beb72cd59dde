import { request, type IncomingHttpHeaders } from 'node:http';
import { expect, searchHits, siteUrl, test } from './site.ts';

/** What no page links to, yet arrives every day. */
const addresses: [string, number][] = [
  ['/api/v1/search?after=eyJhIjoxfQ', 400],
  ['/api/v1/search?before=%00', 400],
  ['/api/v1/search?fonds=%00', 400],
  ['/api/v1/search?creator=%D8%00', 400],
  ['/search?q=x&creator=%00', 400],
  ['/records/%ff%fe', 404],
  ['/agents/%D8%00', 404],
  ['/institutions/%zz', 404],
  ['/api/v1/records/%ff', 404],
  ['/id/%ff', 404],
];

/** What cannot be searched, and what the page says of it. */
const badSearches: [string, RegExp, RegExp][] = [
  ['after=garbage', /Il punto dell’elenco/, /The place in the list/],
  ['before=eyJ2IjoxfQ', /Il punto dell’elenco/, /The place in the list/],
  ['page=1000000000', /Le pagine vanno da 1 a 50/, /Pages go from 1 to 50/],
  ['page=2&after=x', /Le pagine vanno da 1 a 50/, /Pages go from 1 to 50/],
  ['from=abc', /Gli anni vanno da 1 a 9999/, /Years go from 1 to 9999/],
  ['to=99999', /Gli anni vanno da 1 a 9999/, /Years go from 1 to 9999/],
  ['from=1500&to=1400', /Gli anni vanno da 1 a 9999/, /Years go from 1 to 9999/],
  ['level=shelf', /Un filtro, o l’ordine/, /A filter, or the order/],
  ['century=abc', /Un filtro, o l’ordine/, /A filter, or the order/],
  ['sort=best', /Un filtro, o l’ordine/, /A filter, or the order/],
  [`q=${'a'.repeat(1001)}`, /al massimo 1\.000 caratteri/, /1,000 characters at most/],
];

for (const path of ['/search', '/search/advanced'])
  for (const [query, ...told] of badSearches)
    for (const [index, lang] of (['it', 'en'] as const).entries())
      test(`${path}?${query.slice(0, 30)} is a 400 that says why, in ${lang}`, async () => {
        const answer = await fetch(`${siteUrl()}${path}?${query}`, { headers: { 'accept-language': lang } });
        expect(answer.status).toBe(400);
        const text = await answer.text();
        expect(text).toMatch(told[index] as RegExp);
        expect(text).toContain(lang === 'it' ? '<title>Ricerca non riuscita' : '<title>This search could not be made');
      });

for (const [address, status] of addresses)
  test(`${address} is answered ${status}`, async () => {
    const answer = await fetch(siteUrl() + address, { redirect: 'manual' });
    expect(answer.status).toBe(status);
    expect((await answer.text()).length).toBeGreaterThan(20);
  });

/** By node, for a browser's fetch has no TRACE, and no target but a path. */
function ask(method: string, path: string): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(siteUrl());
    const asked = request({ method, path, hostname, port }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    asked.on('error', reject).end();
  });
}

test('what is not for reading is refused', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])
    for (const path of ['/', '/search', '/api/v1/search', '/nowhere']) {
      const { status, headers } = await ask(method, path);
      expect([method, path, status]).toEqual([method, path, 405]);
      expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    }
  expect((await ask('OPTIONS', '*')).status).toBe(204);
  expect((await ask('HEAD', '/search?page=51')).status).toBe(400);
});

test('the name of another site leads nowhere but here', async () => {
  expect((await ask('GET', 'http://evil.example/search?page=51')).status).toBe(400);
  expect((await ask('GET', '//evil.example/')).headers.location).toBe('/evil.example/');
});

test('an interface that is not is told as a problem', async () => {
  const answer = await fetch(`${siteUrl()}/api/v2/records`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

test('a child that is no id is a 400', async () => {
  const [hit] = await searchHits('q=estimi');
  const answer = await fetch(`${siteUrl()}/api/v1/records/${hit?.id}/children?after=%00`);
  expect(answer.status).toBe(400);
});

test('a window of the tree around what is no id starts at the first', async () => {
  const [fonds] = await searchHits('level=fonds');
  for (const place of ['?inside=%00', '?around=%00', '/tree?inside=%00', '/tree?open=%00', '?in=after%3Dx&hit=1']) {
    const answer = await fetch(`${siteUrl()}/records/${fonds?.id}${place}`);
    expect(answer.status, place).toBe(200);
  }
});
