import type { Locator } from '@playwright/test';
import { expect, neededUnits, searchHits, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

test('a unit leads to the whole tree, opened where it stands', async ({ page }) => {
  const { firstShown, fonds, long } = neededUnits();
  await page.goto(`/records/${firstShown}`);
  await page.getByRole('link', { name: 'apri l’albero intero' }).click();
  await expect(page).toHaveURL(new RegExp(`/records/${fonds}/tree\\?open=${firstShown}`));
  const tree = page.getByRole('tree', { name: 'Albero intero' });
  await expect(tree.locator('[aria-current=location]')).toContainText('Prima unità in vista');
  const series = tree.locator(`[data-key="${long}"]`);
  await expect(series).toHaveAttribute('aria-expanded', 'false');
  await series.focus();
  await page.keyboard.press('ArrowRight');
  await expect(series).toHaveAttribute('aria-expanded', 'true');
  await expect(tree.getByRole('treeitem', { name: /^Filza 50\b/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^Filza 51\b/ })).toHaveCount(0);
  await tree.getByRole('treeitem', { name: 'mostra i seguenti (20)' }).click();
  await expect(tree.getByRole('treeitem', { name: /^Filza 70\b/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('a unit below has no whole tree of its own: its fonds has', async ({ page }) => {
  const { firstShown, fonds } = neededUnits();
  await page.goto(`/records/${firstShown}/tree`);
  await expect(page).toHaveURL(new RegExp(`/records/${fonds}/tree\\?open=${firstShown}`));
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every unit of the fonds is reached by opening and paging', async ({ page }) => {
    const { fonds } = neededUnits();
    await page.goto(`/records/${fonds}/tree`);
    // Without script a click is a whole page, read once it is all there.
    const follow = async (link: Locator) => {
      const loaded = page.waitForEvent('load');
      await link.click();
      await loaded;
    };
    await follow(page.getByRole('link', { name: 'apri Serie lunga' }));
    const seen = new Set<string>();
    for (let pages = 0; pages < 10; pages++) {
      const found = await page.getByRole('link', { name: /^Filza \d+/ }).allInnerTexts();
      for (const text of found) seen.add(text.split('\n')[0] ?? '');
      const next = page.getByRole('link', { name: /mostra i seguenti/ });
      if ((await next.count()) === 0) break;
      await follow(next.last());
    }
    expect([...seen]).toEqual(Array.from({ length: 70 }, (_, index) => `Filza ${index + 1}`));
    await follow(page.getByRole('link', { name: 'chiudi Serie lunga' }));
    await expect(page.getByRole('link', { name: /^Filza \d+/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'apri Serie lunga' })).toBeVisible();
  });
});

test.describe('what is hidden is not counted', () => {
  test('among siblings, on the page and in the JSON interface', async ({ page, request }) => {
    const { firstShown, partlyHidden } = neededUnits();
    await page.goto(`/records/${firstShown}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('navigation', { name: 'Unità vicine' })).toContainText('1 di 2');
    await expect(page.getByRole('tree').locator('[aria-current=page]')).toHaveAttribute('aria-setsize', '2');
    await expect(page.getByText('occultate')).toHaveCount(0);
    const children = await request.get(`/api/v1/records/${partlyHidden}/children`);
    expect(await children.json()).toMatchObject({ total: 2, next: null });
    await page.getByRole('link', { name: /^seguente/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seconda unità in vista');
    await expect(page.getByRole('navigation', { name: 'Unità vicine' })).toContainText('2 di 2');
  });

  test('a branch with nothing public in it offers nothing', async ({ page }) => {
    const { fonds, whollyHidden } = neededUnits();
    await page.goto(`/records/${whollyHidden}`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('tree').locator('[aria-current=page]')).not.toHaveAttribute('aria-expanded');
    await page.goto(`/records/${fonds}/tree`, { waitUntil: 'networkidle' });
    const series = page.getByRole('tree').locator(`[data-key="${whollyHidden}"]`);
    await expect(series).toBeVisible();
    await expect(series).not.toHaveAttribute('aria-expanded');
    const answer = await fetch(`${siteUrl()}/api/v1/records/${whollyHidden}`);
    expect(await answer.json()).toMatchObject({ childCount: 0 });
  });

  test('in the numbers of the home page', async ({ page }) => {
    expect(await searchHits('q=occultate')).toEqual([]);
    const answer = await fetch(`${siteUrl()}/api/v1/search`);
    const { total } = (await answer.json()) as { total: number };
    // The page may keep its numbers for some minutes; the metrics keep the same ones.
    const metrics = await (await fetch(`${siteUrl()}/metrics`)).text();
    const counted = Number(/^eli4u_records (\d+)$/m.exec(metrics)?.[1]);
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Oggi' })).toContainText(counted.toLocaleString('it'));
    expect(counted).toBeLessThanOrEqual(total);
  });
});
