import { open, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { longestFile } from '#lib/http/forms/form-limits.ts';
import { expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const pdf = (mark: string) => Buffer.from(`%PDF-1.7\n% ${mark}\n%%EOF`);
const main = (page: Page) => page.getByRole('main');
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
const documents = (page: Page) => main(page).getByLabel('Documento', { exact: true });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

/** Opens the form of a document on the page of a case that runs. */
async function openForm(page: Page): Promise<void> {
  await signIn(page, 'Responsabile', '/ufficio?vista=unit');
  const href = await page.locator('a.work-link').first().getAttribute('href');
  const id = new URLSearchParams(href?.split('?')[1]).get('pratica');
  await page.goto(`/ufficio/pratiche/${id}`);
  await main(page).locator('summary', { hasText: 'Aggiungi un documento' }).click();
  await main(page)
    .getByRole('radio', { name: /interno/ })
    .check();
  await main(page)
    .getByLabel(/Titolo/)
    .fill('Rilievo fotografico');
}

const addNow = (page: Page) => main(page).getByRole('button', { name: 'Aggiungi al fascicolo' }).click();

async function severalAtOnce(page: Page): Promise<void> {
  await openForm(page);
  await documents(page).setInputFiles([
    file('buono.pdf', pdf('uno')),
    file('vuoto.pdf', Buffer.alloc(0)),
    file('finto.pdf', Buffer.from('MZ')),
    file('scansione.png', pdf('due')),
  ]);
  await addNow(page);
  const alert = main(page).getByRole('alert');
  await expect(alert).toContainText('«vuoto.pdf» è vuoto');
  await expect(alert).toContainText('«finto.pdf» non è di un formato ammesso');
  await expect(alert).toContainText('«scansione.png»: il nome finisce in .png, ma il contenuto è pdf');
  await expect(alert).not.toContainText('buono.pdf');
  await expect(main(page).getByLabel(/Titolo/)).toHaveValue('Rilievo fotografico');
  await expect(main(page).getByRole('radio', { name: /interno/ })).toBeChecked();
  await documents(page).setInputFiles([file('buono.pdf', pdf('uno')), file('altro.pdf', pdf('due'))]);
  await addNow(page);
  await expect(main(page)).toContainText('il documento è nel fascicolo');
  await expect(main(page).getByRole('link', { name: 'Rilievo fotografico (1 di 2)' }).last()).toBeVisible();
  await expect(main(page).getByRole('link', { name: 'Rilievo fotografico (2 di 2)' }).last()).toBeVisible();
}

test('several documents at once: each that is not right is named, what was typed stays', async ({ page }) => {
  await severalAtOnce(page);
  expect(await violationsOn(page)).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the same', async ({ page }) => severalAtOnce(page));
});

test('a form that is not the one that was shown is answered 400, in words', async ({ page, browser }) => {
  await openForm(page);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const html = await (await plain.request.get(page.url())).text();
  await plain.close();
  const [form = ''] = /<form[^>]*id="documento".*?<\/form>/s.exec(html) ?? [];
  const decoded = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? '';
    fields[decoded(name)] = decoded(/value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  const state = Object.entries(fields).find(([, value]) => value.includes('"parts"'));
  if (!state) throw new Error('the form carries no state');
  const [name, drawn] = state;
  for (const forged of [
    drawn.replace(/"parts":\[.*?\],"hidden"/s, '"parts":7,"hidden"'),
    '[{}]',
    '[null]',
    '[{"form":{"parts":[{"kind":"words","name":"x","lines":[{}]}],"hidden":[],"buttons":[]},"problems":[],"notice":null,"turn":0}]',
  ]) {
    const answer = await page.request.post(page.url(), { multipart: { ...fields, [name]: forged } });
    expect([forged.slice(0, 60), answer.status()]).toEqual([forged.slice(0, 60), 400]);
    expect(await answer.text()).toContain('non è quello che il sito ha mostrato');
  }
  for (const torn of ['{', '']) {
    const answer = await page.request.post(page.url(), { multipart: { ...fields, [name]: torn } });
    expect([torn, answer.status()]).toEqual([torn, 400]);
  }
  expect((await page.request.post(page.url(), { multipart: fields })).status()).toBe(200);
});

test('a case that is not there is not found', async ({ page, expectedStatus }) => {
  expectedStatus.add(404);
  await signIn(page, 'Responsabile', '/ufficio');
  for (const path of ['/ufficio/pratiche/nessuna', '/ufficio/pratiche/nessuna/termine', '/ufficio/pratiche/%00']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
  }
  expect(await violationsOn(page)).toEqual([]);
});

test('a document that is too long is told before it is sent', async ({ page }, info) => {
  await openForm(page);
  const name = info.outputPath('enorme.pdf');
  const long = await open(name, 'w');
  await long.truncate(longestFile + 1);
  await long.close();
  await documents(page).setInputFiles(name);
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await addNow(page);
  await expect(main(page).getByRole('alert')).toContainText('«enorme.pdf» supera 500 MB');
  expect(sent).toEqual([]);
  await documents(page).setInputFiles(file('piccolo.pdf', pdf('tre')));
  await addNow(page);
  await expect(main(page)).toContainText('il documento è nel fascicolo');
});

test('a slow line: how far the documents are is shown', async ({ page, context }, info) => {
  await openForm(page);
  const name = info.outputPath('lento.pdf');
  await writeFile(name, Buffer.concat([pdf('lento'), Buffer.alloc(3_000_000, 'x')]));
  await documents(page).setInputFiles(name);
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 500_000,
  });
  await addNow(page);
  await expect(main(page).getByRole('progressbar', { name: /Inviati \d+ MB di 3 MB/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await expect(main(page)).toContainText('il documento è nel fascicolo', { timeout: 20_000 });
});

test('a connection that is lost costs nobody the form', async ({ page, stray }) => {
  await openForm(page);
  await documents(page).setInputFiles(file('perso.pdf', pdf('perso')));
  await page.route('**/ufficio/pratiche/**', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  );
  await addNow(page);
  await expect(main(page).getByRole('alert')).toContainText('L’invio si è interrotto');
  await expect(main(page).getByLabel(/Titolo/)).toHaveValue('Rilievo fotografico');
  // The line of the browser about it is what this is about.
  expect(stray.splice(0)).toEqual([expect.stringContaining('ERR_CONNECTION_RESET')]);
  await page.unroute('**/ufficio/pratiche/**');
  await addNow(page);
  await expect(main(page)).toContainText('il documento è nel fascicolo');
});
