import { crowdedUnit, expect, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

test('the tree is walked by keyboard, and grows both ways', async ({ page }) => {
  const unit = await crowdedUnit();
  await page.goto(`/records/${unit.id}`, { waitUntil: 'networkidle' });
  const tree = page.getByRole('tree', { name: 'Dove si trova' });
  const current = tree.locator('[aria-current=page]');
  await expect(current).toHaveAttribute('tabindex', '0');
  await expect(tree.locator('[tabindex="0"]')).toHaveCount(1);
  const place = Number(await current.getAttribute('aria-posinset'));
  expect(Number(await current.getAttribute('aria-setsize'))).toBe(unit.total);
  expect(place).toBeGreaterThan(1);

  await current.focus();
  // Folded, the row below is its next sibling.
  if ((await current.getAttribute('aria-expanded')) === 'true') await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(tree.locator(':focus')).toHaveAttribute('aria-posinset', String(place + 1));
  await page.keyboard.press('ArrowUp');
  await expect(current).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const parent = tree.locator(`[data-key="${unit.parentId}"]`);
  await expect(parent).toBeFocused();
  await expect(parent).toHaveAttribute('aria-expanded', 'true');

  const level = Number(await parent.getAttribute('aria-level')) + 1;
  const children = tree.locator(`[role=treeitem][aria-level="${level}"][aria-posinset]`);
  const more = tree.getByRole('treeitem', { name: /mostra i (precedenti|seguenti)/ });
  for (let step = 0; step < 12 && (await children.count()) < unit.total; step++) {
    const before = await children.count();
    await more
      .and(tree.locator(`[aria-level="${level}"]`))
      .first()
      .focus();
    await page.keyboard.press('Space');
    await expect(async () => expect(await children.count()).toBeGreaterThan(before)).toPass();
  }
  const places = await children.evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-posinset'))));
  expect(places).toEqual(Array.from({ length: unit.total }, (_, index) => index + 1));

  await parent.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(parent).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(parent).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(tree.locator(':focus')).toHaveAttribute('aria-level', String(level));
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('next and previous lead along the siblings', async ({ page }) => {
  const unit = await crowdedUnit();
  await page.goto(`/records/${unit.id}`);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: /^‹?\s*precedente/ }).click();
  await expect(page).not.toHaveURL(new RegExp(unit.id));
  await page.getByRole('link', { name: /^seguente/ }).click();
  await expect(page).toHaveURL(new RegExp(unit.id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the tree is a list of links that moves its window', async ({ page }) => {
    const unit = await crowdedUnit();
    await page.goto(`/records/${unit.id}`);
    const where = page.getByRole('region', { name: 'Dove si trova' });
    await expect(where.getByRole('link').first()).toBeVisible();
    await expect(where.getByRole('tree')).toHaveCount(0);
    const rows = await where.getByRole('link').allInnerTexts();
    const more = where.getByRole('link', { name: /mostra i (precedenti|seguenti)/ }).last();
    await more.click();
    expect(await page.getByRole('region', { name: 'Dove si trova' }).getByRole('link').allInnerTexts()).not.toEqual(
      rows,
    );
  });
});
