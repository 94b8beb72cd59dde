import { expect, neededUnits, questionField, searchHits, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

test('what begins so is suggested while typing, by keys and to screen readers', async ({ page }) => {
  const fonds = neededUnits().fonds;
  await page.goto('/', { waitUntil: 'networkidle' });
  const field = questionField(page);
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await field.fill('fondo per le pro');
  const list = page.getByRole('listbox', { name: 'Suggerimenti' });
  await expect(list.getByRole('option')).toHaveText(['Fondo per le prove fondo']);
  await expect(page.getByRole('status').filter({ hasText: 'Un suggerimento' })).toHaveCount(1);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  expect(await violationsOn(page)).toEqual([]);

  await field.press('ArrowDown');
  const option = list.getByRole('option', { selected: true });
  await expect(option).toHaveCount(1);
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '?');
  await expect(field).toBeFocused();
  await field.press('ArrowDown');
  await expect(option).toHaveCount(0);
  await field.press('ArrowUp');
  await field.press('Enter');
  await expect(page).toHaveURL(`${siteUrl()}/records/${fonds}`);
});

test('Escape closes the list, a click follows it, Enter without a choice searches', async ({ page }) => {
  await page.goto('/search', { waitUntil: 'networkidle' });
  const field = questionField(page);
  const list = page.getByRole('listbox');
  await field.fill('serie lu');
  await expect(list.getByRole('option')).toHaveCount(1);
  await field.press('Escape');
  await expect(list).toBeHidden();
  await expect(field).toHaveValue('serie lu');
  await field.fill('serie lun');
  await list.getByRole('option').click();
  await expect(page).toHaveURL(`${siteUrl()}/records/${neededUnits().long}`);
  await page.goto('/', { waitUntil: 'networkidle' });
  await questionField(page).fill('serie lunga');
  await expect(list.getByRole('option')).toHaveCount(1);
  await questionField(page).press('Enter');
  await expect(page).toHaveURL(/\/search\?q=serie\+lunga$/);
});

test('while suggestions fail none of earlier letters is offered', async ({ page, expectedStatus }) => {
  expectedStatus.add(503);
  await page.goto('/search', { waitUntil: 'networkidle' });
  const field = questionField(page);
  const list = page.getByRole('listbox');
  await field.fill('estim');
  await expect(list).toBeVisible();
  await page.route('**/api/v1/suggest?*', (route) => route.fulfill({ status: 503, body: '{}' }));
  await field.fill('estimx');
  await expect(list).toBeHidden();
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(field).toHaveValue('estimx');
});

test('hidden units are suggested to nobody', async ({ request }) => {
  for (const q of ['carte occ', 'altre carte']) {
    const answer = await request.get(`/api/v1/suggest?q=${encodeURIComponent(q)}`);
    expect(
      ((await answer.json()) as { suggestions: { label: string }[] }).suggestions.map(({ label }) => label),
    ).not.toContain('Carte occultate');
  }
  const open = await request.get('/api/v1/suggest?q=prima%20unita&lang=en');
  expect(await open.json()).toEqual({
    suggestions: [
      {
        kind: 'title',
        label: 'Prima unità in vista',
        type: 'file',
        note: 'Fondo per le prove',
        what: 'file',
        url: `/records/${neededUnits().firstShown}`,
      },
    ],
  });
  expect((await request.get(`/api/v1/suggest?q=${'a'.repeat(1001)}`)).status()).toBe(400);
});

test('a slip of the pen is mended by a link', async ({ page }) => {
  await page.goto('/search?q=padoav');
  await page.getByText('Forse si cercava:').getByRole('link', { name: 'padova' }).click();
  await expect(page).toHaveURL(/q=padova$/);
  expect((await searchHits('q=padova')).length).toBeGreaterThan(0);
});
