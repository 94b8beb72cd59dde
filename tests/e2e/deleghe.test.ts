import type { Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function comeIn(page: Page, button: string, returnTo: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page).toHaveURL(siteUrl() + returnTo);
}

const main = (page: Page) => page.getByRole('main');
const forno = 'Forno al Ponte Corvo S.r.l.';

test('a business gives a colleague a role: given, accepted, used, looked at, revoked and gone', async ({
  page,
  expectedStatus,
}) => {
  expectedStatus.add(404);
  await comeIn(page, 'Impresa', '/mia-pagina/deleghe');
  await main(page).getByRole('link', { name: 'Dai un ruolo a un collega' }).click();
  await page.getByLabel('Cognome').fill('Marchetti');
  await page.getByLabel('Nome', { exact: true }).fill('Eleonora');
  await page.getByLabel('Codice fiscale').fill('mrclne84e52g224j');
  await page.getByRole('button', { name: 'Dai la delega' }).click();
  await expect(main(page).getByRole('alert')).toContainText('non è di una persona con questo cognome e nome');
  await expect(page.getByLabel('Cognome')).toHaveValue('Marchetti');
  await page.getByLabel('Nome', { exact: true }).fill('Elena');
  await page.getByRole('button', { name: 'Dai la delega' }).click();
  await expect(main(page).getByRole('status').filter({ hasText: 'Se il codice fiscale è giusto' })).toBeVisible();
  const role = main(page).getByRole('listitem').filter({ hasText: 'Elena Marchetti' });
  await expect(role).toContainText('Da accettare entro');

  await comeIn(page, 'Cittadina', '/mia-pagina/deleghe');
  await main(page)
    .getByRole('button', { name: `Accetta: ${forno}` })
    .click();
  await expect(main(page).getByRole('listitem').filter({ hasText: forno })).toContainText('Vale fino al');
  await page.getByLabel('Agisco per').selectOption({ label: forno });
  await page.getByRole('button', { name: 'Cambia' }).click();
  // Who files does not administer.
  await expect(main(page)).toContainText('I ruoli di Forno al Ponte Corvo S.r.l. li dà chi la amministra.');
  await page
    .getByRole('navigation', { name: 'Stanze della Mia Pagina' })
    .getByRole('link', { name: 'Pratiche' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Pratiche di ${forno}`);
  const rows = main(page).getByRole('table').getByRole('row');
  const all = await rows.count();
  await page.getByLabel('Stato').selectOption({ label: 'In corso' });
  await page.getByRole('button', { name: 'Applica' }).click();
  expect(await rows.count()).toBeLessThan(all);
  const csv = await page.request.get((await page.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect((await csv.text()).trim().split('\r\n')).toHaveLength(await rows.count());
  await rows.nth(1).getByRole('link').click();
  const theirs = new URL(page.url()).pathname;
  await expect(page.getByLabel('Agisco per')).toHaveValue(/.+/);
  await expect(page.getByLabel('Agisco per').locator('option:checked')).toHaveText(forno);
  // The address may say nothing: a case is still whose it is.
  await page.goto(theirs);
  await expect(page.getByLabel('Agisco per').locator('option:checked')).toHaveText(forno);

  // A look of the staff is told to the business, by office and role.
  await comeIn(page, 'Dirigente', theirs.replace('/mia-pagina/', '/ufficio/'));
  await comeIn(page, 'Impresa', '/mia-pagina/accessi');
  const look = main(page).getByRole('row').nth(1);
  await expect(look).toContainText('Dirigente, tutti gli uffici');
  await expect(look).toContainText('per dirigere l’ufficio e controllarne il lavoro');
  await expect(main(page)).not.toContainText('Laura Tonello');

  await page.goto('/mia-pagina/deleghe');
  await main(page).getByRole('button', { name: 'Revoca: Elena Marchetti' }).click();
  await expect(main(page).getByRole('status').filter({ hasText: 'Revocata' })).toBeVisible();
  await comeIn(page, 'Cittadina', '/mia-pagina/deleghe');
  await expect(page.getByLabel('Agisco per')).toHaveCount(0);
  await page.goto(theirs);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(/patrocinio|occupazione/i);
  expect((await page.request.get(`${theirs}/scadenza.ics`)).status()).toBe(404);
});

test('a deed on paper counts once an office has confirmed it; without script too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT', baseURL: siteUrl() });
  const page = await context.newPage();
  await comeIn(page, 'Cittadina', '/mia-pagina/deleghe/su-carta');
  await page.getByLabel('Nome della persona o dell’impresa').fill('Falegnameria Esempio S.n.c.');
  await page.getByLabel('Codice fiscale di chi è rappresentato').fill('12345670785');
  await page.getByRole('button', { name: 'Manda il documento' }).click();
  await expect(main(page).getByRole('alert')).toContainText(/codice fiscale|Allega il documento/i);
  await page.getByLabel('Codice fiscale di chi è rappresentato').fill('00000000190');
  await page.getByLabel('Documento', { exact: true }).setInputFiles({
    name: 'visura.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  });
  await page.getByRole('button', { name: 'Manda il documento' }).click();
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Falegnameria' })).toContainText('sta controllando');
  await comeIn(page, 'Responsabile', '/ufficio/deleghe');
  const deed = await page.request.get(
    (await main(page).getByRole('link', { name: 'leggi il documento' }).getAttribute('href')) ?? '',
  );
  expect(deed.headers()['content-type']).toBe('application/pdf');
  await main(page).getByRole('button', { name: 'Conferma', exact: true }).click();
  await expect(main(page).getByRole('status').filter({ hasText: 'Confermata' })).toBeVisible();
  await comeIn(page, 'Cittadina', '/mia-pagina/deleghe');
  await page.getByLabel('Agisco per').selectOption({ label: 'Falegnameria Esempio S.n.c.' });
  await main(page).getByRole('button', { name: 'Rinuncia: Falegnameria Esempio S.n.c.' }).click();
  await expect(main(page).getByRole('status').filter({ hasText: 'Hai lasciato' })).toBeVisible();
  await context.close();
});

test('contacts, consents, a copy of one’s data and what is erased', async ({ page }) => {
  await comeIn(page, 'Delegato', '/mia-pagina/profilo');
  await page.getByLabel('Telefono').fill('non ce l’ho');
  await page.getByLabel('PEC').fill('davide@pec.example.org');
  await page.getByRole('button', { name: 'Salva i recapiti' }).click();
  await expect(main(page).getByRole('alert')).toContainText('Non è un numero di telefono');
  await expect(page.getByLabel('PEC')).toHaveValue('davide@pec.example.org');
  await page.getByLabel('Telefono').fill('+39 049 8201234');
  await page.getByRole('button', { name: 'Salva i recapiti' }).click();
  await expect(main(page).getByRole('status').filter({ hasText: 'Recapiti salvati' })).toBeVisible();
  await main(page)
    .getByRole('button', { name: /^Acconsento: Chiedermi/ })
    .click();
  await expect(main(page).getByRole('button', { name: /^Ritiro il consenso: Chiedermi/ })).toBeVisible();
  const json = await page.request.get('/mia-pagina/dati/copia.json');
  expect(await json.json()).toMatchObject({ contacts: { phone: '+390498201234', pec: 'davide@pec.example.org' } });
  const zip = await page.request.get('/mia-pagina/dati/copia.zip');
  expect((await zip.body()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  await page.goto('/mia-pagina/dati');
  await page.getByLabel('Recapiti e la loro storia').check();
  await page.getByRole('button', { name: 'Cancella ciò che ho scelto' }).click();
  await expect(main(page).getByRole('alert')).toContainText('Conferma che vuoi cancellare');
  await page.getByLabel(/^Sì, cancella/).check();
  await page.getByRole('button', { name: 'Cancella ciò che ho scelto' }).click();
  await expect(main(page).getByRole('status').filter({ hasText: 'Cancellato' })).toBeVisible();
  await page.goto('/mia-pagina/profilo');
  await expect(page.getByLabel('PEC')).toHaveValue('');
});

test('for everyone (axe), on a phone and wide, in both languages', async ({ page }) => {
  await comeIn(page, 'Impresa', '/mia-pagina/deleghe');
  const rooms = ['deleghe', 'deleghe/nuova', 'pratiche', 'profilo', 'accessi', 'dati'];
  for (const [width, lang] of [
    [1280, 'en'],
    [390, 'it'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const room of rooms) {
      await page.goto(`/mia-pagina/${room}?lang=${lang}`);
      expect([room, await violationsOn(page)]).toEqual([room, []]);
      expect([room, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([room, width]);
    }
  }
});
