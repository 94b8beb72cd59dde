import type { Page } from '@playwright/test';
import { fillFields } from './fill-fields.ts';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

const main = (page: Page) => page.getByRole('main');
const cases = (page: Page) => page.locator('a.work-link');

/** Files a request for patronage at the counter and leaves its receipt open. */
async function fileAtCounter(page: Page): Promise<string> {
  await signIn(page, 'Dirigente', '/ufficio');
  await page.goto('/ufficio');
  await signIn(page, 'Responsabile', '/ufficio/nuova/accesso-pratiche-edilizie');
  const form = main(page);
  await form.getByLabel('Come sappiamo chi è').selectOption({ label: 'documento mostrato allo sportello' });
  await form.getByLabel('Nome e cognome, o denominazione').first().fill('Marta Prova');
  await form.getByLabel('Codice fiscale').first().fill('RSSMRA85T10A562S');
  await fillFields(page);
  await form.getByRole('button', { name: 'Continua: documenti e invio' }).click();
  await expect(form.getByRole('heading', { name: 'Rileggi prima di inviare' })).toBeVisible();
  await form.getByLabel('Registra anche se mancano documenti').check();
  await form.getByRole('button', { name: 'Registra la richiesta' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ricevuta');
  return new URL(page.url()).pathname.split('/')[3] ?? '';
}

test('who is not signed in is sent to sign in, and a citizen is told that the desk is not theirs', async ({ page }) => {
  await page.goto('/ufficio');
  await expect(page).toHaveURL(`${siteUrl()}/accedi?returnTo=%2Fufficio`);
  await page.getByRole('button', { name: 'Cittadina' }).click();
  await expect(main(page)).toContainText('per chi lavora in Comune');
});

test('the desk: piles with counts, the case and its fascicolo beside the list', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'Operatore', '/ufficio');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La scrivania');
  const piles = page.getByRole('navigation', { name: 'Elenchi di pratiche' });
  for (const name of ['Mie', 'Del mio ufficio', 'In scadenza', 'Scadute', 'In attesa di altri', 'Da chiudere'])
    await expect(piles.getByRole('link', { name: new RegExp(`^${name} \\d`) })).toBeVisible();
  await piles.getByRole('link', { name: /Del mio ufficio/ }).click();
  await expect(cases(page).first()).toBeVisible();
  await expect(page.locator('.work-due').first()).toHaveText(/tra|scaduta|oggi|domani|sospeso|senza|decisa/);
  await cases(page).first().click();
  await expect(page.getByRole('heading', { name: 'Prossimo passo' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Fascicolo' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Storia' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('keys work with the focus in the list, and nowhere else', async ({ page }) => {
  await signIn(page, 'Responsabile', '/ufficio?vista=all');
  await page.keyboard.press('j');
  await expect(cases(page).first()).not.toBeFocused();
  await cases(page).first().focus();
  await page.keyboard.press('j');
  await expect(cases(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.locator('.work-tick input').nth(1)).toBeChecked();
  await page.keyboard.press('k');
  await expect(cases(page).first()).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tasti dell’elenco' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await cases(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pratica=/);
});

test('several cases are assigned at once, and each is told', async ({ page }) => {
  await signIn(page, 'Responsabile', '/ufficio?vista=all');
  await page.locator('.work-tick input').nth(0).check();
  await page.locator('.work-tick input').nth(1).check();
  const to = page.getByLabel('Assegna le pratiche scelte a');
  await to.selectOption({ label: 'Stefano Bellin' });
  await page.getByRole('button', { name: 'Assegna', exact: true }).click();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /assegnat/ })
      .getByRole('listitem'),
  ).toHaveCount(2);
});

test('from the counter to the receipt, and the case is read, acted on and explained', async ({ page }) => {
  const id = await fileAtCounter(page);
  await expect(main(page)).toContainText(/Protocollo n\. \d{7}\/\d{4}/);
  await expect(main(page)).toContainText('art. 8');
  expect(await violationsOn(page)).toEqual([]);
  await main(page).getByRole('link', { name: 'Vai alla pratica' }).click();
  await expect(main(page)).toContainText('RSSMRA85T10A562S');
  expect(await violationsOn(page)).toEqual([]);
  await main(page).locator('summary', { hasText: 'Scrivi una nota' }).click();
  await main(page).getByLabel('Nota', { exact: true }).fill('Telefonato alle 10');
  await main(page).getByRole('button', { name: 'Scrivi una nota' }).click();
  await expect(page.getByRole('list').filter({ hasText: 'Telefonato alle 10' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'perché?' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Perché questa scadenza');
  await expect(page.getByRole('table').first()).toContainText('Giorno iniziale');
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`/ufficio/pratiche/${id}`);
  await main(page).locator('summary', { hasText: 'Aggiungi un documento' }).click();
  await main(page)
    .getByRole('radio', { name: /interno/ })
    .check();
  await main(page)
    .getByLabel(/Titolo/)
    .fill('Appunto');
  await main(page)
    .getByLabel('Documento', { exact: true })
    .setInputFiles({ name: 'finto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ non è un PDF') });
  await main(page).getByRole('button', { name: 'Aggiungi al fascicolo' }).click();
  await expect(main(page).getByRole('alert')).toContainText('formato');
  await expect(main(page).getByLabel(/Titolo/)).toHaveValue('Appunto');
  await main(page)
    .getByLabel('Documento', { exact: true })
    .setInputFiles({ name: 'vero.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') });
  await main(page).getByRole('button', { name: 'Aggiungi al fascicolo' }).click();
  await expect(main(page)).toContainText('il documento è nel fascicolo');
  await main(page).getByRole('link', { name: 'Appunto' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Appunto');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main(page)
      .getByRole('link', { name: /^Scarica/ })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('vero.pdf');
});

test('who was second is told what changed, and what was typed stays', async ({ page, browser }) => {
  const id = await fileAtCounter(page);
  await page.goto(`/ufficio/pratiche/${id}`);
  const other = await browser.newContext({ locale: 'it-IT', baseURL: siteUrl() });
  const second = await other.newPage();
  await signIn(second, 'Responsabile', `/ufficio/pratiche/${id}`);
  await main(second).locator('summary', { hasText: 'Scrivi una nota' }).click();
  await main(second).getByLabel('Nota', { exact: true }).fill('La prima');
  await main(second).getByRole('button', { name: 'Scrivi una nota' }).click();
  await expect(main(second)).toContainText('La prima');
  await other.close();
  await main(page).locator('summary', { hasText: 'Scrivi una nota' }).click();
  await main(page).getByLabel('Nota', { exact: true }).fill('La seconda');
  await main(page).getByRole('button', { name: 'Scrivi una nota' }).click();
  await expect(main(page).getByRole('alert')).toContainText('Qualcun altro ha agito prima di te');
  await expect(main(page).getByRole('alert')).toContainText('Stefano Bellin');
  await expect(main(page).getByLabel('Nota', { exact: true })).toHaveValue('La seconda');
  await main(page).getByRole('button', { name: 'Scrivi una nota' }).click();
  await expect(main(page).locator('.history').last()).toContainText('La seconda');
});

test('wrong fields are told above and beside, with links, and keep what was typed', async ({ page }) => {
  await signIn(page, 'Responsabile', '/ufficio/nuova/accesso-pratiche-edilizie');
  await main(page).getByLabel('Nome e cognome, o denominazione').first().fill('Marta Prova');
  await main(page).getByLabel('Codice fiscale').first().fill('ABC');
  await main(page).getByRole('button', { name: 'Continua: documenti e invio' }).click();
  const summary = main(page).getByRole('alert');
  await summary.getByRole('link', { name: /codice fiscale non è giusto/ }).click();
  await expect(main(page).getByLabel('Codice fiscale').first()).toBeFocused();
  await expect(main(page).getByLabel('Nome e cognome, o denominazione').first()).toHaveValue('Marta Prova');
  expect(await violationsOn(page)).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the form works, tells what is wrong, and files', async ({ page }) => {
    await signIn(page, 'Responsabile', '/ufficio/nuova/accesso-pratiche-edilizie');
    await main(page).getByRole('button', { name: 'Continua: documenti e invio' }).click();
    await expect(main(page).getByRole('alert')).toContainText('Scrivi il nome');
    await fileAtCounter(page);
    await main(page).getByRole('link', { name: 'Vai alla pratica' }).click();
    await main(page).locator('summary', { hasText: 'Scrivi una nota' }).click();
    await main(page).getByLabel('Nota', { exact: true }).fill('Senza script');
    await main(page).getByRole('button', { name: 'Scrivi una nota' }).click();
    await expect(main(page).locator('.history').last()).toContainText('Senza script');
  });
});

test('an address of the desk that no page gave is passed over, and is no error of ours', async ({ page }) => {
  await signIn(page, 'Dirigente', '/ufficio');
  const year0 = Buffer.from('["0000-01-01","x"]').toString('base64url');
  for (const address of [
    '/ufficio?vista=all&tipo=%00',
    '/ufficio?pratica=%00',
    `/ufficio?vista=all&dopo=${year0}`,
    '/ufficio/pratiche/%00',
    '/ufficio/pratiche/%00/documenti/x',
    '/direzione/procedimenti/%00/1',
  ])
    expect((await page.request.get(address)).status(), address).toBeLessThan(500);
});
