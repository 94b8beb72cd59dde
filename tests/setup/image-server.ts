import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { createImageDoor } from '#lib/http/images/image-door.ts';
import type { ViewerParts } from '#lib/http/images/image-viewer.ts';
import type { DerivedLimits } from '#lib/images/derive.ts';
import { answeredImage } from '#lib/launcher/images-ahead.ts';

export interface ImageServer {
  url: string;
  close(): Promise<void>;
}

/** What the door asks of the site, as far as nobody signs in. */
export const nobodySignsIn = (pool: pg.Pool, baseUrl: string): ViewerParts => {
  const none = (): never => {
    throw new Error('nobody signs in here');
  };
  return {
    pool,
    baseUrl,
    signIn: { kind: 'none' },
    authSecret: () => Promise.resolve('secret of the tests'),
    today: () => '2026-11-27',
    now: () => new Date(),
    staff: { findSession: none },
    sessions: { find: none },
    looks: { note: none },
    procedures: { findHandled: none },
    organisation: none,
  };
};

/** A plain server on a free port that answers images as the site does, for nobody signed in. */
export async function serveImages(
  pool: pg.Pool,
  dataDir: string,
  limits: Partial<DerivedLimits> = {},
  others: Partial<ViewerParts> = {},
): Promise<ImageServer> {
  let door: ReturnType<typeof createImageDoor> | null = null;
  const server = createServer((request, response) => {
    const made = door;
    if (made && answeredImage(request, response, () => made)) return;
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  door = createImageDoor({ ...nobodySignsIn(pool, url), ...others }, dataDir, limits);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
