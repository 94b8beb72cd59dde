import type { Page } from '@playwright/test';
import { expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

const main = (page: Page) => page.getByRole('main');

test('a document is registered, found, classified and annulled, its original readable', async ({ page }) => {
  await signIn(page, 'Archivista', '/protocollo/nuova');
  const form = main(page);
  await form.getByLabel('Mittente, o destinatario se parte').fill('Marta Prova');
  await form.getByLabel('Oggetto').fill('Esposto sul rumore in via Prova');
  const pdf = { name: 'esposto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await form.getByLabel('Documento', { exact: true }).setInputFiles(pdf);
  expect(await violationsOn(page)).toEqual([]);
  await form.getByRole('button', { name: 'Registra' }).click();
  await expect(form.getByRole('status').first()).toContainText('Registrata con il numero');
  expect(await violationsOn(page)).toEqual([]);
  const number = (await form.getByRole('heading', { level: 1 }).textContent())?.replace('Registrazione ', '') ?? '';
  await form.locator('#classifica-after').selectOption('VI/3');
  await form.getByRole('button', { name: 'Classifica' }).click();
  await expect(form.locator('.protocol-history').first()).toContainText('Classificazione: — → VI/3');
  await form.locator('#annullamento-after').fill('Esposto sul rumore in via Vera');
  await form.locator('#annullamento-authorisation').fill('disp. 7/2026');
  await form.locator('#annullamento-reason').fill('via scritta male');
  await form.getByRole('button', { name: 'Annulla' }).click();
  await expect(form.locator('.protocol-facts')).toContainText('Esposto sul rumore in via Prova');
  await expect(form.locator('.protocol-facts')).toContainText('Esposto sul rumore in via Vera');
  await page.goto(`/protocollo?${new URLSearchParams({ testo: number })}`);
  await expect(form.getByRole('link', { name: number })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

for (const path of ['/protocollo', '/protocollo/messaggi', '/protocollo/giornalieri', '/protocollo/emergenza'])
  test(`${path} is accessible`, async ({ page }) => {
    await signIn(page, 'Archivista', path);
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`${path}?lang=en`);
    expect(await violationsOn(page)).toEqual([]);
  });

test('who does not keep the register is told whose it is', async ({ page, expectedStatus }) => {
  expectedStatus.add(403);
  await signIn(page, 'Responsabile', '/protocollo');
  await expect(main(page)).toContainText('lo tengono lo sportello e l’archivio generale');
});
