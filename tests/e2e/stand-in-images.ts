import type { BrowserContext, Route } from '@playwright/test';
import sharp from 'sharp';
import type { SiteStore } from './access/site-store.ts';
import { pyramidPath } from '#lib/store/images/pyramid-path.ts';

/** Pictures of pages as the service of images gives them, from the pyramids, as far as viewers ask: what is about the viewer fails by the viewer alone. */
export async function standInImages(context: BrowserContext, { pool, dataDir }: SiteStore) {
  const asked: string[] = [];
  const service = { asked, away: false };
  await context.route('**/iiif/image/**', async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const [, id, region, size] =
      /^\/iiif\/image\/([0-9a-z]{8})\/([^/]+)\/([^/]+)\/0\/default\.jpg$/.exec(pathname) ?? [];
    const { rows } = await pool.query<{ pyramid_key: string }>('SELECT pyramid_key FROM eli4u.image WHERE id = $1', [
      id,
    ]);
    const key = rows[0]?.pyramid_key;
    if (service.away || !key || !region || !size) return route.fulfill({ status: service.away ? 503 : 404 });
    let picture = sharp(pyramidPath(dataDir, key));
    const [left, top, width, height] = region.split(',').map(Number);
    if (left !== undefined && top !== undefined && width && height)
      picture = picture.extract({ left, top, width, height });
    const [wide, high] = size.replace('!', '').split(',').map(Number);
    if (size !== 'max')
      picture = picture.resize({ width: wide || undefined, height: high || undefined, fit: 'inside' });
    await route.fulfill({ contentType: 'image/jpeg', body: await picture.jpeg().toBuffer() });
  });
  return service;
}
