import type { Page } from '@playwright/test';
import { fillFields } from './fill-fields.ts';
import { expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const main = (page: Page) => page.getByRole('main');

async function comeIn(page: Page, button: string, returnTo: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

/** Finds somebody with the keyboard alone and opens their page, in a contact that may be open already. */
async function openPage(page: Page, written: string, name: string): Promise<void> {
  await page.goto('/sportello');
  const field = main(page).getByLabel('Chi hai davanti?');
  await field.focus();
  await page.keyboard.type(written);
  await page.keyboard.press('Enter');
  await main(page).getByRole('link', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const begin = main(page).getByRole('button', { name: 'Apri la pagina' });
  if ((await begin.count()) > 0) {
    // Nothing of them is shown before it is said why.
    await expect(main(page)).not.toContainText('Codice fiscale');
    await begin.focus();
    await page.keyboard.press('Enter');
  }
  await expect(main(page).getByRole('heading', { name: 'Chi è' })).toBeVisible();
}

for (const [javaScriptEnabled, button, written, name] of [
  [true, 'Cittadina', 'march elena', 'Elena Marchetti'],
  [false, 'Impresa', '99900170285', 'Forno al Ponte Corvo S.r.l.'],
] as const) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('at the counter: found, seen as they see it, filed with them, written down, and told to them', async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const said = `Vorrei vedere la pratica di casa mia (${javaScriptEnabled ? 'con' : 'senza'} script)`;
      await comeIn(page, button, '/mia-pagina');
      const news = await page.locator('.my-case .my-new').count();
      // What they are still writing is theirs alone.
      const cases = await page.locator('.my-section:not(:has(#bozze)) .my-case h3').allInnerTexts();

      await comeIn(page, 'Sportello', '/sportello');
      await openPage(page, written, name);
      expect(await page.locator('.counter-page .my-case h3').allInnerTexts()).toEqual(cases);
      expect(await page.locator('.counter-page .my-case .my-new').count()).toBe(news);
      const steps = main(page).getByRole('list', { name: 'I quattro passi del contatto' });
      await expect(steps.getByRole('listitem')).toHaveText([/Ascolto/, /Bisogno/, /Risposta/, /Com’è andata/]);

      await page.locator('.counter-page .my-case:not(.my-to-pay) h3 a').first().click();
      await expect(main(page)).toContainText('La vedi come la vede chi hai davanti');
      await expect(main(page).getByRole('heading', { name: 'Documenti', exact: true })).toBeVisible();
      // What the office asked for was brought along; on a site that was used before it may have been sent already.
      const brought = main(page).getByText('Registra quello che ha portato').first();
      if (javaScriptEnabled && (await brought.count()) > 0) {
        await brought.click();
        await main(page)
          .getByLabel('Vuoi aggiungere qualcosa?')
          .fill('Ha portato l’originale, restituito dopo la copia.');
        await main(page).getByRole('button', { name: 'Invia all’ufficio' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ricevuta');
        await expect(main(page)).toContainText('portata allo sportello, che l’ha registrata');
        await main(page).getByRole('link', { name: 'Torna alla pratica' }).click();
      }
      await page.getByRole('link', { name: `‹ ${name}` }).click();

      // Ending it wants what is missing; nothing that was written is lost.
      await main(page).getByLabel('Che cosa chiede, con le sue parole.').fill(said);
      await main(page).getByRole('button', { name: 'Chiudi il contatto' }).click();
      await expect(main(page)).toContainText('Per chiudere manca questo: Bisogno.');
      await expect(main(page).getByLabel('Che cosa chiede, con le sue parole.')).toHaveValue(said);
      await main(page).getByRole('button', { name: 'Salva', exact: true }).click();
      await expect(main(page).getByRole('status').filter({ hasText: 'Salvato.' })).toBeVisible();

      await main(page).getByRole('link', { name: 'Avvia una pratica per lei' }).click();
      await main(page).getByRole('link', { name: 'Accesso alle pratiche edilizie', exact: false }).first().click();
      const form = main(page);
      await form.getByLabel('Documento', { exact: true }).selectOption({ label: 'carta d’identità' });
      await form.getByLabel('Ultimi caratteri del numero').fill('27xk');
      await form.getByLabel('Rilasciato da').fill('Comune di Padova');
      await form.getByLabel('Scade il').fill('2020-01-01');
      if (!javaScriptEnabled) {
        await form.locator('[name="r.name"]').fill('Davide Zorzi');
        await form.locator('[name="r.taxCode"]').fill('ZRZDVD75P14G224G');
      }
      await fillFields(page);
      await form.getByRole('button', { name: 'Continua: documenti e invio' }).click();
      await expect(form).toContainText('Il documento è scaduto');
      await form.getByLabel('Scade il').fill('2035-01-01');
      await form.getByRole('button', { name: 'Continua: documenti e invio' }).click();
      await expect(form.getByRole('heading', { name: 'Rileggi prima di inviare' })).toBeVisible();
      await expect(form).toContainText('carta d’identità che finisce con 27XK');
      await form.getByLabel('Registra anche se mancano documenti').check();
      await form.getByRole('button', { name: 'Registra la richiesta' }).click();
      await expect(form).toContainText('La richiesta va firmata davanti a te');
      await form.getByLabel('Ha riletto la richiesta e ha firmato davanti a me').check();
      await form.getByRole('button', { name: 'Registra la richiesta' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ricevuta');
      await expect(main(page)).toContainText('ricevuta da Beatrice Callegaro');
      await main(page).getByRole('link', { name: 'Torna alla persona' }).click();
      await expect(main(page).getByLabel('Esito')).toHaveValue('filed');
      await main(page).getByLabel('Chiedilo prima dei saluti.').selectOption('solved');
      await main(page).getByRole('button', { name: 'Chiudi il contatto' }).click();
      await expect(page).toHaveURL(/\/sportello\?fatto=chiuso$/);

      await comeIn(page, button, '/mia-pagina/contatti');
      const contact = page.locator('.contact-card').first();
      await expect(contact).toContainText(said);
      await expect(contact).toContainText('Beatrice Callegaro');
      await contact.getByRole('link', { name: 'Accesso alle pratiche edilizie' }).click();
      await expect(main(page).getByRole('region', { name: 'Presentata allo sportello' })).toContainText('27XK');
      await page.goto('/mia-pagina/accessi');
      await expect(main(page)).toContainText('allo sportello, ha chiesto la persona interessata');
    });
  });
}

test('who is not known is registered; whoever does not serve the public is told so', async ({
  page,
  expectedStatus,
}) => {
  expectedStatus.add(403);
  await comeIn(page, 'Operatore', '/sportello');
  await expect(main(page)).toContainText('Lo sportello è di chi riceve il pubblico.');
  await comeIn(page, 'Sportello', '/sportello/persone/nuova');
  const surname = `Le Goff ${Date.now().toString(36).replaceAll(/\d/g, 'x')}`;
  await main(page).getByLabel('Cognome, o denominazione').fill(surname);
  await main(page).getByLabel('Nome', { exact: false }).nth(1).fill('Anaïs');
  await main(page).getByRole('button', { name: 'Registra' }).click();
  await expect(main(page)).toContainText('serve quando non c’è il codice fiscale');
  await main(page).getByLabel('Data di nascita').fill('1990-05-01');
  await main(page).getByLabel('Luogo di nascita').fill('Brest');
  await main(page).getByLabel('Cittadinanza').fill('francese');
  await main(page).getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Anaïs ${surname}`);
  // By telephone nobody is identified.
  await main(page).getByLabel('al telefono').check();
  await main(page).getByRole('button', { name: 'Apri la pagina' }).click();
  await expect(main(page)).toContainText('Brest');
  await main(page).getByRole('link', { name: 'Avvia una pratica per lei' }).click();
  await expect(main(page)).toContainText('DPR 445/2000 art. 38');
});

test('on a phone and wide, in both languages, for everyone (axe)', async ({ page }) => {
  test.setTimeout(120_000);
  await comeIn(page, 'Sportello', '/sportello');
  await openPage(page, 'zorzi', 'Davide Zorzi');
  const person = new URL(page.url()).pathname;
  const one =
    (await page.locator('.counter-page .my-case:not(.my-to-pay) h3 a').first().getAttribute('href')) ?? person;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const paths = [
      '/sportello',
      '/sportello?q=ma',
      '/sportello/persone/nuova',
      person,
      one,
      `${person}/nuova/patrocinio`,
    ];
    for (const path of [...paths, `${person}?lang=en`]) {
      await page.goto(path);
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    }
    await page.goto(`${person}?lang=it`);
    // The four steps stay in sight.
    await page.getByRole('heading', { name: 'Contatti precedenti' }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    await expect(main(page).getByRole('list', { name: 'I quattro passi del contatto' })).toBeInViewport();
  }
});
