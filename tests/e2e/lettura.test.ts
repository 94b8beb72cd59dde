import type { Page } from '@playwright/test';
import { expect, neededUnits, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

const main = (page: Page) => page.getByRole('main');

/** The page as phone and desktop show it, without what a machine finds inaccessible. */
async function everybodyReads(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await violationsOn(page)]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
}

test('a permit to read: given on the page of the request, read by one person, found and revoked by the archivist', async ({
  page,
  expectedStatus,
}) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(30_000);
  const { readingRequest } = neededUnits();
  await signIn(page, 'Archivista', '/archivio/fascicoli?specie=procedimento&stato=closed');
  const file = main(page).locator('.archive-list a').first();
  const record = /([^/]+)$/.exec((await file.getAttribute('href')) ?? '')?.[1] ?? '';
  const reading = `/records/${record}/lettura`;

  // What is wrong is said at its field, and what was typed stays.
  await page.goto(`/ufficio/pratiche/${readingRequest}`);
  const permits = main(page).getByRole('region', { name: 'Permessi di lettura' });
  await permits.locator('summary', { hasText: 'Dai il permesso di leggere' }).click();
  await permits.getByLabel(/^Unità che si possono leggere/).fill(`nessuna-unita\n/archivio/fascicoli/${record}`);
  await permits.getByLabel(/^Ultimo giorno/).fill('2020-01-01');
  await permits.getByLabel(/^Atto che lo permette/).fill('det. 40/2026');
  await permits.getByRole('button', { name: 'Dai il permesso' }).click();
  await expect(permits.getByRole('alert')).toContainText('«nessuna-unita» non è un’unità che si conosca.', {
    timeout: 20_000,
  });
  await expect(permits.getByRole('alert')).toContainText('Serve un giorno, da oggi in poi.');
  await expect(permits.getByLabel(/^Atto che lo permette/)).toHaveValue('det. 40/2026');
  await everybodyReads(page);
  await permits.getByLabel(/^Unità che si possono leggere/).fill(record);
  await permits.getByLabel(/^Ultimo giorno/).fill('2099-12-31');
  await permits.getByRole('button', { name: 'Dai il permesso' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Permesso dato' })).toBeVisible({ timeout: 20_000 });

  // To others there is no such page.
  expectedStatus.add(404);
  await signIn(page, 'Delegato', reading);
  await expect(main(page)).not.toContainText('Lettura con permesso');
  await signIn(page, 'Cittadina', reading);
  await expect(main(page)).toContainText('Li puoi leggere fino al 31 dicembre 2099.');
  await expect(main(page)).toContainText('det. 40/2026');
  await everybodyReads(page);
  const document = (await main(page).locator('.fascicolo-list a').first().getAttribute('href')) ?? '';
  const read = await page.request.get(document);
  expect([read.status(), read.headers()['content-disposition']]).toEqual([200, expect.stringMatching(/^attachment/)]);

  await signIn(page, 'Archivista', '/archivio');
  await main(page).getByRole('link', { name: 'Permessi di lettura' }).click();
  await page.getByLabel(/^Parole/).fill('marchetti nessuno');
  await page.getByRole('button', { name: 'Filtra', exact: true }).click();
  await expect(main(page)).toContainText('Nessun permesso corrisponde');
  await page.getByLabel(/^Parole/).fill('Marchetti 40/2026');
  await page.getByLabel('Stato').selectOption({ label: 'in corso' });
  await page.getByRole('button', { name: 'Filtra', exact: true }).click();
  const line = main(page).locator('.keeping-list > li');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('Elena Marchetti');
  await everybodyReads(page);
  await line.getByLabel('Motivo').fill('ricerca conclusa');
  await line.getByRole('button', { name: /^Revoca/ }).click();
  await expect(main(page).getByRole('status').first()).toHaveText('Fatto.', { timeout: 20_000 });
  await expect(main(page)).toContainText('Nessun permesso corrisponde');
  await page.getByLabel('Stato').selectOption({ label: 'finiti o revocati' });
  await page.getByRole('button', { name: 'Filtra', exact: true }).click();
  await expect(line.first()).toContainText('ricerca conclusa');

  await signIn(page, 'Cittadina', reading);
  await expect(main(page)).not.toContainText('Lettura con permesso');
  expect((await page.request.get(document)).status()).toBe(404);
});
