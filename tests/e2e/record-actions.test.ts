import { crowdedUnit, expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

test('what a unit is stands over its title as text, in capitals to the eye', async ({ page }) => {
  await page.goto(`/records/${(await crowdedUnit()).id}`);
  const kicker = page.locator('.record-heading .kicker');
  await expect(kicker).toHaveCSS('text-transform', 'uppercase');
  const text = (await kicker.textContent()) ?? '';
  expect(text).not.toBe(text.toUpperCase());
});

test.describe('Condividi', () => {
  test('opens the sharing of the device', async ({ page }) => {
    const unit = await crowdedUnit();
    await page.addInitScript(() => {
      const shared = (given: ShareData) =>
        Promise.resolve(document.documentElement.setAttribute('data-shared', given.url ?? ''));
      Object.defineProperty(navigator, 'share', { value: shared });
    });
    await page.goto(`/records/${unit.id}`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Condividi' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-shared', `${siteUrl()}/records/${unit.id}`);
  });

  test('copies the link where the device has no sharing', async ({ page, context }) => {
    const unit = await crowdedUnit();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    await page.goto(`/records/${unit.id}?around=x`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Condividi' }).click();
    await expect(page.getByText('Link copiato')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${siteUrl()}/records/${unit.id}`);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('is the permanent link', async ({ page }) => {
      const unit = await crowdedUnit();
      await page.goto(`/records/${unit.id}?around=x`);
      await page.getByRole('link', { name: 'Condividi' }).click();
      await expect(page).toHaveURL(`${siteUrl()}/records/${unit.id}`);
    });
  });
});

test('a page that is slow to come is said to be on its way', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const word = page.getByText('La pagina sta arrivando…');
  await expect(word).toHaveCount(0);
  // The form is sent and no answer comes: while a real one is awaited, the browser would not let the test look at the page.
  await page.evaluate(() => window.addEventListener('submit', (event) => event.preventDefault()));
  await page.getByRole('main').getByRole('button', { name: 'Cerca' }).click();
  await expect(word).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(word).toHaveCount(0);
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false');
});

test('a place within the page is not awaited', async ({ page }) => {
  await page.goto(`/records/${(await crowdedUnit()).id}`, { waitUntil: 'networkidle' });
  await page.clock.install();
  await page.getByRole('link', { name: 'Cita', exact: true }).click();
  await page.clock.runFor(2000);
  await expect(page.getByText('La pagina sta arrivando…')).toHaveCount(0);
});
