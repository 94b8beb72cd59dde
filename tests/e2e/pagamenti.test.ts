import type { Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const phone = { width: 360, height: 780 };
const pdf = { name: 'pianta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') };

async function comeIn(page: Page, persona: string, returnTo: string): Promise<void> {
  await page.goto(`${siteUrl()}/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

/** No violation that axe finds, and nothing wider than the page. */
async function soundOn(page: Page): Promise<void> {
  expect([page.url(), await violationsOn(page)]).toEqual([page.url(), []]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Writes a request to occupy public ground as far as the page of payments. */
async function toPayments(page: Page, persona: string): Promise<void> {
  await comeIn(page, persona, '/servizi/occupazione-suolo-pubblico/richiesta');
  while ((await page.getByRole('heading', { level: 1, name: 'Documenti', exact: true }).count()) === 0) {
    const step = main(page)
      .getByText(/Passo \d+ di \d+/)
      .first();
    const here = await step.innerText();
    const mine = main(page).locator('form [name="for"]').first();
    if ((await mine.count()) > 0) await mine.check();
    for (const box of await main(page).locator('form [name^="a."]').all()) {
      const type = await box.getAttribute('type');
      if (type === 'datetime-local') await box.fill('2027-03-01T10:00');
      else if (type === 'date') await box.fill('2027-03-01');
      else if (type === 'radio') {
        const name = await box.getAttribute('name');
        if ((await page.locator(`[name="${name}"]:checked`).count()) === 0) await box.check();
      } else if ((await box.evaluate((one) => one.tagName)) === 'SELECT') await box.selectOption({ index: 1 });
      else await box.fill((await box.getAttribute('inputmode')) === 'decimal' ? '12' : 'via Altinate');
    }
    await main(page).getByRole('button', { name: 'Continua', exact: true }).click();
    await expect(step).not.toHaveText(here);
  }
  await main(page).getByLabel('Pianta quotata dello spazio').setInputFiles(pdf);
  await main(page).getByRole('button', { name: 'Continua', exact: true }).click();
  await expect(heading(page)).toHaveText('Bollo e pagamenti');
}

test('on a phone: nothing is sent without the stamp; it is bought at Checkout, and its receipt is in the fascicolo', async ({
  browser,
}) => {
  test.slow();
  // Checkout is another site: a page that is not watched for strangers.
  const context = await browser.newContext({ locale: 'it-IT', viewport: phone });
  const page = await context.newPage();
  await toPayments(page, 'Cittadina');
  await soundOn(page);
  await main(page).getByRole('link', { name: 'Continua', exact: true }).click();
  await expect(heading(page)).toHaveText('Controlla prima di inviare');
  const blocks = main(page).getByRole('region', { name: 'Che cosa impedisce l’invio' });
  await expect(blocks).toContainText(/Imposta di bollo\D*16,00 €\)?: non ancora pagato né dichiarato/);
  await soundOn(page);
  for (const box of await main(page).getByRole('checkbox').all()) await box.check();
  await main(page).getByRole('button', { name: 'Invia la richiesta' }).click();
  await main(page)
    .getByRole('alert')
    .getByRole('link', { name: /Assolvi prima/ })
    .click();
  await blocks.getByRole('link', { name: 'Vai a bollo e pagamenti' }).click();

  await main(page).getByText('Paga in linea con pagoPA').first().click();
  const form = main(page).getByRole('form', { name: /^Paga in linea/ });
  await form.getByLabel(/A quale indirizzo/).fill('non un indirizzo');
  await form.getByRole('button').click();
  await expect(form.getByRole('alert')).toContainText('Scrivi un indirizzo');
  await form.getByLabel(/A quale indirizzo/).fill('elena@example.org');
  await form.getByRole('button').dblclick();
  await expect(heading(page)).toHaveText('Checkout di prova');
  // Somebody changes their mind, and comes back.
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect(heading(page)).toHaveText('Hai annullato il pagamento');
  await soundOn(page);
  await main(page).getByRole('link', { name: 'Riprova il pagamento' }).click();
  await expect(main(page)).toContainText('Avviso pagoPA');
  await main(page).getByText('Vai al pagamento').click();
  const again = main(page).getByRole('form', { name: /^Vai al pagamento/ });
  await again.getByLabel(/A quale indirizzo/).fill('elena@example.org');
  await again.getByRole('button').click();
  await expect(heading(page)).toHaveText('Checkout di prova');
  await page.waitForTimeout(3_500);
  await page.getByRole('button', { name: 'Paga' }).click();
  await expect(heading(page)).toHaveText('Il pagamento è confermato');
  await expect(main(page)).toContainText('Marca da bollo digitale n. IUBD');
  await soundOn(page);
  await main(page).getByRole('link', { name: 'Torna alla richiesta' }).click();
  for (const box of await main(page).getByRole('checkbox').all()) await box.check();
  await main(page).getByRole('button', { name: 'Invia la richiesta' }).click();
  await expect(heading(page)).toHaveText('Ricevuta');
  await main(page).getByRole('link', { name: 'Segui la pratica' }).click();
  const paid = main(page).getByRole('region', { name: 'Pagamenti', exact: true });
  await expect(paid).toContainText('Imposta di bollo 16,00 € · pagato');
  const download = page.waitForEvent('download');
  await paid.getByRole('link', { name: /Scarica la ricevuta/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xml$/);
  await soundOn(page);

  // Whoever has the case sees what was paid, and what must be before anything is released.
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const desk = await (await browser.newContext({ locale: 'it-IT' })).newPage();
  await comeIn(desk, 'Dirigente', `/ufficio/pratiche/${id}`);
  const asked = main(desk).getByRole('region', { name: 'Pagamenti', exact: true });
  await expect(asked).toContainText('Prima di rilasciare il provvedimento deve risultare pagato: Canone unico');
  await expect(asked).toContainText('Marca da bollo digitale n. IUBD');
  await soundOn(desk);
  await context.close();
  await desk.context().close();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a stamp on paper is declared by its number, once in the whole register', async ({ page }) => {
    test.slow();
    await toPayments(page, 'Impresa');
    const form = main(page).getByRole('form', { name: /^Ho una marca da bollo di carta/ });
    const serial = `02${String(Date.now()).slice(-12)}`;
    const declare = async (number: string, day: string, ticked: boolean) => {
      if (!(await form.isVisible())) await main(page).getByText('Ho una marca da bollo di carta').click();
      await form.getByLabel('Numero identificativo').fill(number);
      await form.getByLabel('Data di emissione').fill(day);
      if (ticked) await form.getByRole('checkbox').check();
      await form.getByRole('button', { name: 'Registra la marca' }).click();
    };
    await declare('123', '2099-01-01', false);
    await expect(form.getByRole('alert')).toContainText('ha 14 cifre');
    await expect(form.getByRole('alert')).toContainText('non può essere dopo oggi');
    await expect(form.getByRole('alert')).toContainText('Spunta la dichiarazione');
    await expect(form.getByLabel('Numero identificativo')).toHaveValue('123');
    await declare(serial, '2026-01-15', true);
    await expect(main(page).getByRole('status').first()).toContainText('Registrato');
    await expect(main(page)).toContainText(`Marca di carta n. ${serial}`);
    const first = page.url();
    await toPayments(page, 'Impresa');
    await declare(serial, '2026-01-15', true);
    await expect(form.getByRole('alert')).toContainText('già stata usata per un’altra richiesta');
    await page.goto(first);
    await main(page)
      .getByRole('button', { name: /^Cambia/ })
      .click();
    await expect(main(page)).toContainText('Da assolvere');
  });
});
