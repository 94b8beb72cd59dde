import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const main = (page: Page) => page.getByRole('main');
const form = '/servizi/patrocinio/richiesta';
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function comeIn(page: Page, button: string, returnTo: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

/** No violation that axe finds, and nothing wider than the page. */
async function soundOn(page: Page): Promise<void> {
  expect([page.url(), await violationsOn(page)]).toEqual([page.url(), []]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** How many cases run, as Mia Pagina says. */
async function runningOn(page: Page): Promise<number> {
  const said = await page.getByRole('heading', { name: /^In corso \(\d+\)$/ }).innerText();
  return Number(/\d+/.exec(said)?.[0]);
}

test('on a phone: written a page at a time, saved by itself, checked, sent once', async ({ page }, info) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await comeIn(page, 'Cittadina', '/mia-pagina');
  const running = await runningOn(page);
  await page.goto('/servizi/patrocinio');
  await main(page).getByRole('link', { name: 'Presenta la richiesta in linea' }).click();
  await expect(main(page)).toContainText('Passo 1 di 7');
  await soundOn(page);
  const initiative = main(page).getByRole('textbox', { name: /iniziativa/i });
  await initiative.fill('Festa in Prato della Valle');
  await expect(
    main(page)
      .getByRole('status')
      .filter({ hasText: /^Bozza salvata alle \d{2}:\d{2}$/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/richiesta\/bozza\/[0-9a-f]{32}\/1$/);
  await page.reload();
  await expect(initiative).toHaveValue('Festa in Prato della Valle');
  await press(page, 'Continua');
  await press(page, 'Continua');
  await expect(main(page).getByRole('alert')).toContainText('va compilato');
  await main(page).locator('textarea').fill('Musica e letture per tutto il pomeriggio');
  await press(page, 'Continua');
  const days = main(page).locator('input[type=date]');
  await days.first().fill('2027-05-01');
  await press(page, 'Indietro');
  await expect(main(page).locator('textarea')).toHaveValue('Musica e letture per tutto il pomeriggio');
  await press(page, 'Continua');
  await expect(days.first()).toHaveValue('2027-05-01');
  await days.last().fill('2027-05-02');
  await press(page, 'Continua');
  await press(page, 'Continua');
  await main(page).getByLabel('Sì', { exact: true }).check();
  await press(page, 'Continua');
  await expect(heading(page)).toHaveText('Documenti');
  await soundOn(page);
  const file = info.outputPath('programma.pdf');
  await writeFile(file, '%PDF-1.7\n%%EOF');
  await page.locator('input[type=file]').first().setInputFiles(file);
  await press(page, 'Allega e resta qui');
  await expect(main(page).getByRole('listitem').filter({ hasText: 'programma.pdf' })).toContainText('PDF');
  await press(page, 'Continua');
  await expect(heading(page)).toHaveText('Controlla prima di inviare');
  await soundOn(page);
  await press(page, 'Invia la richiesta');
  await expect(main(page).getByRole('alert')).toContainText('spunta tutte le dichiarazioni');
  await main(page)
    .getByRole('link', { name: /^Modifica: .*iniziativa/i })
    .first()
    .click();
  await initiative.fill('Festa in piazza dei Signori');
  await press(page, 'Continua e torna al controllo');
  await expect(main(page)).toContainText('Festa in piazza dei Signori');
  await main(page).getByLabel('Dichiaro che quello che ho scritto è vero').check();
  await main(page).getByRole('button', { name: 'Invia la richiesta' }).dblclick();
  await expect(heading(page)).toHaveText('Ricevuta');
  for (const said of ['Elena Marchetti', 'programma.pdf', 'che cosa fare se nessuno risponde', 'vedere gli atti'])
    await expect(main(page)).toContainText(said);
  await soundOn(page);
  const receipt = page.url();
  await main(page).getByRole('link', { name: 'Segui la pratica' }).click();
  await main(page).getByRole('link', { name: 'La ricevuta della richiesta' }).click();
  await expect(page).toHaveURL(receipt);
  await page.goto('/mia-pagina');
  expect(await runningOn(page)).toBe(running + 1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft is saved, found on Mia Pagina, outlives the session, and is deleted', async ({
    page,
    context,
    expectedStatus,
  }) => {
    await comeIn(page, 'Impresa', form);
    const where = main(page).getByRole('textbox');
    await where.fill('Mercato dei fiori');
    await press(page, 'Salva la bozza');
    await expect(main(page).getByRole('status').first()).toContainText(/Bozza salvata alle \d{2}:\d{2}/);
    await page.goto('/mia-pagina');
    const drafts = main(page).getByRole('region', { name: /^Bozze \(\d+\)$/ });
    await drafts
      .getByRole('link', { name: /^Riprendi: / })
      .first()
      .click();
    await expect(where).toHaveValue('Mercato dei fiori');
    await where.fill('Mercato dei fiori e delle piante');
    await context.clearCookies();
    await press(page, 'Continua');
    await page.getByRole('button', { name: 'Impresa', exact: true }).click();
    await expect(where).toHaveValue('Mercato dei fiori e delle piante');
    const path = new URL(page.url()).pathname;
    await page.goto(form);
    await expect(main(page)).toContainText('Hai già cominciato questa richiesta');
    await context.clearCookies();
    // Another's is not there, as one that never was.
    expectedStatus.add(404);
    await comeIn(page, 'Cittadina', path);
    await expect(main(page)).not.toContainText('Mercato');
    for (const draft of [path, path.replace(/[0-9a-f]{32}/, 'f'.repeat(32))])
      expect((await page.goto(draft))?.status()).toBe(404);
    await context.clearCookies();
    await comeIn(page, 'Impresa', '/mia-pagina');
    await drafts
      .getByRole('link', { name: /^Elimina la bozza/ })
      .first()
      .click();
    await press(page, 'Elimina la bozza');
    await page.goto(path);
    await expect(main(page)).not.toContainText('Mercato');
  });
});

test('the session ends half way: what was typed waits in the browser, for who typed it', async ({
  page,
  context,
  expectedStatus,
}) => {
  expectedStatus.add(401);
  await comeIn(page, 'Delegato', '/servizi/accesso-documentale/richiesta');
  await expect(heading(page)).toHaveText('Per chi');
  await main(page).getByRole('radio').first().check();
  await press(page, 'Continua');
  const asked = main(page).getByRole('textbox').first();
  await asked.fill('La delibera del 1998');
  await expect(main(page).getByRole('status').filter({ hasText: 'Bozza salvata' })).toBeVisible();
  await context.clearCookies();
  await asked.fill('La delibera del 1998 e i suoi allegati');
  await expect(main(page).getByText('La sessione è finita. Quello che hai scritto')).toBeVisible();
  await soundOn(page);
  await main(page).getByRole('status').getByRole('link', { name: 'Accedi' }).click();
  await page.getByRole('button', { name: 'Delegato', exact: true }).click();
  await expect(asked).toHaveValue('La delibera del 1998 e i suoi allegati');
  await expect(main(page).getByText('Abbiamo ripreso quello che avevi scritto')).toBeVisible();
  await expect(main(page).getByRole('status').filter({ hasText: 'Bozza salvata' })).toBeVisible();
});

test('from the page of a unit: to consult or to reproduce, with the unit filled in; or whom to ask', async ({
  page,
}) => {
  const found = await page.request.get('/api/v1/search?level=file&q=Archivio');
  const { hits } = (await found.json()) as { hits: { id: string }[] };
  const words = { ours: 'Averne una riproduzione', others: 'Richiedi: dove' };
  const seen = new Set<string>();
  for (const { id } of hits) {
    await page.goto(`/records/${id}`);
    const menu = main(page).locator('.request-menu');
    const where = main(page).getByRole('link', { name: words.others });
    if (!seen.has('others') && (await where.count()) > 0) {
      seen.add('others');
      await expect(
        main(page).getByRole('region', { name: /./ }).filter({ hasText: 'non è conservata dal Comune' }),
      ).toBeVisible();
    }
    if (seen.has('ours') || (await menu.count()) === 0) continue;
    seen.add('ours');
    const title = await heading(page).innerText();
    await menu.locator('summary').click();
    expect(await violationsOn(page)).toEqual([]);
    await menu.getByRole('link', { name: words.ours }).click();
    await main(page).getByRole('link', { name: 'Accedi' }).click();
    await page.getByRole('button', { name: 'Cittadina', exact: true }).click();
    await expect(main(page).locator('.about-units')).toContainText(title);
    await expect(main(page)).toContainText('I due passi per accedere all’archivio');
    await soundOn(page);
    await press(page, 'Continua');
    await expect(main(page).getByRole('checkbox', { name: 'Riproduzione' })).toBeChecked();
  }
  expect(seen).toEqual(new Set(['ours', 'others']));
});
