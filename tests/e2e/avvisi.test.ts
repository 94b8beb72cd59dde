import type { Page } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { startMailSink } from '#tests/builders/notice-desk.ts';
import { expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function comeIn(page: Page, button: string, returnTo: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: button, exact: true }).click();
}

test('a citizen gives an address and confirms it; without script, on a phone, and nothing typed is lost', async ({
  browser,
}) => {
  test.skip(!process.env.SITE_SMTP_PORT, 'the site was running already: nobody knows by what it sends');
  const sink = await startMailSink({ at: Number(process.env.SITE_SMTP_PORT) });
  const context = await browser.newContext({
    locale: 'it-IT',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
    baseURL: process.env.SITE_URL,
  });
  const page = await context.newPage();
  await comeIn(page, 'Impresa', '/mia-pagina/preferenze');
  await page.getByLabel('Indirizzo e-mail').fill('forno@');
  await page.getByLabel('Una volta al giorno, alle 8').check();
  await page.getByRole('button', { name: 'Salva le preferenze' }).click();
  await expect(page.getByRole('link', { name: /non è scritto come un indirizzo/ })).toBeVisible();
  await expect(page.getByLabel('Una volta al giorno, alle 8')).toBeChecked();
  await page.getByLabel('Indirizzo e-mail').fill('forno@example.org');
  await page.getByRole('button', { name: 'Salva le preferenze' }).click();
  await expect(page.getByText('Abbiamo scritto a forno@example.org')).toBeVisible();
  await expect.poll(() => sink.sent.length, { timeout: 90_000 }).toBe(1);
  const { text } = await simpleParser(sink.sent[0]?.raw ?? '');
  await page.goto(/http\S+conferma\?t=\S+/.exec(text ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'Sì, è il mio indirizzo' }).click();
  await expect(page.getByText('L’indirizzo forno@example.org è confermato.')).toBeVisible();
  await context.close();
  await sink.stop();
});

test('who has the page open is told that something is new, finds it among the notices, and reads it once', async ({
  page,
  browser,
}) => {
  await comeIn(page, 'Cittadina', '/mia-pagina');
  const hers = (await page.locator('a[href^="/mia-pagina/pratiche/"]').first().getAttribute('href')) ?? '';
  await page.goto('/mia-pagina/preferenze');
  const desk = await browser.newContext({ locale: 'it-IT', baseURL: process.env.SITE_URL });
  const office = await desk.newPage();
  const here = `/ufficio/pratiche/${hers.split('/').at(-1)}`;
  await comeIn(office, 'Dirigente', here);
  await office.getByText('Passa a un altro ufficio').first().click();
  const form = office.locator('form', { has: office.getByLabel('Motivo') }).filter({ visible: true });
  await form.getByLabel('Ufficio competente').selectOption({ index: 1 });
  await form.getByLabel('Motivo').fill('per competenza');
  await form.getByRole('button', { name: 'Passa a un altro ufficio' }).click();
  await expect(office).toHaveURL(/fatto=/);
  await expect(page.getByRole('status').getByText('Ci sono novità.')).toBeVisible({ timeout: 15_000 });
  // The worker takes the step out of the outbox when every older transaction is over.
  await expect(async () => {
    await page.goto('/mia-pagina/avvisi');
    await expect(page.getByRole('link', { name: 'La pratica è passata a un altro ufficio' }).first()).toBeVisible();
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole('navigation', { name: 'Avvisi', exact: true })).toContainText('da leggere');
  await office.goto(here);
  const log = office.getByRole('region', { name: 'Avvisi alle parti' });
  await expect(log).toContainText('La pratica è passata a un altro ufficio, a Elena Marchetti');
  await expect(log).toContainText('non ancora letto');
  expect(await violationsOn(office)).toEqual([]);
  await desk.close();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/mia-pagina/avvisi', '/mia-pagina/preferenze', '/mia-pagina/avvisi?lang=en', '/avvisi/fine']) {
      await page.goto(path);
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    }
  }
  expect((await page.request.post('/avvisi/disiscrizione?t=forged.token')).status()).toBe(400);
  await page.goto('/mia-pagina/avvisi?lang=it');
  await page.getByRole('button', { name: 'Segna tutti come letti' }).click();
  await expect(page.getByRole('navigation', { name: 'Avvisi', exact: true })).not.toContainText('da leggere');
});
