import { expect, neededUnits, questionField, test } from './site.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled, locale: 'it-IT' });

    test('an unexpected error says so, with a number and whom to tell, in the language of the reader', async ({
      page,
      expectedStatus,
    }) => {
      expectedStatus.add(500);
      const { broken } = neededUnits();
      const answer = await page.goto(`/records/${broken}`);
      expect(answer?.status()).toBe(500);
      expect(answer?.headers()['cache-control']).toBe('no-store');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qualcosa non ha funzionato');
      const number = await page.locator('code').innerText();
      expect(number).toMatch(/^[0-9a-z]+-[0-9a-f]{4}$/);
      await expect(page.getByRole('link', { name: 'archivio@example.org' })).toBeVisible();
      await page.goto(`/records/${broken}?lang=en`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong');
      expect(await page.locator('code').innerText()).not.toBe(number);
      await page.getByRole('link', { name: 'Go to the home page' }).click();
      await expect(questionField(page)).toBeVisible();
    });
  });
}

test('the same error of the JSON interface is a problem', async ({ request }) => {
  const answer = await request.get(`/api/v1/records/${neededUnits().broken}`, { headers: { accept: 'text/html' } });
  expect(answer.status()).toBe(500);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
});
