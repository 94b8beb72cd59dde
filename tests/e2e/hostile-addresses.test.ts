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

for (const [address, status] of addresses)
  test(`${address} is answered ${status}`, async () => {
    const answer = await fetch(siteUrl() + address, { redirect: 'manual' });
    expect(answer.status).toBe(status);
    expect((await answer.text()).length).toBeGreaterThan(20);
  });

test('a child that is no id is a 400', async () => {
  const [hit] = await searchHits('q=estimi');
  const answer = await fetch(`${siteUrl()}/api/v1/records/${hit?.id}/children?after=%00`);
  expect(answer.status).toBe(400);
});
