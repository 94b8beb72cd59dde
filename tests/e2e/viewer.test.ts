import type { BrowserContext, Page } from '@playwright/test';
import { putPages } from '#tests/builders/images.ts';
import { linesOf } from '#tests/builders/page-text.ts';
import { openSiteStore, type SiteStore } from './access/site-store.ts';
import { crowdedUnit, expect, neededUnits, siteUrl, test, violationsOn } from './site.ts';
import sharp from 'sharp';
import { imagesElsewhere, type ImagesElsewhere } from './images-elsewhere.ts';
import { writeImageSet } from '#lib/store/images/write-image-set.ts';

test.use({ locale: 'it-IT', permissions: ['clipboard-read', 'clipboard-write'] });
test.describe.configure({ timeout: 120_000 });

const pages = 30;
let store: SiteStore;
let unit: string;
let other: string;
let reserved: string | undefined;
let reservedPage: string | undefined;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  store = await openSiteStore();
  unit = neededUnits().firstShown;
  other = (await crowdedUnit()).id;
  const { rows } = await store.pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE visibility = 'described' AND NOT internal ORDER BY id LIMIT 1`,
  );
  reserved = rows[0]?.id;
  const text = (page: number) =>
    page === 2
      ? {
          language: 'it',
          origin: 'recognised' as const,
          lines: linesOf('Nota delle spese', 'per il mulino della comunità'),
        }
      : null;
  await putPages(store.pool, store.dataDir, unit, {
    pages,
    text,
    rightsUri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    requiredStatement: 'Su concessione del Ministero della Cultura',
  });
  await putPages(store.pool, store.dataDir, other, { pages: 2 });
  if (reserved) [, reservedPage] = await putPages(store.pool, store.dataDir, reserved, { pages: 2, text });
});
test.afterAll(() => store?.end());
// OpenSeadragon tells the console of tiles that did not come, and of those that came when the page had been turned.
test.afterEach(({ stray }) => {
  const others = stray.filter(
    (line) => !/^console: (Tile %s failed to load|Ignoring tile %s loaded before reset)/.test(line),
  );
  stray.splice(0, stray.length, ...others);
});

/** What was asked of the service of images. */
function askedOf(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/iiif/image/')) asked.push(pathname);
  });
  return asked;
}

const viewer = (page: Page) => page.locator('.viewer');
const place = (page: Page) => page.locator('.viewer-place');
const stage = (page: Page) => page.locator('.viewer-stage [role=application]');
const opened = (page: Page) => expect(page.locator('.viewer-open')).toHaveCount(1, { timeout: 20_000 });

test('the head of a page leads to its manifest, and no other does', async ({ page }) => {
  const alternate = page.locator(
    `link[rel=alternate][type='application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"']`,
  );
  await page.goto(`/records/${unit}`);
  await expect(alternate).toHaveAttribute('href', `${siteUrl()}/iiif/presentation/${unit}/manifest.json`);
  expect((await page.request.get((await alternate.getAttribute('href')) ?? '')).status()).toBe(200);
  expect(await page.locator('script[type="application/ld+json"]').first().textContent()).toContain('associatedMedia');
  if (!reserved) return;
  await page.goto(`/records/${reserved}`);
  await expect(alternate).toHaveCount(0);
});

test('pages turn in place; the address follows', async ({ page, context }) => {
  const asked = askedOf(context);
  await page.goto(`/records/${unit}`);
  await opened(page);
  expect(asked.filter((path) => /\/\d+,\d+,\d+,\d+\/|\/full\/\d+,/.test(path)).length).toBeGreaterThan(0);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await expect(place(page)).toHaveText(`c. 1r (1 di ${pages})`);
  await viewer(page).getByRole('link', { name: 'Pagina seguente' }).click();
  await expect(place(page)).toHaveText(`c. 1v (2 di ${pages})`);
  await expect(page).toHaveURL(/\?pagina=2$/);
  await viewer(page).getByRole('link', { name: 'Ultima pagina' }).click();
  await expect(place(page)).toHaveText(`c. 15v (30 di ${pages})`);
  await expect(viewer(page).locator('.viewer-strip [aria-current=page]')).toHaveText('c. 15v');
  await viewer(page).getByLabel('Vai alla pagina').fill('12');
  await viewer(page).getByRole('button', { name: 'Vai' }).click();
  await expect(place(page)).toHaveText(`c. 6v (12 di ${pages})`);
  await expect(viewer(page).getByRole('status').filter({ hasText: 'c. 6v (12 di 30)' })).toHaveCount(1);
  await expect(page.locator('.viewer-standing')).toHaveAttribute('alt', /^c\. 6v di «/);
  await opened(page);
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
});

test('who turns fast sees the last page that was asked for', async ({ page }) => {
  await page.goto(`/records/${unit}?pagina=1`);
  await opened(page);
  // What is written on page 2 comes late, when page 3 is shown.
  await page.route('**/pagine/*', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await viewer(page).locator('summary', { hasText: 'Testo della pagina' }).click();
  const late = page.waitForResponse(/\/pagine\/[0-9a-z]{8}/);
  await viewer(page).getByRole('link', { name: 'Pagina seguente' }).click();
  await expect(place(page)).toHaveText(/^c\. 1v /);
  await viewer(page).getByRole('link', { name: 'Pagina seguente' }).click();
  await expect(place(page)).toHaveText(/^c\. 2r /);
  await late;
  await page.waitForTimeout(300);
  await expect(viewer(page)).toContainText('Di questa pagina non c’è il testo.');
});

test('an address shows a part of a page, and gives it back', async ({ page }) => {
  await page.goto(`/records/${unit}?pagina=3#xywh=300,400,600,800`);
  await opened(page);
  await viewer(page).locator('summary', { hasText: 'Scarica, cita, confronta' }).click();
  await viewer(page).getByRole('button', { name: 'Copia il collegamento a questo riquadro' }).click();
  await expect(viewer(page).getByText('Copiato')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [, x, y, width, height] = (/\?pagina=3#xywh=(\d+),(\d+),(\d+),(\d+)$/.exec(copied) ?? []).map(Number);
  // The frame is wider than the part: it shows the whole of it, and no more of the height.
  expect([y, height]).toEqual([400, 800]);
  expect(x).toBeLessThanOrEqual(300);
  expect((x ?? 0) + (width ?? 0)).toBeGreaterThanOrEqual(900);
});

test('by keys: only with the focus in the viewer', async ({ page }) => {
  await page.goto(`/records/${unit}`);
  await opened(page);
  await page.locator('body').press('PageDown');
  await expect(place(page)).toHaveText(/^c\. 1r /);
  await stage(page).focus();
  await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(/^c\. 1v /);
  await page.keyboard.press('End');
  await expect(place(page)).toHaveText(/^c\. 15v /);
  await opened(page);
  await viewer(page).getByRole('button', { name: 'Ruota a destra' }).press('Enter');
  await expect(viewer(page).getByText('Ruotata di 90 gradi')).toHaveCount(1);
  await viewer(page).getByRole('button', { name: 'Ruota a sinistra' }).press('Enter');
  await expect(viewer(page).getByText('Ruotata di 0 gradi')).toHaveCount(1);
  await viewer(page).locator('summary', { hasText: 'Luce e contrasto' }).press('Enter');
  await viewer(page).getByLabel('Luminosità').press('ArrowRight');
  await expect(page.locator('.viewer-stage')).toHaveCSS('filter', 'brightness(1.05) contrast(1)');
  await viewer(page).getByRole('button', { name: 'Come l’originale' }).press('Enter');
  await expect(page.locator('.viewer-stage')).toHaveCSS('filter', 'brightness(1) contrast(1)');
  await viewer(page).getByRole('button', { name: 'Ingrandisci' }).press('Enter');
  await expect(
    viewer(page)
      .getByRole('status')
      .filter({ hasText: /^Ingrandimento: \d+ %$/ }),
  ).toHaveCount(1);
  await viewer(page).getByRole('button', { name: 'Schermo intero' }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toContain('viewer');
  await viewer(page).getByRole('button', { name: 'Esci dallo schermo intero' }).press('Enter');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('the text is beside, with the words marked that were looked for', async ({ page }) => {
  await page.goto(`/records/${unit}?pagina=2&q=mulino`);
  await opened(page);
  await expect(viewer(page).locator('mark')).toHaveText('per il mulino della comunità');
  await expect(viewer(page)).toContainText('Testo riconosciuto da una macchina');
  await expect(page.locator('.viewer-mark')).toHaveCount(1);
});

test('a page is taken with its name, its citation and its manifest', async ({ page }) => {
  await page.goto(`/records/${unit}?pagina=4`);
  await opened(page);
  await viewer(page).locator('summary', { hasText: 'Scarica, cita, confronta' }).click();
  const download = page.waitForEvent('download');
  await viewer(page).getByRole('link', { name: '1200 × 1600 pixel' }).click();
  expect((await download).suggestedFilename()).toMatch(/-0004\.jpg$/);
  await expect(viewer(page).getByText('Su concessione del Ministero della Cultura')).toBeVisible();
  await expect(viewer(page).locator('a[rel~=license]')).toHaveAttribute('href', /NoC-OKLR/);
  await expect(viewer(page).locator('.citation').first()).toContainText('c. 2v');
  await expect(viewer(page).locator('.citation').first()).toContainText(`/records/${unit}?pagina=4`);
  await viewer(page).getByRole('button', { name: 'Copia il manifesto IIIF' }).click();
  await expect(viewer(page).getByText('Copiato')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${siteUrl()}/iiif/presentation/${unit}/manifest.json`,
  );
});

test('a picture that does not come is said, and asked for again', async ({ page, context, expectedStatus }) => {
  expectedStatus.add(503);
  await context.route('**/iiif/image/**', (route) => route.fulfill({ status: 503 }));
  await page.goto(`/records/${unit}`);
  await expect(viewer(page).getByRole('alert')).toContainText('L’immagine non si è aperta.', { timeout: 20_000 });
  await context.unrouteAll();
  await viewer(page).getByRole('button', { name: 'Riprova' }).click();
  await opened(page);
  await expect(viewer(page).getByRole('alert')).toHaveCount(0);
});

test('two units lie side by side, each with its own pages', async ({ page }) => {
  await page.goto(`/confronta?sinistra=${unit}:2&destra=${other}`);
  await expect(page.locator('.viewer-open')).toHaveCount(2, { timeout: 20_000 });
  const right = page.getByRole('region', { name: 'A destra' });
  await right.getByRole('link', { name: 'Pagina seguente' }).click();
  await expect(right.locator('.viewer-place')).toHaveText('c. 1v (2 di 2)');
  await expect(page).toHaveURL(`${siteUrl()}/confronta?sinistra=${unit}:2&destra=${other}:2`);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await violationsOn(page)]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    if (process.env.VIEWER_SHOTS)
      await page.screenshot({ path: `${process.env.VIEWER_SHOTS}/compare-${width}.png`, fullPage: true });
  }
});

/** Where the disc of a plain page begins on the screen, and how wide it is. */
async function regionOn(page: Page, side: string): Promise<number[]> {
  const [canvas] = await page.getByRole('region', { name: side }).locator('[role=application] canvas').all();
  const box = await canvas?.boundingBox();
  if (!box) throw new Error(`nothing is drawn ${side}`);
  const clip = { x: box.x, y: box.y, width: box.width, height: box.height };
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns = Array.from(
    { length: info.width },
    (_, x) =>
      Array.from({ length: info.height }, (_, y) => data[y * info.width + x] ?? 255).filter(
        (grey) => grey > 60 && grey < 90,
      ).length,
  );
  const within = columns.flatMap((count, x) => (count > 3 ? [x] : []));
  return [within[0] ?? -1, within.length];
}

test('side by side, one moves as the other where that is wanted', async ({ page }) => {
  await page.goto(`/confronta?sinistra=${unit}:2&destra=${other}:2`);
  await expect(page.locator('.viewer-open')).toHaveCount(2, { timeout: 20_000 });
  const zoomLeft = async () => {
    await page.getByRole('region', { name: 'A sinistra' }).getByRole('button', { name: 'Ingrandisci' }).click();
    await page.waitForTimeout(1200);
  };
  const before = await regionOn(page, 'A destra');
  await zoomLeft();
  expect(await regionOn(page, 'A destra')).toEqual(before);
  await page.getByText('Muovi insieme le due immagini').click();
  await zoomLeft();
  const after = await regionOn(page, 'A destra');
  expect((after[1] ?? 0) / (before[1] ?? 1)).toBeGreaterThan(1.3);
});

test('a side is found by its code, or chosen among those that the words find', async ({ page, request }) => {
  const facts = (await (await request.get(`/api/v1/records/${unit}`)).json()) as {
    referenceCode: string;
    title: string;
  };
  await page.goto('/confronta');
  await page.getByRole('textbox', { name: 'A sinistra' }).fill(facts.title);
  await page.getByRole('button', { name: 'Mostra' }).click();
  const left = page.getByRole('region', { name: 'A sinistra' });
  await left.getByRole('link', { name: facts.title }).first().click();
  await expect(page).toHaveURL(new RegExp(`sinistra=${unit}`));
  await expect(left.locator('.viewer-place')).toHaveText(`c. 1r (1 di ${pages})`);
  await page.getByRole('textbox', { name: 'A destra' }).fill('zzzz nessuna di queste parole');
  await page.getByRole('button', { name: 'Mostra' }).click();
  await expect(page.getByRole('region', { name: 'A destra' })).toContainText(
    'Nessuna unità di cui qui si conservano le immagini risponde',
  );
  // What stands on the left has stayed, and is named by its title.
  await expect(page).toHaveURL(new RegExp(`sinistra=${unit}:1&destra=zzzz`));
  await expect(page.getByRole('textbox', { name: 'A sinistra' })).toHaveValue('');
  await expect(page.locator('#sinistra-hint')).toContainText(`Ora c’è «${facts.title}»`);
});

/** Puts pages of another institution on a unit that had none. @returns its id */
async function putForeignPages({ service, width, height }: ImagesElsewhere, count: number): Promise<string> {
  const { rows } = await store.pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record r WHERE visibility = 'open' AND NOT digital AND NOT internal AND deleted_at IS NULL AND level = 'file' ORDER BY id DESC LIMIT 1`,
  );
  const recordId = rows[0]?.id ?? '';
  await writeImageSet(store.pool, {
    recordId,
    origin: 'manifest',
    sourceName: `${service}/manifest.json`,
    sourceHash: service,
    viewingDirection: 'left-to-right',
    paged: false,
    rightsUri: null,
    requiredStatement: null,
    structures: [],
    images: Array.from({ length: count }, (_, at) => ({
      originalName: `${service}/canvas/${at + 1}`,
      originalPage: 1,
      label: `foglio ${at + 1}`,
      width,
      height,
      mediaType: 'image/jpeg',
      rightsUri: null,
      text: null,
      place: {
        kind: 'service',
        id: service,
        type: 'ImageService3',
        profile: 'level2',
        href: `${service}/full/max/0/default.jpg`,
      },
    })),
  });
  return recordId;
}

test('pages that lie with others are taken from there', async ({ page, stray }) => {
  const elsewhere: ImagesElsewhere = await imagesElsewhere();
  try {
    const { service } = elsewhere;
    const id = await putForeignPages(elsewhere, 1);
    await page.goto(`/records/${id}`);
    await opened(page);
    expect(elsewhere.asked.filter((path) => path.endsWith('/info.json')).length).toBeGreaterThan(0);
    expect(stray.filter((line) => !line.startsWith(`foreign request: ${service}`))).toEqual([]);
    stray.length = 0;
  } finally {
    await elsewhere.end();
  }
});

test('a service that never says what its image is is said not to have opened', async ({ page, stray }) => {
  const elsewhere: ImagesElsewhere = await imagesElsewhere();
  try {
    const id = await putForeignPages(elsewhere, 1);
    await page.route('**/info.json', () => undefined);
    await page.clock.install();
    const asked = page.waitForRequest('**/info.json');
    await page.goto(`/records/${id}`);
    await asked;
    await page.clock.fastForward(31_000);
    await expect(viewer(page).getByRole('alert')).toContainText('L’immagine non si è aperta.', { timeout: 20_000 });
    expect(await page.locator('.viewer-stage').innerText()).toBe('');
    stray.length = 0;
  } finally {
    await elsewhere.end();
  }
});

test('of two thousand pages some are told small, and each is reached', async ({ page, stray }) => {
  const elsewhere: ImagesElsewhere = await imagesElsewhere();
  try {
    const id = await putForeignPages(elsewhere, 2000);
    const answer = await page.goto(`/records/${id}?pagina=1500`);
    expect((await answer?.body())?.length).toBeLessThan(300_000);
    await opened(page);
    const strip = viewer(page).locator('.viewer-strip a');
    await expect(place(page)).toHaveText('foglio 1500 (1500 di 2000)');
    await expect(viewer(page)).toContainText('In piccolo le immagini da 1488 a 1511 di 2000');
    await expect(strip).toHaveCount(24);
    await viewer(page).getByRole('link', { name: 'Ultima pagina' }).click();
    await expect(place(page)).toHaveText('foglio 2000 (2000 di 2000)');
    await expect(viewer(page)).toContainText('In piccolo le immagini da 1977 a 2000 di 2000');
    await viewer(page).getByLabel('Vai alla pagina').fill('77');
    await page.keyboard.press('Enter');
    await expect(place(page)).toHaveText('foglio 77 (77 di 2000)');
    await expect(strip).toHaveCount(24);
    expect(stray.filter((line) => !line.startsWith(`foreign request: ${elsewhere.service}`))).toEqual([]);
    stray.length = 0;
  } finally {
    await elsewhere.end();
  }
});

test('a part of a page is opened by its share too', async ({ page }) => {
  await page.goto(`/records/${unit}?pagina=2#xywh=pct:50,50,25,25`);
  await opened(page);
  await viewer(page).locator('summary', { hasText: 'Scarica, cita, confronta' }).click();
  await viewer(page).getByRole('button', { name: 'Copia il collegamento a questo riquadro' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [x = 0, , width = 0] = (/#xywh=(.*)$/.exec(copied)?.[1] ?? '').split(',').map(Number);
  // Of 1,200 pixels, with what lies beside where the frame is wider than the part.
  expect(x).toBeGreaterThan(0);
  expect(x + width / 2).toBeGreaterThan(720);
  expect(x + width / 2).toBeLessThan(780);
});

test('who reads by a permit is noted, page by page', async ({ page }) => {
  test.skip(reserved === undefined, 'no unit of the holdings is described alone');
  await store.pool.query(
    `INSERT INTO eli4u.reading_permit (procedure_id, agent_id, record_id, kind, until, act, given_at, given_by)
       SELECT $1, agent_id, $2, 'reserved', '2099-12-31', 'det. 41/2026', now(), 'test' FROM eli4u.demo_citizen WHERE persona = 'cittadina'`,
    [neededUnits().readingRequest, reserved],
  );
  const noted = async () =>
    (
      await store.pool.query<{ action: string }>(
        `SELECT action FROM eli4u.audit_event WHERE action = 'reading.opened' AND subject_id = $1 AND details ->> 'record' = $2`,
        [reservedPage, reserved],
      )
    ).rows.length;
  await page.goto(`/accedi?returnTo=/records/${reserved}`);
  await page.getByRole('button', { name: 'Cittadina', exact: true }).click();
  await expect(place(page)).toHaveText('c. 1r (1 di 2)');
  const before = await noted();
  expect((await page.request.get(`/records/${reserved}/pagine/${reservedPage}`)).status()).toBe(200);
  expect(await noted()).toBe(before + 1);
});

test('in English too', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: siteUrl() });
  const page = await context.newPage();
  await page.goto(`/records/${unit}?pagina=2&lang=en`);
  await opened(page);
  await expect(viewer(page).getByRole('link', { name: 'Next page' })).toBeVisible();
  await expect(viewer(page).getByRole('button', { name: 'Zoom in' })).toBeVisible();
  await context.close();
});

test('what is digitised shows its first page where it is listed', async ({ page }) => {
  await page.goto('/');
  const picture = page.locator('.wall-picture').first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.goto(`/records/${unit}`);
  const { rows } = await store.pool.query<{ parent_id: string }>('SELECT parent_id FROM eli4u.record WHERE id = $1', [
    other,
  ]);
  await page.goto(`/records/${rows[0]?.parent_id}?inside=${other}`);
  await expect(page.locator('.tree-picture').first()).toBeVisible();
});

test('for everyone: nothing that axe finds, nothing wider than the page', async ({ page }) => {
  await page.goto(`/records/${unit}?pagina=2&q=mulino`);
  await opened(page);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await violationsOn(page)]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    if (process.env.VIEWER_SHOTS) {
      await page.screenshot({ path: `${process.env.VIEWER_SHOTS}/record-${width}.png`, fullPage: true });
    }
  }
});

test('no part of the viewer comes where there are no images', async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  await page.goto(`/records/${neededUnits().long}`);
  await page.waitForLoadState('networkidle');
  await expect(viewer(page)).toHaveCount(0);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of await Promise.all(scripts)) expect(script).not.toMatch(/OpenSeadragon|viewer-standing/);
});

test('pages that may not be read are not there', async ({ page, request, context }) => {
  test.skip(reserved === undefined, 'no unit of the holdings is described alone');
  const asked = askedOf(context);
  await page.goto(`/records/${reserved}`);
  await expect(viewer(page)).toHaveCount(0);
  expect(asked).toEqual([]);
  expect((await request.get(`/records/${reserved}/pagine`)).status()).toBe(404);
});

test('who keeps the archive turns the pages of what is not for everybody, with their text', async ({
  page,
  context,
}) => {
  test.skip(reserved === undefined, 'no unit of the holdings is described alone');
  const text = `/records/${reserved}/pagine/${reservedPage}`;
  await page.goto(`/accedi?returnTo=/records/${reserved}`);
  await page.getByRole('button', { name: 'Archivista', exact: true }).click();
  await opened(page);
  await viewer(page).getByRole('link', { name: 'Pagina seguente' }).click();
  await expect(place(page)).toHaveText('c. 1v (2 di 2)');
  await viewer(page).locator('summary', { hasText: 'Testo della pagina' }).click();
  await expect(viewer(page).getByText('per il mulino della comunità')).toBeVisible();
  const answer = await page.request.get(text);
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'no-store']);
  await context.clearCookies();
  expect((await page.request.get(text)).status()).toBe(404);
  expect((await page.request.get(`/records/${reserved}/pagine`)).status()).toBe(404);
});

test('a viewer of another site knows when who signs in for it has closed the window', async ({
  page,
  context,
  stray,
}) => {
  test.skip(reserved === undefined, 'no unit of the holdings is described alone');
  const elsewhere = 'http://viewer.example';
  await context.route(`${elsewhere}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Viewer</title>' }),
  );
  await page.goto(`${elsewhere}/`);
  const service = `${siteUrl()}/iiif/auth/access/${reservedPage}?origin=${encodeURIComponent(elsewhere)}`;
  const opened = context.waitForEvent('page');
  const handle = await page.evaluateHandle((address) => ({ opened: window.open(address) }), service);
  const isClosed = () => handle.evaluate(({ opened }) => opened?.closed);
  const popup = await opened;
  await expect(popup.getByRole('button', { name: 'Archivista', exact: true })).toBeVisible();
  expect(await isClosed()).toBe(false);
  await popup.getByRole('button', { name: 'Archivista', exact: true }).click();
  await expect(popup.locator('main')).toContainText(`${elsewhere} può mostrarti`);
  await popup.getByRole('link', { name: 'Consenti' }).click();
  await expect(popup.locator('main')).toContainText('Puoi vedere le immagini');
  expect(await isClosed()).toBe(false);
  await popup.close();
  await expect.poll(isClosed).toBe(true);
  const others = stray.filter((line) => !line.startsWith(`foreign request: ${elsewhere}`));
  stray.splice(0, stray.length, ...others);
});

test('without script: a picture, ways to the other pages, and the text', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT', baseURL: siteUrl() });
  const page = await context.newPage();
  await page.goto(`/records/${unit}?pagina=1`);
  await expect(page.locator('.viewer-standing')).toHaveJSProperty('naturalWidth', 900);
  await viewer(page).getByRole('link', { name: 'Pagina seguente' }).click();
  await expect(place(page)).toHaveText(`c. 1v (2 di ${pages})`);
  await viewer(page).locator('summary', { hasText: 'Testo della pagina' }).click();
  await expect(viewer(page).getByText('per il mulino della comunità')).toBeVisible();
  await viewer(page).getByLabel('Vai alla pagina').fill('12');
  await viewer(page).getByRole('button', { name: 'Vai' }).click();
  await expect(place(page)).toHaveText(`c. 6v (12 di ${pages})`);
  await page.goto(`/confronta?sinistra=${unit}:2&destra=${other}`);
  const left = page.getByRole('region', { name: 'A sinistra' });
  await left.getByLabel('Vai alla pagina').fill('9');
  await left.getByRole('button', { name: 'Vai' }).click();
  await expect(left.locator('.viewer-place')).toHaveText(`c. 5r (9 di ${pages})`);
  await expect(page.getByRole('region', { name: 'A destra' }).locator('.viewer-place')).toHaveText('c. 1r (1 di 2)');
  await context.close();
});
