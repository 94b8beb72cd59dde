import type { Dialog, Page } from '@playwright/test';
import { expect, siteUrl, test, violationsOn } from './site.ts';

test.use({ locale: 'it-IT' });

async function signIn(page: Page, persona: string, to: string): Promise<void> {
  await page.goto(`/accedi?${new URLSearchParams({ returnTo: to })}`);
  await page.getByRole('button', { name: persona, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/accedi'));
}

const main = (page: Page) => page.getByRole('main');

/** Follows a link out of the page; tells what was asked, to which the answer is to stay. */
async function askedOnLeaving(page: Page): Promise<string[]> {
  const asked: string[] = [];
  const stay = (dialog: Dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  };
  page.on('dialog', stay);
  const before = page.url();
  await page.locator('header a[href="/"]').first().click({ noWaitAfter: true });
  if (asked.length === 0) await page.waitForURL((url) => url.href !== before, { timeout: 3000 }).catch(() => undefined);
  page.off('dialog', stay);
  return asked;
}

const forms = [
  { what: 'a request at the counter', persona: 'Responsabile', path: '/ufficio/nuova/accesso-pratiche-edilizie' },
];

for (const { what, persona, path } of forms) {
  test(`${what}: leaving asks once something is typed, and not before`, async ({ page }) => {
    await signIn(page, persona, path);
    expect(await askedOnLeaving(page)).toEqual([]);
    await expect(page).toHaveURL(`${siteUrl()}/`);
    await page.goto(path);
    await main(page).locator('form.asked input[type=text]').first().pressSequentially('M');
    expect(await askedOnLeaving(page)).toEqual(['beforeunload']);
    await expect(page).toHaveURL(`${siteUrl()}${path}`);
    await expect(main(page).locator('form.asked input[type=text]').first()).toHaveValue(/M$/);
    expect(await violationsOn(page)).toEqual([]);
    // Answered and not filed, it is still to be lost.
    await main(page).getByRole('button', { name: 'Continua: documenti e invio' }).click();
    await expect(main(page).getByRole('alert')).toBeVisible();
    expect(await askedOnLeaving(page)).toEqual(['beforeunload']);
  });
}

test('an action of a case: leaving asks while it is half written, and no more once it is done', async ({ page }) => {
  await signIn(page, 'Responsabile', '/ufficio?vista=all');
  const href = await page.locator('a.work-link').first().getAttribute('href');
  const id = /pratica=([^&]+)/.exec(href ?? '')?.[1] ?? href?.split('/').at(-1) ?? '';
  const open = async () => {
    await page.goto(`/ufficio/pratiche/${id}`);
    await main(page).locator('summary', { hasText: 'Scrivi una nota' }).click();
  };
  await open();
  expect(await askedOnLeaving(page)).toEqual([]);
  await open();
  const note = main(page).getByLabel('Nota', { exact: true });
  await note.pressSequentially('Tel');
  expect(await askedOnLeaving(page)).toEqual(['beforeunload']);
  await note.pressSequentially('efonato');
  await main(page).getByRole('button', { name: 'Scrivi una nota' }).click();
  await expect(page.getByRole('list').filter({ hasText: 'Telefonato' }).first()).toBeVisible();
  expect(await askedOnLeaving(page)).toEqual([]);
});

test('a form that nobody wrote in keeps the way back as it was', async ({ page }) => {
  await page.addInitScript(() => {
    const kinds: string[] = [];
    Object.assign(window, { listenedFor: kinds });
    window.addEventListener = new Proxy(window.addEventListener, {
      apply(add, self: unknown, given: unknown[]) {
        kinds.push(String(given[0]));
        return Reflect.apply(add, self ?? window, given);
      },
    });
  });
  await signIn(page, 'Responsabile', '/ufficio/nuova/accesso-pratiche-edilizie');
  const listened = () => page.evaluate(() => Reflect.get(window, 'listenedFor') as string[]);
  await page.waitForLoadState('networkidle');
  expect(await listened()).not.toContain('beforeunload');
  await main(page).locator('form.asked input[type=text]').first().pressSequentially('M');
  expect(await listened()).toContain('beforeunload');
});
