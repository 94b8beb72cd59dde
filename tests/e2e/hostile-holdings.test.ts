import { hostileText } from './holdings.ts';
import { expect, neededUnits, siteUrl, test } from './site.ts';

test.use({ locale: 'it-IT' });

test('what an enemy wrote is text on every page, and nothing runs', async ({ page }) => {
  const { hostile, hostileUnit } = neededUnits();
  page.on('dialog', (dialog) => {
    throw new Error(`a script ran: ${dialog.message()}`);
  });
  for (const path of [
    `/records/${hostile}`,
    `/records/${hostile}/tree?open=${hostileUnit}`,
    `/records/${hostile}/stampa`,
    `/records/${hostileUnit}?in=q%3Davversario&hit=1`,
    '/search?q=avversario',
    `/search?group=fonds&fonds=${hostile}`,
    `/search?subject=${encodeURIComponent(hostileText)}&q=${encodeURIComponent(hostileText)}`,
    '/search/advanced',
    '/',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByText(hostileText).first(), path).toBeAttached();
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => !/^(https?:\/\/|mailto:|tel:|[/#?])/.test(href))).toEqual([]);
  }
});

test('files of a list keep what an enemy wrote within its cell', async ({ request }) => {
  const file = async (format: string) =>
    (await request.get(`/api/v1/search/export?format=${format}&q=avversario`)).text();
  expect(await file('csv')).toContain(`"'=Avversario in unità ""><script>`);
  expect(await file('ead3')).not.toContain('<script>');
});

test('a hidden unit, and who is named only there, are nowhere', async ({ request }) => {
  const { hostile, hidden, hiddenName } = neededUnits();
  expect([hidden, hiddenName]).toEqual([expect.stringMatching(/^\w{8}$/), expect.stringMatching(/^\w{8}$/)]);
  for (const path of [
    `/records/${hidden}`,
    `/records/${hidden}/tree`,
    `/records/${hidden}/stampa`,
    `/records/${hidden}/inventario.csv`,
    `/api/v1/records/${hidden}`,
    `/api/v1/records/${hidden}/children`,
    `/id/${hidden}`,
    `/agents/${hiddenName}`,
    `/api/v1/agents/${hiddenName}`,
    `/id/${hiddenName}`,
  ])
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  for (const path of [
    '/',
    '/api/v1/search?q=celat*',
    `/api/v1/search?creator=${hiddenName}&fonds=${hostile}`,
    `/api/v1/search?within=${hidden}`,
    '/api/v1/suggest?q=celat',
    `/api/v1/records/${hostile}/children?around=${hidden}`,
    `/api/v1/search/export?format=csv&id=${hidden}`,
    `/records/${hostile}/tree?open=${hidden}`,
    '/sitemaps/records.xml',
    '/sitemaps/agents.xml',
  ]) {
    const text = await (await request.get(path)).text();
    expect(text, path).not.toMatch(/Celati|Carte celate/i);
    if (path.startsWith('/sitemaps')) expect(text).not.toContain(hidden);
  }
});

test('pages whose name ends like a picture are pages', async () => {
  for (const path of ['/records/x.png', '/agents/x.svg', '/nowhere.ico', '/healthzz']) {
    const answer = await fetch(siteUrl() + path);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'self'");
  }
});
