import type { Page } from '@playwright/test';
import { openSiteStore } from './access/site-store.ts';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function comeIn(page: Page, button: string, returnTo = '/mia-pagina'): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo })}`);
  await page.getByRole('button', { name: button, exact: true }).click();
}
const firstCase = (page: Page) => page.locator('.my-case:not(.my-to-pay) h3 a').first();

/** What other tests opened in somebody's name is no news to them any more. */
async function forgetSeen(persona: string): Promise<void> {
  const { pool, end } = await openSiteStore();
  await pool.query(
    `DELETE FROM eli4u.case_seen s USING eli4u.demo_citizen c WHERE c.agent_id = s.agent_id AND c.persona = $1`,
    [persona],
  );
  await end();
}

test('who is not signed in comes back here afterwards', async ({ page }) => {
  await page.goto('/mia-pagina');
  await expect(page).toHaveURL(`${siteUrl()}/accedi?returnTo=%2Fmia-pagina`);
  await page.getByRole('button', { name: 'Cittadina', exact: true }).click();
  await expect(page).toHaveURL(`${siteUrl()}/mia-pagina`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buongiorno, Elena Marchetti');
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a case says where it stands, until when and why, who has it, what happened; and is new only once', async ({
      page,
    }) => {
      await forgetSeen(javaScriptEnabled ? 'impresa' : 'cittadina');
      await comeIn(page, javaScriptEnabled ? 'Impresa' : 'Cittadina');
      const link = page.locator('.my-case').filter({ hasText: 'novità' }).first().getByRole('link').first();
      const path = (await link.getAttribute('href')) ?? '';
      const title = (await link.innerText()).replace(/\s*novità$/, '');
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      for (const name of ['Chi la segue', 'Documenti', 'Storia'])
        await expect(page.getByRole('heading', { name, level: 2, exact: true })).toBeVisible();
      const history = page.getByRole('region', { name: 'Storia' });
      await expect(history.getByRole('listitem').last()).toContainText('Richiesta registrata');
      // Who took it up and what the office notes is the office's own.
      await expect(history).not.toContainText('Presa in carico');
      await page.getByRole('link', { name: 'Istanza', exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Istanza');
      await page.goto('/mia-pagina');
      await expect(page.locator(`.my-case:has(a[href="${path}"])`)).not.toContainText('novità');
    });

    test('one acts for whom one represents, and for nobody else', async ({ page }) => {
      await comeIn(page, 'Delegato');
      await page.getByLabel('Agisco per').selectOption({ label: 'Forno al Ponte Corvo S.r.l.' });
      await page.getByRole('button', { name: 'Cambia' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forno al Ponte Corvo S.r.l.');
      const theirs = new URL(page.url()).searchParams.get('per') ?? '';
      expect(theirs).not.toBe('');
      await page.context().clearCookies();
      await comeIn(page, 'Cittadina', `/mia-pagina?per=${theirs}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buongiorno, Elena Marchetti');
    });
  });
}

test('another’s case and none are the same', async ({ page, expectedStatus }) => {
  expectedStatus.add(404);
  await comeIn(page, 'Cittadina');
  const hers = (await firstCase(page).getAttribute('href')) ?? '';
  await page.context().clearCookies();
  await comeIn(page, 'Impresa');
  const said: string[] = [];
  for (const path of [hers, '/mia-pagina/pratiche/nessuna', `${hers}/termine`]) {
    await page.goto(path);
    said.push(await page.getByRole('main').innerText());
  }
  expect(new Set(said).size).toBe(1);
  for (const path of [`${hers}/scadenza.ics`, '/mia-pagina/pratiche/nessuna/scadenza.ics'])
    expect((await page.request.get(path)).status()).toBe(404);
});

test('the term goes into one’s calendar', async ({ page }) => {
  await comeIn(page, 'Cittadina');
  const answer = await page.request.get(`${await firstCase(page).getAttribute('href')}/scadenza.ics`);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:\d{8}\r\n/);
});

test('who works here is told whose page it is', async ({ page }) => {
  await comeIn(page, 'Operatore');
  await expect(page).toHaveURL(/\/accedi\?returnTo=%2Fmia-pagina&error=citizensOnly$/);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('cittadini e imprese');
});

test('in both languages, on a phone and with large letters, for everyone (axe)', async ({ page }) => {
  await comeIn(page, 'Delegato');
  const one = await firstCase(page).getAttribute('href');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/mia-pagina', one ?? '', `${one}/termine`, '/mia-pagina?lang=en', `${one}?lang=en`]) {
      await page.goto(path);
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    }
    await page.goto('/mia-pagina?lang=it');
  }
  // On a phone the rooms are behind the name of this one, by keyboard and without script too.
  const rooms = page.getByRole('navigation', { name: 'Stanze della Mia Pagina' });
  await expect(rooms.getByRole('link')).toHaveCount(0);
  await rooms.locator('summary').press('Enter');
  expect(await violationsOn(page)).toEqual([]);
  await rooms.getByRole('link', { name: 'Preferenze' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Come vuoi essere avvisato');
  // Letters twice as large: nothing stands out of the page.
  for (const path of ['/mia-pagina/pratiche', '/mia-pagina/accessi', `${one}/termine`]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 1280]);
  }
});
