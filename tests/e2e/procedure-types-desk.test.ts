import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });
test.describe.configure({ mode: 'serial' });

const desk = '/direzione/procedimenti';
const main = (page: Page) => page.getByRole('main');
const text = (page: Page) => page.getByLabel('Testo della versione (YAML)');

async function signIn(page: Page, persona = 'Dirigente', returnTo = desk): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL(`${siteUrl()}${returnTo}`);
}

/** The draft of a type, begun where there is none. */
async function openDraft(page: Page, title: string): Promise<string> {
  await page.goto(desk);
  const line = main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  const begin = line.getByRole('button', { name: 'Scrivi la versione successiva' });
  if ((await begin.count()) > 0) await begin.click();
  else await line.getByRole('link').first().click();
  await page.waitForURL(/\/direzione\/procedimenti\/[a-z0-9-]+\/\d+$/);
  return new URL(page.url()).pathname;
}

async function save(page: Page, change: (text: string) => string): Promise<void> {
  await text(page).fill(change(await text(page).inputValue()));
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
}

async function withdraw(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/pubblica`);
  await page.getByRole('button', { name: 'Ritira la bozza' }).click();
  await expect(main(page)).toContainText('La bozza è stata ritirata.');
}

test('is for those who keep the types', async ({ page, expectedStatus }) => {
  expectedStatus.add(403);
  await page.goto(desk);
  await expect(page).toHaveURL(`${siteUrl()}/accedi?returnTo=${encodeURIComponent(desk)}`);
  await signIn(page, 'Operatore');
  await expect(main(page)).toContainText('I tipi di procedimento li modifica chi dirige l’ufficio');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Procedimenti' })).toHaveCount(0);
  for (const path of ['/patrocinio/1', '/patrocinio/1/pubblica', '/calendario']) {
    await page.goto(desk + path);
    await expect(main(page)).toContainText('I tipi di procedimento li modifica');
  }
  expect((await page.request.get(`${desk}/patrocinio/1/yaml`)).status()).toBe(403);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a draft is begun, every error named with its line, put right, and withdrawn', async ({ page }) => {
      await signIn(page);
      const path = await openDraft(page, 'Patrocinio del Comune');
      await expect(text(page)).toHaveValue(/status: draft/);
      await expect(main(page)).toContainText('Niente da correggere');
      await save(page, (yaml) =>
        yaml.replace(/^unit: .*$/m, 'unit: inesistente').replace(/^version: \d+$/m, 'version: 77'),
      );
      await expect(main(page)).toContainText('Salvata.');
      await expect(main(page)).toContainText('2 cose da correggere');
      await expect(main(page)).toContainText('«inesistente» non è un ufficio');
      const first = page.getByRole('link', { name: /^Riga \d+$/ }).first();
      await expect(first).toHaveAttribute('href', /^#riga-\d+$/);
      await expect(main(page)).toContainText('il testo dice 77');
      await expect(text(page)).toHaveValue(/unit: inesistente/);
      await expect(main(page).getByRole('img')).toBeVisible();
      await page.goto(`${path}/pubblica`);
      await page.getByLabel('In vigore dal').fill('2027-01-01');
      await page.getByRole('button', { name: 'Pubblica la versione' }).click();
      const refusal = main(page).getByRole('alert');
      await expect(refusal).toContainText('Non è stata pubblicata');
      await expect(refusal).toContainText(/Riga \d+: unit: «inesistente» non è un ufficio/);
      await expect(refusal).toContainText(/Riga \d+: version: /);
      await expect(page.getByLabel('In vigore dal')).toHaveValue('2027-01-01');
      await withdraw(page, path);
    });

    test('fields are written into the text in their places', async ({ page }) => {
      await signIn(page);
      const path = await openDraft(page, 'Permesso di costruire');
      const before = await text(page).inputValue();
      await page.goto(`${path}/campi`);
      await page.getByLabel('Titolo in italiano').fill("Permesso: l'edificio");
      await page.getByLabel('Termine in giorni').fill('80');
      await page.getByRole('button', { name: 'Salva la bozza' }).click();
      await expect(main(page)).toContainText('Salvata.');
      await page.goto(path);
      const after = await text(page).inputValue();
      const lines = before.split('\n');
      expect(
        after
          .split('\n')
          .filter((line, index) => line !== lines[index])
          .map((line) => line.trim()),
      ).toEqual(["title: { it: 'Permesso: l''edificio', en: Building permit (permesso di costruire) }", 'days: 80']);
      await page.goto(`${path}/pubblica`);
      await expect(main(page)).toContainText('Titolo');
      await expect(main(page).locator('del').first()).toHaveText('Permesso di costruire');
      await expect(main(page).locator('ins').first()).toHaveText("Permesso: l'edificio");
      await withdraw(page, path);
    });
  });
}

test('of two editors the second is told who saved what, and keeps the text', async ({ page, browser }) => {
  await signIn(page);
  const path = await openDraft(page, 'Patrocinio del Comune');
  const other = await openOther(browser);
  await other.goto(path);
  await save(other, (yaml) => `# dell’altra persona\n${yaml}`);
  await expect(main(other)).toContainText('Salvata.');
  await save(page, (yaml) => `# mio\n${yaml}`);
  const refusal = main(page).getByRole('alert');
  await expect(refusal).toContainText('Non è stata salvata. Quello che hai scritto è ancora qui.');
  await expect(refusal).toContainText(/Laura Tonello ha salvato la stessa bozza il/);
  await expect(text(page)).toHaveValue(/^# mio\n/);
  await expect(main(page).locator('.diff-removed')).toContainText('# dell’altra persona');
  await expect(main(page).locator('.diff-added')).toContainText('# mio');
  // Told, the person may save over it.
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(main(page)).toContainText('Salvata.');
  await other.close();
  await withdraw(page, path);
});

test('what is typed outlives the session', async ({ page, context }) => {
  await signIn(page);
  const path = await openDraft(page, 'Patrocinio del Comune');
  await context.clearCookies();
  await save(page, (yaml) => `# non perso\n${yaml}`);
  await expect(main(page).getByRole('alert')).toContainText('La sessione si è chiusa');
  await expect(text(page)).toHaveValue(/^# non perso\n/);
  const again = await context.newPage();
  await signIn(again);
  await again.close();
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(main(page)).toContainText('Salvata.');
  await withdraw(page, path);
});

test('a link to a line puts the cursor there', async ({ page }) => {
  await signIn(page);
  const path = await openDraft(page, 'Patrocinio del Comune');
  await save(page, (yaml) => yaml.replace(/^unit: .*$/m, 'unit: inesistente'));
  await page
    .getByRole('link', { name: /^Riga \d+$/ })
    .first()
    .click();
  const selected = await text(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe('unit: inesistente');
  await withdraw(page, path);
});

test('is published from a day, seen by citizens with its history, and changes no more', async ({ page }) => {
  await signIn(page);
  const path = await openDraft(page, 'Iscrizione all’asilo nido');
  await save(page, (yaml) => yaml.replace(/^title: .*$/m, 'title: { it: Iscrizione al nido nuova, en: New nursery }'));
  await expect(main(page)).toContainText('Salvata.');
  await page.goto(`${path}/pubblica`);
  await page.getByRole('button', { name: 'Pubblica la versione' }).click();
  await page.waitForURL(`${siteUrl()}${path}`);
  await expect(main(page)).toContainText('pubblicata da Laura Tonello');
  await expect(text(page)).toHaveCount(0);
  const yaml = await page.request.get(`${path}/yaml`);
  expect(yaml.headers()['content-disposition']).toContain('.v2.yaml');
  expect(await yaml.text()).toContain('status: published');
  await page.goto('/servizi/iscrizione-nido');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Iscrizione al nido nuova');
  await expect(main(page)).toContainText('Versione 2, in vigore dal');
  await expect(main(page)).toContainText('Versione 1, in vigore dal');
  const file = await page.request.get('/api/v1/procedure-types/iscrizione-nido/versions/1');
  expect(await file.text()).toContain('version: 1');
  expect((await page.request.get('/api/v1/procedure-types/iscrizione-nido/versions/9')).status()).toBe(404);
  const schema = (await (await page.request.get('/api/v1/schemas/procedure-type')).json()) as { title: string };
  expect(schema.title).toBe('ProcedureType');
});

test('the calendar of a year; a closure is added, refused twice, and taken back', async ({ page }) => {
  await signIn(page, 'Dirigente', `${desk}/calendario?anno=2027`);
  await expect(main(page)).toContainText('domenica 4 ottobre 2027'.replace('domenica', 'lunedì'));
  const add = async (day: string) => {
    await page.getByLabel('Giorno', { exact: true }).fill(day);
    await page.getByLabel('Come si chiama, in italiano').fill('Ponte');
    await page.getByLabel('Come si chiama, in inglese').fill('Bridge day');
    await page.getByLabel('Atto che lo decide').fill('Ordinanza 12/2026');
    await page.getByRole('button', { name: 'Aggiungi' }).click();
  };
  await add('2020-01-01');
  await expect(main(page).getByRole('alert')).toContainText('Quel giorno è passato');
  await expect(page.getByLabel('Come si chiama, in italiano')).toHaveValue('Ponte');
  await add('2027-06-04');
  await expect(main(page).getByRole('status').filter({ hasText: 'gli uffici sono chiusi' })).toBeVisible();
  await expect(main(page)).toContainText('venerdì 4 giugno 2027');
  await add('2027-06-04');
  await expect(main(page).getByRole('alert')).toContainText('gli uffici sono già chiusi');
  await page.getByRole('button', { name: 'Togli: Ponte' }).click();
  await expect(main(page)).not.toContainText('venerdì 4 giugno 2027');
});

test('is for everyone (axe), also on a phone', async ({ page }) => {
  await signIn(page);
  const path = await openDraft(page, 'Permesso di costruire');
  const folder = process.env.LOOK_AT;
  if (folder) await mkdir(folder, { recursive: true });
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const pages = [desk, path, `${path}/campi`, `${path}/pubblica`, `${desk}/patrocinio/1`, `${desk}/calendario`];
    for (const [index, at] of pages.entries()) {
      await page.goto(at);
      expect([at, await violationsOn(page)]).toEqual([at, []]);
      expect([at, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([at, width]);
      if (folder) await page.screenshot({ path: `${folder}/${index}-${width}.png`, fullPage: index !== 1 });
    }
  }
  await withdraw(page, path);
});

test('in English', async ({ page }) => {
  await signIn(page);
  await page.goto(`${desk}?lang=en`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Procedure types');
  await page.goto(`${desk}/patrocinio/1?lang=en`);
  await expect(main(page)).toContainText('Version 1');
});

async function openOther(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: siteUrl(), locale: 'it-IT' });
  const page = await context.newPage();
  await signIn(page);
  return page;
}
