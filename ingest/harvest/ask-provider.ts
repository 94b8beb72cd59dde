import { createWriteStream } from 'node:fs';
import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { placeOfAddress } from '#lib/http/public-address.ts';

/** The provider does not answer as a provider does; the harvest can be gone on with later. */
export class HarvestError extends Error {}

export interface AskSettings {
  /** Bytes of one answer, unpacked. */
  largest?: number;
  /** Milliseconds without a byte. */
  patience?: number;
  pause?: (milliseconds: number) => Promise<unknown>;
}

const defaultLargest = 512 * 1024 * 1024;
const defaultPatience = 120_000;
/** OAI-PMH 2.0 §3.1.2.2: a provider that is busy says 503 and when to come again. */
const mostRefusals = 10;
const longestWait = 3_600_000;
const mostRedirects = 5;

/** Asks a provider and writes its answer into a file. @throws HarvestError */
export async function askProvider(address: string, file: string, settings: AskSettings = {}): Promise<void> {
  const pause = settings.pause ?? sleep;
  const home = new URL(address).host;
  let target = address;
  let redirects = 0;
  for (let refusals = 0; ;) {
    const answer = await get(new URL(target), home, settings.patience ?? defaultPatience).catch((error: unknown) => {
      if (error instanceof HarvestError) throw error;
      return error instanceof Error ? error : new Error(String(error));
    });
    if (answer instanceof Error || answer.statusCode === 503 || answer.statusCode === 429) {
      if (++refusals > mostRefusals)
        throw new HarvestError(`${target}: ${answer instanceof Error ? answer.message : 'busy again and again'}`);
      const wait = answer instanceof Error ? null : waitOf(answer);
      if (!(answer instanceof Error)) answer.destroy();
      await pause(Math.min(wait ?? 1000 * 2 ** refusals, longestWait));
      continue;
    }
    const moved = answer.headers.location;
    if (moved && [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) {
      answer.destroy();
      if (++redirects > mostRedirects) throw new HarvestError(`${address}: it leads on and on`);
      if (!URL.canParse(moved, target)) throw new HarvestError(`${target} sends to ${moved}, which is no address`);
      target = new URL(moved, target).href;
      continue;
    }
    if (answer.statusCode !== 200) {
      answer.destroy();
      throw new HarvestError(`${target}: HTTP ${answer.statusCode}`);
    }
    return save(answer, file, settings.largest ?? defaultLargest);
  }
}

/** Seconds or a day (RFC 9110 §10.2.3). */
function waitOf({ headers }: IncomingMessage): number | null {
  const said = headers['retry-after'];
  if (said === undefined) return null;
  const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(wait, 0);
}

/**
 * One call. The host that somebody named may lie anywhere; where it sends us to must be itself or public, so that nobody's redirect reads what lies
 * inside our network.
 */
function get(target: URL, home: string, patience: number): Promise<IncomingMessage> {
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    throw new HarvestError(`${target.href} is no address on the web`);
  const isHome = target.host === home;
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!isHome && isIP(host) !== 0 && placeOfAddress(host) !== 'public')
    throw new HarvestError(`it sends to ${target.host}, which is not public`);
  const options: RequestOptions = {
    headers: { 'user-agent': 'ELI4U', accept: 'text/xml, application/xml', 'accept-encoding': 'gzip' },
    timeout: patience,
    agent: false,
    lookup: (name, asked, done) =>
      lookup(name, { ...asked, all: true }, (error, addresses) => {
        const first = addresses?.find(({ address }) => isHome || placeOfAddress(address) === 'public');
        if (error) return done(error, '', 0);
        if (!first) return done(new HarvestError(`it sends to ${target.host}, which is not public`), '', 0);
        if (asked.all) return done(null, [first]);
        return done(null, first.address, first.family);
      }),
  };
  return new Promise((resolve, reject) => {
    const call = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, options, resolve);
    call.on('timeout', () => call.destroy(new Error('no byte came in time')));
    call.on('error', reject);
    call.end();
  });
}

async function save(answer: IncomingMessage, file: string, largest: number): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      done(bytes > largest ? new HarvestError(`an answer of more than ${largest} bytes`) : null, piece);
    },
  });
  const isPacked = /^(x-)?gzip$/i.test(answer.headers['content-encoding'] ?? '');
  try {
    if (isPacked) await pipeline(answer, createGunzip(), counted, createWriteStream(file));
    else await pipeline(answer, counted, createWriteStream(file));
  } catch (error) {
    if (error instanceof HarvestError) throw error;
    throw new HarvestError(`an answer broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
}
