import type { Locator, Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const main = (page: Page) => page.getByRole('main');
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${name}\n%%EOF`),
});
const phone = { width: 390, height: 844 };

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`${siteUrl()}/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

/** A citizen asks to occupy public ground, a page at a time; tells the id of the case. */
async function fileOnline(page: Page): Promise<string> {
  await signIn(page, 'Cittadina', '/servizi/occupazione-suolo-pubblico/richiesta');
  const press = (name: string) => main(page).getByRole('button', { name, exact: true }).click();
  const step = main(page)
    .getByText(/Passo \d+ di \d+/)
    .first();
  while ((await page.getByRole('heading', { level: 1, name: 'Documenti', exact: true }).count()) === 0) {
    const here = await step.innerText();
    await answerAll(page);
    await press('Continua');
    await expect(step).not.toHaveText(here);
  }
  await main(page).getByLabel('Pianta quotata dello spazio').setInputFiles(pdf('pianta.pdf'));
  await press('Continua');
  await declareStamp(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controlla prima di inviare');
  for (const box of await main(page).getByRole('checkbox').all()) await box.check();
  await press('Invia la richiesta');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ricevuta');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The request costs a stamp: one on paper, with a number that no other has. */
async function declareStamp(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bollo e pagamenti');
  await main(page).getByText('Ho una marca da bollo di carta').click();
  const form = main(page).getByRole('form', { name: /^Ho una marca da bollo di carta/ });
  await form.getByLabel('Numero identificativo').fill(`01${String(Date.now()).slice(-12)}`);
  await form.getByLabel('Data di emissione').fill('2026-01-15');
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Registra la marca' }).click();
  await expect(main(page)).toContainText('Marca di carta n. 01');
  await main(page).getByRole('link', { name: 'Continua', exact: true }).click();
}

async function answerAll(page: Page): Promise<void> {
  for (const box of await main(page).locator('form [name^="a."]').all()) {
    const type = await box.getAttribute('type');
    if (type === 'datetime-local') await box.fill('2027-03-01T10:00');
    else if (type === 'radio') {
      const name = await box.getAttribute('name');
      if ((await page.locator(`[name="${name}"]:checked`).count()) === 0) await box.check();
    } else if ((await box.evaluate((one) => one.tagName)) === 'SELECT') await box.selectOption({ index: 1 });
    else await box.fill((await box.getAttribute('inputmode')) === 'decimal' ? '12' : 'via Altinate');
  }
}

/** The form of the first step that leads there, unfolded. */
async function stepTo(page: Page, to: string): Promise<Locator> {
  const form = page.locator(`form[id^="act-advance-${to}"]`).first();
  await page
    .locator('details')
    .filter({ has: page.locator(`#${await form.getAttribute('id')}`) })
    .locator('summary')
    .click();
  return form;
}

/** The case goes on there: all is ticked, an act named where one is wanted. */
async function goOn(page: Page, to: string): Promise<void> {
  const form = await stepTo(page, to);
  for (const box of await form.locator('[name="checked"]').all()) await box.check();
  if ((await form.locator('[name="reference"]').count()) > 0)
    await form.locator('[name="reference"]').fill('Concessione n. 12/2026');
  await form.getByRole('button').click();
  await expect(page.locator(`form[id^="act-advance-${to}"]`)).toHaveCount(0);
}

test('a citizen files, is asked for a document, sends it, writes, and reads the decision', async ({
  page,
  browser,
}) => {
  test.slow();
  await page.setViewportSize(phone);
  const id = await fileOnline(page);
  const office = await (
    await browser.newContext({ locale: 'it-IT', viewport: { width: 1280, height: 900 } })
  ).newPage();
  await signIn(office, 'Responsabile', `/ufficio/pratiche/${id}`);
  await goOn(office, 'completenessCheck');
  const ask = await stepTo(office, 'additions');
  for (const box of await ask.locator('[name="checked"]').all()) await box.check();
  await ask.getByLabel('Relazione sull’occupazione').check();
  if ((await ask.locator('[name="reference"]').count()) > 0)
    await ask.locator('[name="reference"]').fill('nota 3/2026');
  await ask.locator('[name="message"]').fill('Manca la relazione: <b>serve firmata</b>.');
  await ask.getByRole('button').click();
  await expect(main(office)).toContainText('Attesa delle integrazioni');

  // What waits for her leads to what is asked, by when and why.
  await page.goto('/mia-pagina');
  await main(page)
    .getByRole('link', { name: /^Rispondi: .*via Altinate/ })
    .first()
    .click();
  await expect(page).toHaveURL(`${siteUrl()}/mia-pagina/pratiche/${id}#chiesto`);
  const asked = main(page).getByRole('region', { name: 'Manda i documenti che mancano' });
  await expect(asked).toContainText('Entro ');
  await expect(asked).toContainText('L. 241/1990 art. 2 c. 7');
  await expect(asked).toContainText('Manca la relazione: <b>serve firmata</b>.');
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);

  // Without script: what is wrong is said beside the field, the words stay, and what is right is sent.
  const bare = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT', viewport: phone });
  const plain = await bare.newPage();
  await signIn(plain, 'Cittadina', `/mia-pagina/pratiche/${id}`);
  const report = () => main(plain).getByLabel('Relazione sull’occupazione');
  await main(plain).getByRole('button', { name: 'Invia all’ufficio' }).click();
  await expect(main(plain).getByRole('alert')).toContainText('Manca «Relazione sull’occupazione»');
  await report().setInputFiles({ name: 'finta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
  await main(plain).getByLabel('Vuoi aggiungere qualcosa?').fill('Ecco la relazione.');
  await main(plain).getByRole('button', { name: 'Invia all’ufficio' }).click();
  await expect(main(plain).getByRole('alert')).toContainText('«finta.pdf» non è di un formato ammesso');
  await expect(main(plain).getByLabel('Vuoi aggiungere qualcosa?')).toHaveValue('Ecco la relazione.');
  await expect(report()).toHaveAttribute('aria-invalid', 'true');
  await report().setInputFiles([pdf('relazione.pdf'), pdf('tavole.pdf')]);
  await main(plain).getByRole('button', { name: 'Invia all’ufficio' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Ricevuta');
  await expect(main(plain)).toContainText(/Protocollo n\. \d{7} del \d{4}/);
  await expect(main(plain)).toContainText('Relazione sull’occupazione (2 di 2) (tavole.pdf)');
  await expect(main(plain)).toContainText('Il termine, che era fermo, riparte');
  const receipt = new URL(plain.url()).pathname;
  await bare.close();
  await page.goto(receipt);
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);

  // Answered, it needs her no more; by keyboard alone she writes to the office.
  await page.goto('/mia-pagina');
  await expect(main(page).getByRole('link', { name: /^Rispondi: .*via Altinate/ })).toHaveCount(0);
  await page.goto(`/mia-pagina/pratiche/${id}`);
  await expect(main(page)).toContainText('Hai risposto il');
  await page.locator('summary', { hasText: 'Scrivi all’ufficio' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Vi è arrivato tutto? <script>alert(1)</script>');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(main(page)).toContainText('Il messaggio è stato inviato.');
  await expect(main(page).getByRole('region', { name: 'Storia' }).getByRole('listitem').first()).toContainText(
    'Vi è arrivato tutto? <script>alert(1)</script>',
  );

  // The office sees both, answers and decides.
  await office.goto('/ufficio?vista=all');
  await office.getByRole('link', { name: /^Messaggi da leggere/ }).click();
  await main(office).locator(`a[href="/ufficio/pratiche/${id}#messaggi"]`).click();
  await expect(main(office)).toContainText('la risposta è arrivata');
  await expect(main(office)).toContainText('C’è un messaggio da leggere');
  await expect(main(office).getByRole('link', { name: 'Relazione sull’occupazione (1 di 2)' })).toBeVisible();
  expect(await violationsOn(office)).toEqual([]);
  const talk = main(office).getByRole('region', { name: 'Messaggi' });
  await expect(talk).toContainText('<script>alert(1)</script>');
  await talk.locator('summary').click();
  await talk.getByLabel('Messaggio', { exact: true }).fill('Sì, è tutto a posto.');
  await talk.getByRole('button', { name: 'Invia il messaggio' }).click();
  await expect(talk.getByRole('listitem').first()).toContainText('Sì, è tutto a posto.');
  await expect(main(office)).not.toContainText('C’è un messaggio da leggere');
  for (const to of ['completenessCheck', 'examination', 'decision', 'notification', 'granted']) await goOn(office, to);
  await office.context().close();

  await page.goto('/mia-pagina');
  await main(page).getByRole('link', { name: 'Messaggi 1 nuovo' }).click();
  await expect(main(page)).toContainText('L’ufficio: Sì, è tutto a posto.');
  expect(await violationsOn(page)).toEqual([]);
  await main(page)
    .getByRole('link', { name: /via Altinate/ })
    .first()
    .click();
  const decision = main(page).getByRole('region', { name: 'La decisione' });
  await expect(decision).toContainText('Concessione n. 12/2026');
  await expect(decision).toContainText(/tribunale amministrativo regionale \(TAR\): fino a \S+ \d/);
  await expect(decision).toContainText('60 giorni');
  await expect(decision).toContainText('120 giorni');
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/mia-pagina');
  await expect(main(page).getByRole('link', { name: /^Messaggi \d/ })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false])
  test(`a session that ends while somebody writes costs no words, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'it-IT' });
    const page = await context.newPage();
    await signIn(page, 'Impresa', '/mia-pagina');
    await page.goto(
      `${siteUrl()}${await main(page).locator('#in-corso ~ ul a[href^="/mia-pagina/pratiche/"]').first().getAttribute('href')}`,
    );
    await page.locator('summary', { hasText: 'Scrivi all’ufficio' }).click();
    const words = `Una domanda lunga, ${javaScriptEnabled}\nsu due righe & con «segni» <i>.`;
    await main(page).getByLabel('Il tuo messaggio').fill(words);
    await context.clearCookies();
    await main(page).getByRole('button', { name: 'Invia il messaggio' }).click();
    await expect(main(page)).toContainText('La sessione è finita');
    const aside = page.waitForEvent('popup');
    await main(page).getByRole('link', { name: 'Accedi in un’altra scheda' }).click();
    const tab = await aside;
    await tab.getByRole('button', { name: 'Impresa', exact: true }).click();
    await tab.waitForURL(/\/mia-pagina\/pratiche\//);
    await main(page)
      .getByRole('button', { name: javaScriptEnabled ? 'Invia il messaggio' : 'Invia di nuovo' })
      .click();
    await expect(main(page)).toContainText('Il messaggio è stato inviato.');
    await expect(main(page).getByRole('region', { name: 'Storia' }).getByRole('listitem').first()).toContainText(
      'con «segni» <i>.',
    );
    await context.close();
  });
