import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { startMailSink, type MailSink } from '#tests/builders/notice-desk.ts';
import { expect, searchHits, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'en-GB' });

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();
const email = `hannah.${Date.now().toString(36)}@example.org`;

/** No violation that axe finds, and nothing wider than the page. */
async function soundOn(page: Page): Promise<void> {
  expect([page.url(), await violationsOn(page)]).toEqual([page.url(), []]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const opened = async (browser: Browser, options: BrowserContextOptions): Promise<Page> =>
  (await browser.newContext({ locale: 'en-GB', baseURL: siteUrl(), ...options })).newPage();

/** The link of the letter that came last to the address. */
async function linkIn(sink: MailSink, count: number): Promise<string> {
  await expect.poll(() => sink.sent.filter(({ to }) => to.includes(email)).length, { timeout: 90_000 }).toBe(count);
  const { text } = await simpleParser(sink.sent.findLast(({ to }) => to.includes(email))?.raw ?? '');
  return /http\S+\/accedi\/email\/conferma\?t=\S+/.exec(text ?? '')?.[0] ?? '';
}

test('a foreign scholar without SPID asks for a reproduction, and the archivist sees who she is', async ({
  browser,
}) => {
  test.skip(!process.env.SITE_SMTP_PORT, 'the site was running already: nobody knows by what it sends');
  test.setTimeout(300_000);
  const sink = await startMailSink({ at: Number(process.env.SITE_SMTP_PORT) });
  const phone = await opened(browser, { viewport: { width: 390, height: 800 } });
  phone.setDefaultTimeout(30_000);
  const unit = (await searchHits('level=file&q=registro')).find(({ visibility }) => visibility === 'open');

  // From the page of a unit to the way in, on her phone.
  await phone.goto(`/servizi/consultazione-archivio/richiesta?unita=${unit?.id ?? ''}&servizio=riproduzione`);
  await expect(main(phone)).toContainText(unit?.title ?? 'no unit');
  await main(phone).getByRole('link', { name: 'Sign in' }).click();
  await soundOn(phone);
  await main(phone).getByRole('link', { name: 'Come in by e-mail' }).click();
  await soundOn(phone);
  await main(phone).getByLabel('Your e-mail address').fill('hannah');
  await press(phone, 'Send me the link');
  await expect(main(phone).getByRole('alert')).toContainText('Write a whole e-mail address');
  await expect(main(phone).getByLabel('Your e-mail address')).toHaveValue('hannah');
  await main(phone).getByLabel('Your e-mail address').fill(email.toUpperCase());
  await press(phone, 'Send me the link');
  await expect(heading(phone)).toHaveText('Look at your mail');
  await soundOn(phone);

  // The letter is opened on another machine, whose program has looked at the link before.
  const link = await linkIn(sink, 1);
  for (let looked = 0; looked < 3; looked++) expect((await fetch(link)).status).toBe(200);
  const page = await opened(browser, { viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  await page.goto(link);
  await expect(main(page)).toContainText(`You are about to come in as ${email}.`);
  await soundOn(page);
  await main(page).getByLabel('Name and surname, as on your document').fill('Hannah Lind');
  await press(page, 'Come in');

  // She is where she was going, with what the page of the unit knew.
  await expect(page).toHaveURL(/consultazione-archivio\/richiesta\?unita=/);
  await expect(main(page)).toContainText(unit?.title ?? 'no unit');
  await expect(page.getByRole('banner')).toContainText('Hannah Lind');
  for (let step = 0; step < 6 && (await heading(page).innerText()) !== 'Documents'; step++) {
    const topic = main(page).getByLabel('Topic of the research');
    if (await topic.isVisible()) {
      await expect(main(page).getByLabel('Reproduction', { exact: true })).toBeChecked();
      await topic.fill('Paper mills of the Veneto');
      await main(page).getByLabel('Period studied').fill('1420–1500');
    }
    const before = await heading(page).innerText();
    await press(page, 'Continue');
    await expect(heading(page)).not.toHaveText(before);
  }
  await soundOn(page);
  await press(page, 'Continue');
  await expect(main(page)).toContainText('Paper mills of the Veneto');
  await main(page).getByLabel('I send the request without these documents').check();
  for (const box of await main(page)
    .getByLabel(/^(I declare|I undertake)/)
    .all())
    await box.check();
  await press(page, 'Send the request');
  await expect(heading(page)).toHaveText('Receipt');
  await expect(main(page)).toContainText(unit?.title ?? 'no unit');
  await main(page).getByRole('link', { name: 'Follow the case' }).click();
  const mine = main(page).getByRole('region', { name: 'Your identity' });
  await expect(mine).toContainText('Your identity is to be checked at your first visit');
  await expect(page.getByText('You are here by e-mail alone.')).toBeVisible();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await soundOn(page);
  }
  const id = /pratiche\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
  await main(page).locator('summary', { hasText: 'Write to the office' }).click();
  await main(page).getByLabel('Your message').fill('May I come in January?');
  await press(page, 'Send the message');
  await expect(main(page)).toContainText('May I come in January?');

  // What an address is not enough for.
  await page.goto('/servizi/occupazione-suolo-pubblico/richiesta');
  await expect(main(page)).toContainText('For this service an e-mail address is not enough');
  await soundOn(page);
  await page.goto('/mia-pagina/deleghe');
  await expect(main(page)).toContainText('For this service an e-mail address is not enough');
  await page.goto('/mia-pagina/profilo');
  await expect(main(page)).toContainText('Verified e-mail address');
  await expect(main(page)).not.toContainText('Tax code');
  await soundOn(page);

  // A link lets in once; one that was cut short or written by somebody else never.
  for (const bad of [link, link.replace(/.(?=&lang)/, 'x'), `${siteUrl()}/accedi/email/conferma`]) {
    await phone.goto(bad);
    await expect(heading(phone)).toHaveText(/no longer good|non vale più/);
  }
  await soundOn(phone);
  await phone.goto('/accedi/email?lang=en');
  await main(phone).getByLabel('Your e-mail address').fill(email);
  await press(phone, 'Send me the link');
  await phone.goto(await linkIn(sink, 2));
  await expect(main(phone).getByLabel('Name and surname')).toHaveCount(0);
  await press(phone, 'Come in');
  await expect(heading(phone)).toContainText('Hannah Lind');
  await soundOn(phone);

  // At the desk.
  const desk = await opened(browser, { locale: 'it-IT' });
  await desk.goto(`/accedi?returnTo=/ufficio/pratiche/${id}`);
  await desk.getByRole('button', { name: 'Archivista', exact: true }).click();
  const identity = main(desk).getByRole('region', { name: 'Identità di chi chiede' });
  await expect(identity).toContainText('Da vedere: ha chiesto con la sola e-mail.');
  await identity.locator('summary', { hasText: 'Ho visto un documento' }).click();
  await identity.getByRole('button', { name: 'Annota' }).click();
  await expect(identity.getByRole('alert')).toContainText('Scegli il documento che hai visto');
  await identity.getByLabel('Documento', { exact: true }).selectOption('passport');
  await identity.getByLabel('Paese che l’ha rilasciato').fill('se');
  await identity.getByLabel('Valido fino al').fill('2099-05-31');
  await identity.getByLabel('Il nome sul documento è quello della richiesta: Hannah Lind').check();
  await soundOn(desk);
  await identity.getByRole('button', { name: 'Annota' }).click();
  await expect(identity).toContainText('passaporto, Svezia, valido fino al 31 maggio 2099');
  await phone.goto(`/mia-pagina/pratiche/${id}?lang=en`);
  await expect(main(phone).getByRole('region', { name: 'Your identity' })).toContainText(
    'The Archive saw your document',
  );
  for (const one of [phone, page, desk]) await one.context().close();
  await sink.stop();
});

test('the scholar of the demonstration finds her requests, and reads nothing reserved before she was seen', async ({
  page,
}) => {
  await page.goto('/accedi?returnTo=/mia-pagina');
  await page.getByRole('button', { name: 'Foreign scholar', exact: true }).click();
  await expect(heading(page)).toContainText('Hannah Lindqvist');
  await expect(main(page).getByRole('heading', { name: /^Running \([1-9]\)$/ })).toBeVisible();
  await expect(main(page).getByRole('heading', { name: /^Concluded \([1-9]\)$/ })).toBeVisible();
  await soundOn(page);
  await main(page)
    .getByRole('link', { name: /riservat|reserved|before/i })
    .first()
    .click();
  await expect(main(page)).toContainText('You can read once the Archive has seen your document');
  await soundOn(page);
});
