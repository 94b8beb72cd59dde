import type { Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).first().click();
const said = (page: Page) => main(page).locator('[role="status"], [role="alert"]').first();

test('the desk of the archive is not for others, and has no page that a machine finds inaccessible', async ({
  page,
  expectedStatus,
}) => {
  expectedStatus.add(403);
  await page.goto('/archivio');
  await expect(page).toHaveURL(`${siteUrl()}/accedi?returnTo=%2Farchivio`);
  await signIn(page, 'Operatore', '/archivio/scarto');
  await expect(main(page)).toContainText('L’archivio lo tengono gli archivisti del Comune.');
  await expect(main(page).getByRole('button')).toHaveCount(0);
  expect((await page.request.get('/archivio/scarto/1/elenco.csv')).status()).toBe(404);
  await signIn(page, 'Archivista', '/archivio');
  const paths = [
    '',
    '/termini',
    '/deposito',
    '/scarto',
    '/storica',
    '/blocchi',
    '/conservazione',
    '/consultabilita',
    '/permessi',
  ];
  for (const path of paths) {
    await page.goto(`/archivio${path}`);
    expect(await violationsOn(page)).toEqual([]);
  }
});

test('an office confirms what it transfers, the archivist takes it over', async ({ page }) => {
  await signIn(page, 'Responsabile', '/ufficio/versamenti');
  const list = main(page).locator('.keeping-list a').first();
  await expect(list).toBeVisible();
  const path = new URL((await list.getAttribute('href')) ?? '', siteUrl()).pathname;
  await page.goto(path);
  expect(await violationsOn(page)).toEqual([]);
  await press(page, 'Conferma l’elenco');
  await expect(said(page)).toHaveText('Fatto.');
  await signIn(page, 'Archivista', path.replace('/ufficio/versamenti', '/archivio/deposito'));
  await press(page, /^Prendi in carico (tutti|il fascicolo che resta)/);
  await expect(said(page)).toHaveText('Fatto.');
  await expect(main(page)).toContainText('preso in carico');
  expect(await violationsOn(page)).toEqual([]);
});

test('an affair of the seventies becomes public under its title, and its party never', async ({ page }) => {
  await signIn(page, 'Archivista', '/archivio/storica');
  const affair = main(page).locator('.keeping-list > li').filter({ hasText: 'Prato della Valle' });
  const record = (await affair.locator('input[name="record"]').getAttribute('value')) ?? '';
  expect((await page.request.get(`/records/${record}`)).status()).toBe(404);
  const title = affair.getByRole('textbox', { name: 'Titolo pubblico' });
  await expect(title).not.toHaveValue(/Dalla Pria/);
  await title.fill('Concessione edilizia chiesta da Gualtiero Dalla Pria');
  await affair.getByRole('button', { name: 'Conferma il titolo' }).click();
  // Refused, it stays in its field, with the reason beside it.
  await expect(affair.getByRole('alert')).toContainText('nome o il codice fiscale di una parte');
  await expect(title).toHaveValue('Concessione edilizia chiesta da Gualtiero Dalla Pria');
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  expect(await violationsOn(page)).toEqual([]);
  await title.fill('Concessione edilizia, Prato della Valle, 1977');
  await affair.getByRole('button', { name: 'Conferma il titolo' }).click();
  await expect(said(page)).toHaveText('Fatto.');
  await press(page, 'Trasferisci quelli confermati');
  await expect(said(page)).toContainText('sezione storica');
  await page.goto(`/records/${record}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Concessione edilizia, Prato della Valle, 1977');
  expect(await page.content()).not.toMatch(/Gualtiero/);
  // Its document is read by anybody from now on, on a page of its own.
  await page.context().clearCookies();
  const { items } = (await (await page.request.get(`/api/v1/records/${record}/children`)).json()) as {
    items: { id: string }[];
  };
  const document = `/records/${items[0]?.id}`;
  await page.goto(document);
  await expect(page.getByRole('heading', { name: 'Il documento' })).toBeVisible();
  await expect(main(page).locator('iframe.document-frame')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  const first = main(page).getByRole('img', { name: /^Prima pagina/ });
  await first.scrollIntoViewIfNeeded();
  await expect
    .poll(() => first.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => window.document.documentElement.scrollWidth)).toBe(390);
  const content = await page.request.get(`${document}/contenuto`);
  expect([content.status(), content.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect(content.headers()['content-security-policy']).toContain(`default-src 'none'`);
  await page.goto('/search?q=concessione+edilizia+prato+valle');
  await expect(main(page)).toContainText('Concessione edilizia, Prato della Valle, 1977');
});

test('a scarto: hold, list, export, partial permit, number typed, execution, report', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'Archivista', '/archivio/blocchi');
  await page.getByLabel('Identificativo o segnatura').fill('2009-V/2.1');
  await main(page).getByLabel('Motivo').first().fill('causa pendente');
  await press(page, 'Metti il blocco');
  await expect(said(page)).toHaveText('Fatto.');
  await page.goto('/archivio/scarto');
  await press(page, 'Prepara un elenco di scarto');
  await expect(main(page)).toContainText('Richiesta di affissione');
  await expect(main(page)).not.toContainText('risarcimento');
  const csv = await page.request.get(`${page.url()}/elenco.csv`);
  expect(await csv.text()).toContain('2012-VI/1.1');
  await press(page, 'Segna come inviato');
  // The page is another from here: nothing is typed into the one that goes.
  await expect(said(page)).toHaveText('Fatto.');
  const refused = main(page).locator('.keeping-list > li').filter({ hasText: 'affissione' });
  await refused.getByLabel('Motivo').fill('si conserva un campione');
  await refused.getByRole('button', { name: 'Non autorizzato' }).click();
  await expect(refused).toContainText('si conserva un campione');
  await page.getByLabel('Numero dell’autorizzazione').first().fill('5678-P');
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format());
  await page.getByLabel('Data dell’autorizzazione').first().fill(today);
  await press(page, 'Registra l’autorizzazione');
  await expect(main(page)).toContainText('non si annulla');
  expect(await violationsOn(page)).toEqual([]);
  await main(page).getByLabel('Per confermare').fill('999');
  await press(page, 'Distruggi');
  await expect(said(page)).toContainText('non è stato distrutto nulla');
  // As many as the page says: cases of the demonstration come to their term as days go by.
  const asked =
    (await main(page)
      .getByText(/^Per confermare/)
      .textContent()) ?? '';
  await main(page)
    .getByLabel('Per confermare')
    .fill(/\d+/.exec(asked)?.[0] ?? '');
  await press(page, 'Distruggi');
  await expect(said(page)).toContainText('entro un minuto');
  await expect(async () => {
    await page.goto(new URL(page.url()).pathname);
    await expect(main(page)).toContainText('L’elenco è eseguito', { timeout: 1000 });
  }).toPass({ timeout: 200_000, intervals: [5000] });
  await expect(main(page)).toContainText('5678-P');
  await expect(main(page).locator('dl')).toContainText('Documenti distrutti');
  expect(await violationsOn(page)).toEqual([]);
});

test('what is closed without a term waits for a day, and leaves the list once it is said', async ({ page }) => {
  await signIn(page, 'Archivista', '/archivio/termini?quali=fact');
  expect(await violationsOn(page)).toEqual([]);
  await main(page).getByRole('link', { name: 'Concessione del chiosco dei giardini' }).click();
  await main(page).locator('summary', { hasText: 'Indica quando finisce il rapporto' }).click();
  const year = new Date().getFullYear();
  await main(page).getByLabel('Giorno in cui il rapporto finisce').fill(`${year}-01-31`);
  await press(page, 'Calcola la conservazione');
  await expect(main(page)).toContainText(`si conserva fino al 31 gennaio ${year + 10}`);
  await page.goto('/archivio/termini?quali=fact');
  await expect(main(page)).not.toContainText('Concessione del chiosco');
});

test('closing an affair is refused with what is missing, or put off with a reason', async ({ page }) => {
  await signIn(page, 'Archivista', '/archivio/fascicoli?specie=affare&stato=open');
  await main(page)
    .getByRole('link', { name: /Trasferimento dei registri/ })
    .click();
  await main(page).locator('summary', { hasText: 'Chiudi il fascicolo' }).click();
  await main(page).getByLabel('Nessuna di queste').check();
  expect(await violationsOn(page)).toEqual([]);
  await press(page, 'Chiudi il fascicolo');
  await expect(main(page)).toContainText('rinvia con un motivo');
  await main(page).getByRole('textbox', { name: 'Perché si decide dopo' }).fill('decide la commissione');
  await press(page, 'Chiudi il fascicolo');
  await expect(main(page)).toContainText('conservazione da decidere');
  await expect(main(page)).toContainText('decide la commissione');
});
