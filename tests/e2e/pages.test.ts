import type { Page } from '@playwright/test';
import { crowdedUnit, expect, neededUnits, questionField, searchHits, test, violationsOn } from './site.ts';

const wide = { width: 1280, height: 900 };
const phone = { width: 320, height: 640 };

/** Paths of the main pages; some lead to a real unit, agent or institution of the demonstration holdings. */
const pages: { name: string; path: () => Promise<string>; status?: number; media?: 'print' }[] = [
  { name: 'home', path: async () => '/' },
  { name: 'search', path: async () => '/search?q=padova' },
  { name: 'search by fonds', path: async () => '/search?q=padova&group=fonds&century=16' },
  { name: 'search without answer', path: async () => '/search?q=zzyzx+qwerty' },
  { name: 'search with a long filter', path: async () => `/search?q=padova&subject=${'x'.repeat(200)}` },
  { name: 'search with a slip of the pen', path: async () => '/search?q=padoav' },
  { name: 'advanced search', path: async () => '/search/advanced' },
  { name: 'advanced search, filled in', path: async () => '/search/advanced?q=padova&level=file&from=1400&sort=date' },
  { name: 'a result', path: async () => `/records/${(await searchHits('q=padova'))[1]?.id ?? ''}?in=q%3Dpadova&hit=2` },
  { name: 'bookmarks', path: async () => '/saved' },
  { name: 'a fonds', path: async () => `/records/${(await searchHits('level=fonds'))[0]?.id ?? ''}` },
  { name: 'a unit', path: async () => `/records/${(await crowdedUnit()).id}` },
  { name: 'an agent', path: agentPath },
  { name: 'an institution', path: institutionPath },
  { name: 'a unit not yet open', path: closedPath },
  { name: 'a unit with reproductions', path: async () => `/records/${neededUnits().reproductions}` },
  { name: 'a unit, printed', path: async () => `/records/${(await crowdedUnit()).id}`, media: 'print' },
  { name: 'a whole tree', path: async () => `/records/${neededUnits().fonds}/tree?open=${neededUnits().long}` },
  { name: 'services', path: async () => '/servizi' },
  { name: 'the table of procedures', path: async () => '/servizi/tabella' },
  { name: 'the table of procedures, printed', path: async () => '/servizi/tabella', media: 'print' },
  { name: 'a request', path: async () => '/servizi/permesso-di-costruire' },
  { name: 'a certified filing', path: async () => '/servizi/scia-agibilita' },
  { name: 'a declaration', path: async () => '/servizi/cambio-residenza' },
  { name: 'a call with a ranking', path: async () => '/servizi/iscrizione-nido' },
  { name: 'a communication', path: async () => '/servizi/cila' },
  { name: 'what the office begins by itself', path: async () => '/servizi/cancellazione-irreperibilita' },
  { name: 'a service asked for elsewhere', path: async () => '/servizi/commercio-aree-pubbliche' },
  { name: 'a service, printed', path: async () => '/servizi/accesso-documentale', media: 'print' },
  { name: 'an unknown service', path: async () => '/servizi/nessuno', status: 404 },
  { name: 'a search that cannot be', path: async () => '/search?page=51', status: 400 },
  { name: 'an unknown address', path: async () => '/nowhere', status: 404 },
  { name: 'an unknown unit', path: async () => '/records/00000000', status: 404 },
  { name: 'a deleted unit', path: async () => `/records/${neededUnits().gone}`, status: 410 },
  { name: 'an unexpected error', path: async () => `/records/${neededUnits().broken}`, status: 500 },
  { name: 'accessibility', path: async () => '/accessibility' },
  { name: 'feedback', path: async () => '/feedback' },
  { name: 'privacy', path: async () => '/privacy' },
];

async function recordJson(): Promise<{
  institution: { id: string };
  inherited: { creators: { value: { id: string }[] } | null };
}> {
  const { id } = await crowdedUnit();
  const response = await fetch(`${process.env.SITE_URL}/api/v1/records/${id}`);
  return response.json();
}
async function closedPath(): Promise<string> {
  const hits = [...(await searchHits('q=salute')), ...(await searchHits('q=sanitari*&sort=-date'))];
  return `/records/${hits.find((hit) => hit.visibility === 'described')?.id ?? ''}`;
}
async function agentPath(): Promise<string> {
  return `/agents/${(await recordJson()).inherited.creators?.value[0]?.id ?? ''}`;
}
async function institutionPath(): Promise<string> {
  return `/institutions/${(await recordJson()).institution.id}`;
}

/** WCAG 1.4.4 and 1.4.12: letters twice as large, and lines, words and letters as far apart as a reader may set them. */
const generous = `html { font-size: 200% !important }
  body, body * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

for (const lang of ['it', 'en'] as const) {
  test.describe(lang, () => {
    test.use({ viewport: wide, locale: lang === 'it' ? 'it-IT' : 'en-GB' });
    for (const { name, path, status = 200, media = 'screen' } of pages) {
      test(`${name}: reads well, flows in its width, has no violations`, async ({ page, expectedStatus }) => {
        expectedStatus.add(status);
        await page.emulateMedia({ media });
        const answer = await page.goto(await path(), { waitUntil: 'networkidle' });
        expect(answer?.status()).toBe(status);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        expect(await page.title()).toContain('ELI4U');
        for (const size of [wide, phone]) {
          await page.setViewportSize(size);
          const at = `at ${size.width} px`;
          expect(await overflowOf(page), at).toBeLessThanOrEqual(0);
          expect(await violationsOn(page), at).toEqual([]);
        }
        if (lang === 'en' || media === 'print') return;
        await page.setViewportSize(wide);
        expect(await lostWhenGenerous(page), 'text made larger and wider').toEqual([]);
      });
    }
  });
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What is cut off or flows out of the page when its text is as large and as wide as a reader may set it. */
async function lostWhenGenerous(page: Page): Promise<string[]> {
  // Not by the page's own means: that of an error forbids what is not its own.
  await page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }, generous);
  return page.evaluate(() => {
    const root = document.documentElement;
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter(
      (part) =>
        part.clientWidth > 1 &&
        part.textContent.trim() !== '' &&
        getComputedStyle(part).overflowX === 'hidden' &&
        part.scrollWidth > part.clientWidth + 1,
    );
    return [
      ...cut.map((part) => part.outerHTML.slice(0, 200)),
      ...(root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : []),
    ];
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, locale: 'it-IT' });

  for (const { name, path, status = 200 } of pages) {
    test(`${name}: all of it is there`, async ({ page, expectedStatus }) => {
      expectedStatus.add(status);
      const answer = await page.goto(await path());
      expect(answer?.status()).toBe(status);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1);
      expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(80);
      // What is streamed late arrives hidden and waits for a script to be shown.
      await expect(page.locator('[hidden]:not(:empty), template')).toHaveCount(0);
    });
  }
});

test('an unknown address helps to search', async ({ page, expectedStatus }) => {
  expectedStatus.add(404);
  for (const path of ['/nowhere', '/records/00000000', '/agents/zzz']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(questionField(page)).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  }
});

test('a search that cannot be understood is a 400 that says why', async ({ page, expectedStatus }) => {
  expectedStatus.add(400);
  const answer = await page.goto('/search?page=51');
  expect(answer?.status()).toBe(400);
  await expect(page.getByRole('main')).toContainText(/da 1 a 50|from 1 to 50/);
});

test('the language is kept from page to page', async ({ page }) => {
  await page.goto('/?lang=en');
  await questionField(page).fill('acqua');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await expect(questionField(page)).toHaveValue('acqua');
});
