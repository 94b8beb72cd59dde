import type { Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });
test.describe.configure({ mode: 'serial' });

const main = (page: Page) => page.getByRole('main');

async function signIn(page: Page, persona: string, returnTo: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL(`${siteUrl()}${returnTo}`);
}

test('is for archivists', async ({ page, expectedStatus }) => {
  expectedStatus.add(403);
  await signIn(page, 'Operatore', '/archivio');
  await expect(main(page)).toContainText('L’archivio lo tengono gli archivisti del Comune.');
  for (const path of ['titolario', 'fascicoli', 'fascicoli/nuovo', 'repertori']) {
    await page.goto(`/archivio/${path}`);
    await expect(main(page)).toContainText('L’archivio lo tengono gli archivisti del Comune.');
  }
  // By the interface an office sees those for which it is responsible.
  const told = await page.request.get('/api/v1/fascicoli');
  const { items } = (await told.json()) as { items: { unit: string }[] };
  expect(items.length).toBeGreaterThan(0);
  expect(items.filter(({ unit }) => unit !== 'edilizia-privata' && unit !== 'suap')).toEqual([]);
});

for (const lang of ['it', 'en'])
  test(`pages have no violation that axe finds: ${lang}`, async ({ page }) => {
    await signIn(page, 'Archivista', '/archivio');
    for (const path of [
      '',
      '/titolario',
      '/fascicoli',
      '/fascicoli?specie=personaFisica',
      '/fascicoli/nuovo',
      '/repertori',
      '/repertori/determine',
      '/repertori/determine?anno=2026',
    ]) {
      await page.goto(`/archivio${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(await violationsOn(page), path).toEqual([]);
    }
    // An act is shown on a page of its own, with its number.
    await page.goto('/archivio/repertori/determine');
    await main(page).locator('.archive-list a[href*="/atti/"]').first().click();
    await expect(main(page).getByText(lang === 'it' ? 'Impronta SHA-256' : 'SHA-256')).toBeVisible();
    await expect(main(page).locator('iframe.document-frame')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto('/archivio/fascicoli?specie=affare');
    await main(page).locator('.archive-list').getByRole('link').first().click();
    await page.waitForURL(/\/archivio\/fascicoli\/[^/?]+$/);
    expect(await violationsOn(page)).toEqual([]);
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a fascicolo is opened, and what is missing is said with all that was typed', async ({ page }) => {
    await signIn(page, 'Archivista', '/archivio/fascicoli/nuovo');
    const form = main(page).getByRole('form', { name: 'Apri un fascicolo' });
    await form.getByLabel('Oggetto').fill('Restauro della fontana di piazza Insurrezione');
    await form.getByRole('button', { name: 'Apri un fascicolo' }).click();
    await expect(form.getByRole('alert')).toContainText('Titolo: manca');
    await expect(form.getByLabel('Oggetto')).toHaveValue('Restauro della fontana di piazza Insurrezione');
    await form.getByRole('radio', { name: 'Affare' }).check();
    await form.getByLabel('Classe').selectOption('VI/5');
    await form.getByLabel('Titolo').fill('Restauro di una fontana');
    await form.getByLabel('Unità responsabile').selectOption('urbanistica');
    await form.getByRole('button', { name: 'Apri un fascicolo' }).click();
    await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(
      'Restauro della fontana di piazza Insurrezione',
    );
    await expect(main(page)).toContainText(/\d{4}-VI\/5\.\d+/);
    await page.goto('/archivio/fascicoli?parole=fontana+insurrezione');
    await expect(main(page).locator('.archive-list').getByRole('listitem')).not.toHaveCount(0);
  });
});
