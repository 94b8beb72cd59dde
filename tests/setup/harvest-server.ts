import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answeredOai, type Patience } from '#lib/launcher/oai-ahead.ts';
import { createHarvestDoor, type HarvestDoor } from '#lib/http/oai/answer-harvest.ts';
import type { Format } from '#lib/oai/format.ts';
import { formats } from '#lib/oai/formats.ts';
import { pageSizes, type PageSizes } from '#lib/oai/provider.ts';
import { createReadAhead } from '#lib/oai/read-ahead.ts';
import { createTokens } from '#lib/oai/token.ts';
import type { HarvestStore } from '#lib/store/dissemination/harvest-store.ts';

export interface HarvestServer {
  url: string;
  close(): Promise<void>;
}

/** A plain server on a free port that does nothing but answer a door at `/oai`. */
export async function serveDoor(doorAt: (url: string) => HarvestDoor, patience?: Patience): Promise<HarvestServer> {
  let door: HarvestDoor | null = null;
  const server = createServer((request, response) => {
    const answer = door;
    if (answer && answeredOai(request, response, () => answer, patience)) return;
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  door = doorAt(url);
  return {
    url: `${url}/oai`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A store disseminated as the site does. */
export const serveHarvests = (
  store: HarvestStore,
  given: { formats?: readonly Format[]; pages?: PageSizes; atOnce?: number; patience?: Patience } = {},
): Promise<HarvestServer> =>
  serveDoor((url) => {
    const ahead = createReadAhead();
    return createHarvestDoor(
      () =>
        Promise.resolve({
          site: {
            baseUrl: url,
            oaiDomain: 'archivi.comune.test',
            name: 'Comune di Prova',
            contact: 'archivio@comune.test',
          },
          store,
          formats: given.formats ?? formats,
          tokens: createTokens('secret of the tests'),
          ahead,
          now: () => Date.now() / 1000,
          pages: given.pages ?? pageSizes,
        }),
      given.atOnce,
    );
  }, given.patience);
