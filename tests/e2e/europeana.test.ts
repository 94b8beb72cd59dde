import type { Page } from '@playwright/test';
import { addedUnits, expect, siteUrl, test, violationsOn } from './site.ts';

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
  await signIn(page, 'Operatore', '/archivio/europeana');
  await expect(main(page)).toContainText('L’archivio lo tengono gli archivisti del Comune.');
  await page.goto('/archivio/europeana/diritti');
  await expect(main(page)).toContainText('L’archivio lo tengono gli archivisti del Comune.');
});

for (const lang of ['it', 'en'])
  test(`pages have no violation that axe finds: ${lang}`, async ({ page }) => {
    await signIn(page, 'Archivista', '/archivio/europeana');
    for (const path of ['', '?contenuto=no&metadati=A', '?contenuto=4', '/diritti']) {
      await page.goto(`/archivio/europeana${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(await violationsOn(page), path).toEqual([]);
    }
    await main(page).locator('.rights-lines a[href*="istituto="]').first().click();
    await expect(main(page).getByRole('radio').first()).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await expect(main(page).locator('.rights-form')).not.toContainText('creativecommons.org/licenses/by-nc');
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  const unit = (page: Page) => main(page).locator('.europeana-unit', { hasText: 'Registro riprodotto' });

  test('a unit without rights is listed first, and goes to Europeana once rights are stated', async ({ page }) => {
    test.skip(addedUnits() === null, 'the site was running already: its holdings lack the unit this is about');
    await signIn(page, 'Archivista', '/archivio');
    await main(page).getByRole('link', { name: 'Europeana', exact: true }).click();
    await expect(unit(page)).toContainText('Non va a Europeana');
    await unit(page)
      .getByRole('link', { name: /Manca la dichiarazione dei diritti/ })
      .click();
    const form = main(page).locator('.closure-form');
    await expect(form.getByRole('heading')).toHaveText('Diritti di Fondo per le prove');
    await form.getByRole('radio', { name: /Diritti non accertati/ }).check();
    await form.getByRole('button', { name: 'Dichiara' }).click();
    await expect(main(page).getByRole('status').first()).toContainText('Dichiarato');
    await expect(main(page).locator('.rights-lines')).toContainText(['', 'Diritti non accertati (CNE)']);
    // The worker weighs again within seconds.
    await expect(async () => {
      await page.goto('/archivio/europeana');
      await expect(unit(page)).toContainText('Contenuto 1 (fino a 2)', { timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await page.getByLabel('Contenuto').selectOption('no');
    await page.getByRole('button', { name: 'Filtra' }).click();
    await expect(unit(page)).toHaveCount(0);
  });
});
