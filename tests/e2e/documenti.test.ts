import type { Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const main = (page: Page) => page.getByRole('main');
const draft = {
  name: 'bozza.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n% prima stesura\n%%EOF'),
};
const next = {
  name: 'bozza-2.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n% seconda stesura\n%%EOF'),
};

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

/** The address of a case of the office. */
async function someCase(page: Page): Promise<string> {
  await signIn(page, 'Responsabile', '/ufficio?vista=unit');
  const href = (await page.locator('a.work-link').first().getAttribute('href')) ?? '';
  return `/ufficio/pratiche/${new URL(href, siteUrl()).searchParams.get('pratica')}`;
}

async function everybodyReads(page: Page, paths: readonly string[]): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(path);
      expect([path, width, await violationsOn(page)]).toEqual([path, width, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    }
  }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('the index of a fascicolo is searched and ordered, and leads to each document', async ({ page }) => {
      const base = await someCase(page);
      await page.goto(base);
      await main(page).getByRole('link', { name: 'Indice del fascicolo' }).click();
      const rows = main(page).getByRole('table').getByRole('row');
      const all = await rows.count();
      expect(all).toBeGreaterThan(1);
      await page.getByLabel(/^Parole/).fill('istanza');
      await page.getByRole('button', { name: 'Mostra' }).click();
      await expect(rows.nth(1)).toContainText('Istanza');
      await page.getByLabel(/^Parole/).fill('nessun documento si chiama così');
      await page.getByRole('button', { name: 'Mostra' }).click();
      await expect(main(page)).toContainText('Nessun documento corrisponde');
      await page.getByRole('link', { name: 'Togli i filtri' }).click();
      await expect(rows).toHaveCount(all);
      await rows.nth(1).getByRole('link').first().click();
      await expect(main(page)).toContainText('Impronta SHA-256');
    });
  });

test('a document is shown under a policy that lets nothing run, in parts, and is saved where that is asked', async ({
  page,
}) => {
  const base = await someCase(page);
  await page.goto(`${base}/fascicolo`);
  const path = await main(page).getByRole('table').getByRole('link').first().getAttribute('href');
  const content = `${path}/contenuto`;
  const shown = await page.request.get(content);
  expect(shown.status()).toBe(200);
  expect(shown.headers()['content-type']).toBe('application/pdf');
  expect(shown.headers()['content-disposition']).toMatch(/^inline/);
  expect(shown.headers()['x-content-type-options']).toBe('nosniff');
  expect(shown.headers()['content-security-policy']).toContain(`default-src 'none'`);
  expect((await page.request.get(`${content}?scarica`)).headers()['content-disposition']).toMatch(/^attachment/);
  const part = await page.request.get(content, { headers: { range: 'bytes=0-4' } });
  expect([part.status(), await part.text()]).toEqual([206, '%PDF-']);
  expect((await page.request.get(content, { headers: { range: 'bytes=999999999-' } })).status()).toBe(416);
  await page.context().clearCookies();
  const outside = await page.request.get(content, { maxRedirects: 0 });
  expect([outside.status(), outside.headers()['location']]).toEqual([307, expect.stringContaining('/accedi?')]);
  await signIn(page, 'Delegato', '/');
  for (const hidden of [content, `${path}/anteprima`]) expect((await page.request.get(hidden)).status()).toBe(404);
});

test('a draft gets a new version, and the former one stays readable with who, when and why', async ({ page }) => {
  const base = await someCase(page);
  await page.goto(base);
  await main(page).locator('summary', { hasText: 'Aggiungi un documento' }).click();
  await main(page)
    .getByRole('radio', { name: /interno/ })
    .check();
  await main(page)
    .getByLabel(/Titolo/)
    .fill('Bozza di provvedimento');
  await main(page).getByLabel('Documento', { exact: true }).setInputFiles(draft);
  await main(page).getByRole('button', { name: 'Aggiungi al fascicolo' }).click();
  await main(page).getByRole('link', { name: 'Bozza di provvedimento' }).last().click();
  const document = new URL(page.url()).pathname;
  await main(page).getByRole('link', { name: 'versioni' }).click();
  await main(page).getByLabel('File', { exact: true }).setInputFiles(next);
  await main(page)
    .getByLabel(/^Perché una nuova versione/)
    .fill('Corretto l’importo');
  await main(page).getByRole('button', { name: 'Metti la versione' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'La nuova versione è quella corrente.' })).toBeVisible();
  const versions = main(page).getByRole('listitem');
  await expect(versions.first()).toContainText('Corretto l’importo');
  await expect(versions.first()).toContainText('Stefano Bellin');
  const former = await versions.nth(1).getByRole('link').getAttribute('href');
  expect(await (await page.request.get(former ?? '')).text()).toContain('prima stesura');
  expect(await (await page.request.get(`${document}/contenuto`)).text()).toContain('seconda stesura');
  await everybodyReads(page, [`${base}/fascicolo`, document, `${document}/versioni`]);
});

test('what is registered has no new version (DPR 445/2000 art. 53)', async ({ page }) => {
  const base = await someCase(page);
  await page.goto(`${base}/fascicolo`);
  const request = main(page).getByRole('table').getByRole('link', { name: 'Istanza', exact: true }).first();
  await page.goto(`${await request.getAttribute('href')}/versioni`);
  await expect(main(page).getByRole('note')).toContainText('art. 53');
  await expect(main(page).getByRole('button', { name: 'Metti la versione' })).toHaveCount(0);
});
