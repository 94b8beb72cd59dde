import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { openSiteStore, type SiteStore } from './access/site-store.ts';
import { waitForDemoPages } from './demo-pages.ts';
import { siteUrl } from './site.ts';

/** Mirador 4 as another institution has it: on a site of its own, that takes from ours what anybody may take. */

test.describe.configure({ timeout: 120_000 });

let store: SiteStore;
let elsewhere: Server;
let unit: { id: string; title: string };

test.beforeAll(async () => {
  test.setTimeout(700_000);
  store = await openSiteStore();
  await waitForDemoPages(store.pool);
  const { rows } = await store.pool.query<{ id: string; title: string }>(
    `SELECT id, title FROM eli4u.record WHERE reference_code = 'Estimo 1418, reg. 5'`,
  );
  if (!rows[0]) throw new Error('the register of the demonstration is not there');
  unit = rows[0];
  const script = await readFile(createRequire(import.meta.url).resolve('mirador'));
  elsewhere = createServer((request, response) => {
    if (request.url === '/mirador.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(visitor(unit.id));
  });
  await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
});
test.afterAll(async () => {
  elsewhere?.close();
  await store?.end();
});

const visitor = (id: string) => `<!doctype html><html lang="it"><head><title>Altrove</title></head><body>
<div id="viewer" style="position: absolute; inset: 0"></div><script src="/mirador.js"></script><script>
Mirador.viewer({ id: 'viewer', windows: [{ manifestId: '${siteUrl()}/iiif/presentation/${id}/manifest.json',
  sideBarOpen: true, defaultSideBarPanel: 'canvas', thumbnailNavigationPosition: 'far-bottom' }] });
</script></body></html>`;

const at = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

/** How much a picture changes from point to point: nothing is told by one that was never drawn. */
async function drawn(page: Page): Promise<number> {
  const { channels } = await sharp(await page.locator('.openseadragon-canvas').first().screenshot()).stats();
  return Math.max(...channels.map(({ stdev }) => stdev));
}

test('Mirador opens a unit of ours: its title, its pages, its parts, and the picture', async ({ page }) => {
  const answers: { path: string; status: number }[] = [];
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin === siteUrl()) answers.push({ path: pathname, status: response.status() });
  });
  await page.goto(at());
  await expect(page.getByRole('heading', { name: unit.title }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('c. 1r', { exact: true }).first()).toBeVisible();
  await expect
    .poll(() => answers.filter(({ path }) => /\/iiif\/image\/\w+\/\d+,/.test(path)).length)
    .toBeGreaterThan(0);
  await expect.poll(() => drawn(page)).toBeGreaterThan(10);
  expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
  if (process.env.VIEWER_SHOTS) await page.screenshot({ path: `${process.env.VIEWER_SHOTS}/mirador.png` });
});
