import { expect, neededUnits, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

test('a finding aid is taken away: a table, EAD3, a book to print', async ({ page, request }) => {
  const { hostile } = neededUnits();
  await page.goto(`/records/${hostile}`);
  const inventory = page.getByRole('region', { name: 'L’inventario' });
  await expect(inventory.getByRole('link', { name: 'EAD3 (XML)' })).toHaveAttribute('href', `/data/${hostile}.ead.xml`);
  const csv = await inventory.getByRole('link', { name: 'CSV (foglio di calcolo)' }).getAttribute('href');
  const table = await request.get(csv ?? '');
  expect(table.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(await table.text()).toContain(`"'=Avversario in unità`);
  await inventory.getByRole('link', { name: 'Stampa o PDF' }).click();
  await expect(page).toHaveURL(new RegExp(`/records/${hostile}/stampa$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Avversario');
  await expect(page.getByText('Torna alla scheda')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('on paper the inventory has no bar, and begins with its title', async ({ page }) => {
  const { hostile } = neededUnits();
  await page.goto(`/records/${hostile}/stampa`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Torna alla scheda')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a unit with nothing below it has no inventory', async ({ page }) => {
  const { hostileUnit } = neededUnits();
  await page.goto(`/records/${hostileUnit}`);
  await expect(page.getByRole('region', { name: 'L’inventario' })).toHaveCount(0);
});
