import { expect, questionField, test } from './site.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, locale: 'it-IT' });

    test('a reader searches, narrows, widens, opens a unit', async ({ page }) => {
      await page.goto('/');
      await questionField(page).fill('padova');
      await page.getByRole('main').getByRole('button', { name: 'Cerca' }).click();
      await expect(page).toHaveURL(/\/search\?q=padova/);
      const total = await count(page.getByRole('heading', { name: /risultat/ }));
      expect(total).toBeGreaterThan(5);

      const century = page.getByRole('region', { name: 'Secolo' }).getByRole('link').first();
      await century.click();
      const narrowed = await count(page.getByRole('heading', { name: /risultat/ }));
      expect(narrowed).toBeLessThan(total);
      expect(narrowed).toBeGreaterThan(0);

      const chips = page.getByRole('list', { name: 'Filtri attivi' });
      await chips.getByRole('link', { name: /togli\)/ }).click();
      expect(await count(page.getByRole('heading', { name: /risultat/ }))).toBe(total);

      const first = page.getByRole('article').first().getByRole('heading').getByRole('link');
      const title = await first.innerText();
      await first.click();
      await expect(page).toHaveURL(/\/records\/[0-9a-z]{8}\?in=q%3Dpadova&hit=1$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });

    test('years, pages and groups are addresses', async ({ page }) => {
      await page.goto('/search?q=padova');
      await page.getByLabel('Dal').fill('1500');
      await page.getByLabel('Al', { exact: true }).fill('1599');
      await page.getByRole('button', { name: 'Applica' }).click();
      await expect(page).toHaveURL(/from=1500&to=1599/);
      await page.goto('/search');
      const first = await page.getByRole('article').first().innerText();
      await page.getByRole('link', { name: /Seguenti/ }).click();
      await expect(page).toHaveURL(/page=2/);
      expect(await page.getByRole('article').first().innerText()).not.toBe(first);
      await page.getByRole('link', { name: 'per fondo' }).click();
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    });
  });
}

async function count(heading: { innerText(): Promise<string> }): Promise<number> {
  return Number((await heading.innerText()).replace(/[.,]/g, '').match(/\d+/)?.[0] ?? 'NaN');
}
