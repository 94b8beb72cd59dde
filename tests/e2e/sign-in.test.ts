import type { Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

const people = [
  ['Cittadina', 'Elena Marchetti'],
  ['Delegato', 'Davide Zorzi'],
  ['Impresa', 'Forno al Ponte Corvo S.r.l.'],
  ['Studiosa straniera', 'Hannah Lindqvist'],
  ['Operatore', 'Giulia Rampazzo'],
  ['Responsabile', 'Stefano Bellin'],
  ['Dirigente', 'Laura Tonello'],
  ['Archivista', 'Paolo Schiavon'],
] as const;

const state = (page: Page) => page.getByRole('banner');

async function signIn(page: Page, button: string, at = '/accedi'): Promise<void> {
  await page.goto(at);
  await page.getByRole('button', { name: button, exact: true }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    for (const [button, name] of people) {
      test(`${button} signs in and out`, async ({ page }) => {
        await signIn(page, button, '/accedi?returnTo=%2Fservizi%3Fx%3D1');
        await expect(page).toHaveURL(`${siteUrl()}/servizi?x=1`);
        await expect(state(page)).toContainText(`Accesso come ${name}`);
        await state(page).getByRole('button', { name: 'Esci' }).click();
        await expect(page).toHaveURL(`${siteUrl()}/esci`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non hai un accesso aperto');
        await expect(state(page).getByRole('link', { name: 'Accedi' })).toBeVisible();
        await page.goto('/');
        await expect(state(page)).not.toContainText(name);
      });
    }
  });
}

test('from any page and back to it, as somebody and then as somebody else', async ({ page }) => {
  await page.goto('/servizi/patrocinio');
  await state(page).getByRole('link', { name: 'Accedi' }).click();
  await page.getByRole('button', { name: 'Operatore' }).click();
  await expect(page).toHaveURL(`${siteUrl()}/servizi/patrocinio`);
  await page.goto('/accedi');
  await expect(page.getByRole('main')).toContainText('Accesso già fatto come Giulia Rampazzo');
  await page.getByRole('button', { name: 'Dirigente' }).click();
  await expect(page).toHaveURL(`${siteUrl()}/`);
  await expect(state(page)).toContainText('Laura Tonello');
  await page.goto('/esci');
  await page.getByRole('main').getByRole('button', { name: 'Esci', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non hai un accesso aperto');
});

test('the cookie is for the server alone, and leaves with who signs out', async ({ page, context }) => {
  await signIn(page, 'Operatore');
  await expect(state(page)).toContainText('Giulia Rampazzo');
  const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('authjs'));
  const session = cookies.find(({ name }) => name === 'authjs.session-token');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false });
  const hours = ((session?.expires ?? 0) * 1000 - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(7.9);
  expect(hours).toBeLessThanOrEqual(8);
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await state(page).getByRole('button', { name: 'Esci' }).click();
  await expect(state(page).getByRole('link', { name: 'Accedi' })).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('authjs.session-token');
});

test('a cookie that was kept opens nothing once its owner is out', async ({ page, context }) => {
  await signIn(page, 'Operatore');
  const kept = (await context.cookies()).find(({ name }) => name === 'authjs.session-token');
  if (!kept) throw new Error('no session');
  await state(page).getByRole('button', { name: 'Esci' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non hai un accesso aperto');
  await context.addCookies([kept]);
  await page.goto('/ufficio');
  await expect(page).toHaveURL(/\/accedi\?returnTo=%2Fufficio$/);
});

test('from one browser one leaves all', async ({ page, browser }) => {
  const elsewhere = await browser.newContext({ locale: 'it-IT', baseURL: siteUrl() });
  const other = await elsewhere.newPage();
  await signIn(other, 'Delegato');
  await signIn(page, 'Delegato');
  await page.goto('/esci');
  const list = page.getByRole('region', { name: 'Dove sei collegato' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Chrome' })).not.toHaveCount(0);
  await list.getByRole('button', { name: 'Esci da tutti i dispositivi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non hai un accesso aperto');
  await other.reload();
  await expect(state(other).getByRole('link', { name: 'Accedi' })).toBeVisible();
  await elsewhere.close();
});

for (const hostile of [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/accedi',
  '/api/auth/signout',
])
  test(`returnTo=${hostile} leads home`, async ({ page }) => {
    await signIn(page, 'Cittadina', `/accedi?${new URLSearchParams({ returnTo: hostile })}`);
    await expect(page).toHaveURL(`${siteUrl()}/`);
    await expect(state(page)).toContainText('Elena Marchetti');
  });

test('a hostile address in the form itself leads home', async ({ page }) => {
  await page.goto('/accedi');
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Cittadina' }) });
  await form
    .locator('input[name=callbackUrl]')
    .evaluate((field) => field.setAttribute('value', 'https://evil.example/'));
  await form.getByRole('button').click();
  await expect(page).toHaveURL(`${siteUrl()}/`);
});

test('without the form’s token nobody gets in or out', async ({ page, request, context }) => {
  const fields = { persona: 'dirigente', callbackUrl: '/' };
  const send = (form: Record<string, string>) => request.post('/api/auth/callback/demo', { form, maxRedirects: 0 });
  for (const form of [fields, { ...fields, csrfToken: 'x' }]) {
    const refused = await send(form);
    expect(refused.status()).toBe(303);
    expect(refused.headers()['location']).toBe('/accedi?error=MissingCSRF');
    expect(refused.headers()['set-cookie'] ?? '').not.toContain('session-token');
  }
  await page.goto('/accedi?error=MissingCSRF');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('aperta da troppo tempo');
  await page.getByRole('button', { name: 'Operatore' }).click();
  await expect(state(page)).toContainText('Giulia Rampazzo');
  await context.request.post('/api/auth/signout', { form: {}, maxRedirects: 0 });
  await page.reload();
  await expect(state(page)).toContainText('Giulia Rampazzo');
});

test('no page of another site signs anybody in', async ({ request }) => {
  const answer = await request.post('/api/auth/callback/demo', {
    form: { persona: 'dirigente' },
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});

test('a persona that does not exist is nobody', async ({ page }) => {
  await page.goto('/accedi');
  await page.getByRole('button', { name: 'Dirigente' }).evaluate((button) => button.setAttribute('value', 'root'));
  await page.getByRole('button', { name: 'Dirigente' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('L’accesso non è riuscito');
  await expect(state(page).getByRole('link', { name: 'Accedi' })).toBeVisible();
});

test('a cookie that somebody made is no session, and is taken away', async ({ page, context }) => {
  await context.addCookies([{ name: 'authjs.session-token', value: 'made-up', url: siteUrl() }]);
  await page.goto('/');
  await expect(state(page).getByRole('link', { name: 'Accedi' })).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('authjs.session-token');
});

test('headers that tell pages of the session are not taken from outside', async ({ request }) => {
  const answer = await request.get('/', { headers: { 'x-eli4u-form': 'mine', 'x-eli4u-session-end': '9999999999' } });
  expect(await answer.text()).not.toContain('mine"');
});

test('who is not signed in takes no cookie away from a public page, nor from the JSON interface', async ({
  request,
}) => {
  for (const path of ['/', '/search', '/servizi', '/api/v1/search?q=estimo', '/api/v1/procedure-types'])
    expect([path, (await request.get(path)).headers()['set-cookie']]).toEqual([path, undefined]);
});

test('of next-auth only what is used answers', async ({ request }) => {
  for (const path of ['signin', 'signin/demo', 'providers', 'error', 'callback/demo', 'signout', 'verify-request'])
    expect([path, (await request.get(`/api/auth/${path}`, { maxRedirects: 0 })).status()]).toEqual([path, 404]);
  for (const path of ['session', 'callback/oidc', 'signin/demo', 'webauthn-options'])
    expect([path, (await request.post(`/api/auth/${path}`, { form: {}, maxRedirects: 0 })).status()]).toEqual([
      path,
      404,
    ]);
});

test('the end of the session is told ten minutes before, and put off by one press', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'Operatore');
  const warning = page.getByRole('status').filter({ hasText: 'La sessione' });
  await expect(state(page)).toContainText('Giulia Rampazzo');
  await page.clock.fastForward('07:45:00');
  await expect(warning).toHaveCount(0);
  await page.clock.fastForward('06:00');
  await expect(warning).toContainText(/si chiude alle \d{2}:\d{2} se non fai altro/);
  // The server's clock did not run ahead with the page's.
  const later = await page.evaluate(() => new Date(Date.now() + 8 * 3_600_000).toISOString());
  await page.route('**/api/auth/session', (route) => route.fulfill({ json: { expires: later } }));
  await warning.getByRole('button', { name: 'Continua' }).click();
  await expect(warning).toHaveCount(0);
  await page.clock.fastForward('07:51:00');
  await expect(warning).toContainText('si chiude alle');
  await page.clock.fastForward('10:00');
  await expect(warning).toContainText('si è chiusa');
  await expect(warning.getByRole('link', { name: 'Accedi' })).toHaveAttribute('href', '/accedi?returnTo=%2F');
});

test('in English', async ({ page }) => {
  await page.goto('/accedi?lang=en');
  await page.getByRole('button', { name: 'Officer' }).click();
  await expect(state(page)).toContainText('Signed in as Giulia Rampazzo');
  await state(page).getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are not signed in');
});

test('pages of signing in and out are for everyone (axe), also on a phone', async ({ page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/accedi', '/accedi?error=unknown', '/esci']) {
      await page.goto(path);
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await signIn(page, 'Responsabile');
    for (const path of ['/', '/accedi', '/esci']) {
      await page.goto(path);
      expect([path, await violationsOn(page)]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await state(page).getByRole('button', { name: 'Esci' }).click();
  }
});
