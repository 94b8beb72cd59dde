import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { HarvestAnswer, HarvestDoor } from '#lib/http/oai/answer-harvest.ts';
import { securityHeaders } from '#lib/http/security-headers.ts';

const compress = promisify(gzip);
/** Characters that are collected before an answer begins: all but whole finding aids fit, and go with their length. */
const collected = 2 * 1024 * 1024;
/** A form of six arguments is shorter; the guard of methods lets no longer one come. */
const longestForm = 64 * 1024;
/** How long who reads is waited for: a few who take a long answer by drops would keep all others out. */
export interface Patience {
  /** Milliseconds without a byte taken after which who reads has gone. */
  still: number;
  /** Characters a second that are taken at least, once `still` has been waited. */
  slowest: number;
}
const usualPatience: Patience = { still: 60_000, slowest: 8 * 1024 };

const methods = ['GET', 'HEAD', 'POST'];

/** Whether a harvester asked here (`/oai`): by the thousand, and for finding aids that are sent as they are read. */
export function answeredOai(
  request: IncomingMessage,
  response: ServerResponse,
  door: () => HarvestDoor,
  patience = usualPatience,
): boolean {
  const url = new URL(request.url ?? '/', 'http://site');
  if (url.pathname !== '/oai' || !methods.includes(request.method ?? '')) return false;
  answer(request, response, { url, patience }, door()).catch((error: unknown) => {
    // Who went away meanwhile is no failure of ours.
    if (!response.destroyed) console.error(error);
    if (response.headersSent) response.destroy();
    else {
      response.writeHead(500, { ...securityHeaders, 'cache-control': 'no-store' });
      response.end();
    }
  });
  return true;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { url, patience }: { url: URL; patience: Patience },
  door: HarvestDoor,
): Promise<void> {
  const given = await door({
    method: request.method ?? '',
    query: url.search,
    contentType: request.headers['content-type'] ?? null,
    body: request.method === 'POST' ? await bodyOf(request) : '',
  });
  const parts = given.parts[Symbol.asyncIterator]();
  try {
    let text = '';
    let ended = false;
    while (!ended && text.length < collected) {
      const next = await parts.next();
      if (next.done) ended = true;
      else text += next.value;
    }
    if (ended) await sendWhole(request, response, given, text);
    else await sendOn(request, response, given, resumed(text, parts, patience), patience);
  } finally {
    await parts.return?.();
    given.done();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > longestForm) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const takesGzip = (request: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(request.headers['accept-encoding'] ?? ''));

const headersOf = (given: HarvestAnswer, packed: boolean) => ({
  ...securityHeaders,
  ...given.headers,
  vary: 'accept-encoding',
  ...(packed ? { 'content-encoding': 'gzip' } : {}),
});

async function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  given: HarvestAnswer,
  text: string,
): Promise<void> {
  const isHead = request.method === 'HEAD';
  const packed = takesGzip(request) && text.length > 1400;
  const sent = packed ? await compress(text, { level: 1 }) : Buffer.from(text);
  response.writeHead(given.status, {
    ...headersOf(given, packed),
    ...(isHead ? {} : { 'content-length': sent.length }),
  });
  response.end(isHead ? undefined : sent);
}

/** What is longer goes as it comes, and no faster than it is taken. */
async function sendOn(
  request: IncomingMessage,
  response: ServerResponse,
  given: HarvestAnswer,
  pieces: AsyncIterable<Buffer>,
  { still }: Patience,
): Promise<void> {
  const packed = takesGzip(request);
  response.setTimeout(still, () => response.destroy());
  response.writeHead(given.status, headersOf(given, packed));
  const source = Readable.from(pieces, { objectMode: false });
  if (packed) await pipeline(source, createGzip({ level: 1 }), response);
  else await pipeline(source, response);
}

/** The answer from its beginning. Only the time is counted in which nobody takes what is there, not that in which it is read from the store. */
async function* resumed(
  begun: string,
  parts: AsyncIterator<string>,
  { still, slowest }: Patience,
): AsyncGenerator<Buffer> {
  let taken = 0;
  let waited = 0;
  for (let text: string | null = begun; text !== null;) {
    const offered = performance.now();
    yield Buffer.from(text);
    waited += performance.now() - offered;
    taken += text.length;
    if (waited > still + (taken / slowest) * 1000) throw new Error('a harvest is taken too slowly');
    const next = await parts.next();
    text = next.done ? null : next.value;
  }
}
