import type { Page } from '@playwright/test';
import { expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });
test.describe.configure({ mode: 'serial' });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

const acts = (page: Page) => page.getByRole('region', { name: 'Atti da comunicare' });
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n${name}\n%%EOF\n`),
});

const mine = (page: Page) => page.getByRole('region', { name: 'Come ti sono stati comunicati gli atti' });

/** The page of a case of a firm, for the firm: one that has an act which nobody was sent yet. */
async function caseToServe(page: Page): Promise<string> {
  await signIn(page, 'Impresa', '/mia-pagina');
  const links = await page
    .locator('main a[href^="/mia-pagina/pratiche/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const path of new Set(links.filter((one) => one.split('/').length === 4))) {
    await page.goto(path);
    if ((await mine(page).getByText('Non ti è ancora stato comunicato').count()) > 0) return path;
  }
  throw new Error('no case waits for an act to be communicated');
}

async function addAct(page: Page): Promise<void> {
  await page.getByText('Aggiungi un documento', { exact: true }).click();
  const form = page.locator('#documento');
  await form.locator('[name="file"]').setInputFiles(pdf('atto.pdf'));
  await form.locator('[name="title"]').fill('Atto da comunicare');
  await form.locator('[name="flow"][value="out"]').check();
  await form.getByRole('button', { name: 'Aggiungi al fascicolo' }).click();
  await expect(page.locator('#fascicolo')).toContainText('Atto da comunicare');
}

const way = (page: Page, name: string) => acts(page).getByRole('form', { name, exact: true });
const open = (page: Page, name: string) => acts(page).locator('summary', { hasText: name }).last().click();
let served = '';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an act goes by PEC, comes back by post, waits as a task, and is handed over: the term runs from the signature', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const theirs = await caseToServe(page);
    served = theirs.replace('/mia-pagina/', '/ufficio/');
    await signIn(page, 'Responsabile', served);
    await addAct(page);

    await page.goto(served);
    await open(page, 'Manda per PEC');
    await way(page, 'Manda per PEC').getByLabel('Indirizzo PEC').fill('non è un indirizzo');
    await way(page, 'Manda per PEC').getByRole('button', { name: 'Manda' }).click();
    await expect(way(page, 'Manda per PEC').getByRole('alert').first()).toContainText('Non è un indirizzo di posta');
    await way(page, 'Manda per PEC').getByLabel('Indirizzo PEC').fill('marta@pec.example.it');
    await way(page, 'Manda per PEC').getByRole('button', { name: 'Manda' }).click();
    await expect(acts(page).locator('.delivery').last()).toContainText('marta@pec.example.it');
    await expect(acts(page).locator('.delivery').last()).toContainText('il messaggio è in coda');

    await open(page, 'Manda per raccomandata');
    await way(page, 'Manda per raccomandata').getByLabel('Indirizzo').fill('via Prova 1, 35122 Padova');
    await way(page, 'Manda per raccomandata').getByRole('button', { name: 'Manda' }).click();
    const letter = acts(page).locator('.delivery', { hasText: 'via Prova 1' });
    await expect(letter).toContainText('va consegnata alla posta');
    await letter.locator('summary', { hasText: 'È tornata la cartolina' }).click();
    const back = letter.getByRole('form', { name: 'È tornata la cartolina o la busta' });
    await back.getByLabel('Tornata al mittente senza consegna').check();
    const today = await page.locator('#fascicolo').evaluate(() => new Date().toISOString().slice(0, 10));
    await back.getByLabel('Giorno', { exact: false }).first().fill(today);
    await back.getByLabel('Perché non è arrivata').selectOption({ label: 'destinatario trasferito' });
    await back.getByRole('button', { name: 'Annota' }).click();
    await expect(letter).toContainText('destinatario trasferito');
    await expect(letter).toContainText('Verifica l’indirizzo in anagrafe');

    await page.goto('/ufficio');
    await page.getByRole('link', { name: 'Comunicazioni da seguire' }).click();
    const task = page.getByRole('listitem').filter({ hasText: 'destinatario trasferito' });
    await expect(task.first()).toContainText('Prossimo passo');

    await page.goto(served);
    await open(page, 'Consegnato a mano');
    const hand = way(page, 'Consegnato a mano');
    await hand.getByLabel('Chi l’ha ricevuto').fill('Marta Prova');
    await hand.getByLabel('Come sappiamo chi è').fill('C.I. CA12345AB');
    await hand.locator('[name="file"]').setInputFiles(pdf('firmato.pdf'));
    await hand.getByRole('button', { name: 'Annota' }).click();
    await expect(acts(page)).toContainText('Ricevuto da tutti');
    await expect(acts(page).locator('.delivery-delivered')).toContainText('Consegnata a mano');
    await expect(acts(page).getByRole('link', { name: 'La prova nel fascicolo' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Storia' })).toContainText('consegna a mano con firma');
    // The letter that failed is nobody's task any more.
    await expect(letter).not.toContainText('Prossimo passo');

    await signIn(page, 'Impresa', theirs);
    await expect(mine(page)).toContainText('Consegnata a mano');
    await expect(mine(page)).toContainText('Da questo giorno si contano i tuoi termini');
    await expect(mine(page)).not.toContainText('destinatario trasferito');
  });
});

test('for everyone, wide and narrow (axe)', async ({ page }) => {
  await signIn(page, 'Responsabile', served);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [served, `${served}?lang=en`, '/ufficio/consegne?lang=it']) {
      await page.goto(path);
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    }
  }
});
