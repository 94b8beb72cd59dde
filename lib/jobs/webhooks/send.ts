import { lookup } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { placeOfAddress } from '#lib/http/public-address.ts';

/** Which addresses that are not public may be called. */
export interface Reachable {
  /** This machine itself: for demonstrations, while the site is bound to it alone. */
  loopback: boolean;
  /** Names or addresses that the configuration allows (`WEBHOOK_HOSTS`), e.g. of a system in the same data centre. */
  hosts: readonly string[];
}

/** `barred`: the address is one that may not be called, and nothing was. */
export type Sent = { status: number; error: null } | { status: null; error: string; barred?: true };

/** Milliseconds for the whole call. */
const patience = 10_000;

/**
 * One call: no redirect is followed, what is answered is not read, and the address is looked at when it is connected to, so that a name that
 * resolves to the inside of our network leads nowhere.
 */
export function send(
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  reachable: Reachable,
): Promise<Sent> {
  return new Promise((resolve) => {
    let barred = false;
    const failed = (error: string) => resolve({ status: null, error, ...(barred ? { barred } : {}) });
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const allowed = (address: string) => mayCall(address, host, reachable);
    const refused = (error: string) => {
      barred = true;
      return error;
    };
    if (isIP(host) !== 0 && !allowed(host)) return failed(refused(`the address ${host} is not public`));
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      signal: AbortSignal.timeout(patience),
      // No connection is kept: receivers are many and calls few.
      agent: false,
      lookup: (name, asked, done) => {
        lookup(name, { ...asked, all: true }, (error, addresses) => {
          const first = addresses?.find(({ address }) => allowed(address));
          if (error) return done(error, '', 0);
          if (!first) return done(new Error(refused(`${name} has no public address`)), '', 0);
          if (asked.all) return done(null, [first]);
          return done(null, first.address, first.family);
        });
      },
    };
    const call = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, options, (response) => {
      resolve({ status: response.statusCode ?? 0, error: null });
      response.destroy();
    });
    call.on('error', (error) => failed(error.message));
    call.end(body);
  });
}

function mayCall(address: string, host: string, reachable: Reachable): boolean {
  const place = placeOfAddress(address);
  if (place === 'public' || reachable.hosts.includes(host)) return true;
  return place === 'loopback' && reachable.loopback;
}
