import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { chooseLanguage, languageCookie } from '#lib/i18n/language.ts';
import { failureNumber } from './failure-number.ts';
import { failurePage } from './failure-page.ts';

type Callback = (error?: Error | null) => void;

/**
 * Puts our page in the place of an unexpected error's. When a page throws, Next answers 500 with an empty body that its script fills: a reader
 * without script would see nothing. Its own words are dropped here, whatever compresses or streams them; other answers pass untouched.
 * @param contact the address of who runs the site
 */
export function guardFailures(request: IncomingMessage, response: ServerResponse, contact: string | null): void {
  const { writeHead, write, end, flushHeaders } = response;
  let failed = false;
  const fails = (): boolean => {
    failed ||= !response.headersSent && response.statusCode === 500 && isForReaders(request, response);
    return failed;
  };
  Object.assign(response, {
    writeHead(status: number, ...rest: [string | OutgoingHttpHeaders | undefined, OutgoingHttpHeaders?]) {
      if (!failed) {
        response.statusCode = status;
        const given = rest.find((one) => typeof one === 'object');
        if (given && status === 500) setHeaders(response, given);
        if (!fails()) return Reflect.apply(writeHead, response, [status, ...rest]);
      }
      return response;
    },
    flushHeaders() {
      if (!fails()) flushHeaders.call(response);
    },
    write(chunk: unknown, ...rest: unknown[]) {
      if (!fails()) return Reflect.apply(write, response, [chunk, ...rest]);
      rest.find(isCallback)?.();
      return true;
    },
    end(...given: unknown[]) {
      if (!fails()) return Reflect.apply(end, response, given);
      Object.assign(response, { writeHead, write, end, flushHeaders });
      const number = failureNumber();
      console.error(`error ${number}: ${request.method} ${request.url} answered 500, for the reason above`);
      for (const name of response.getHeaderNames()) if (!kept.has(name)) response.removeHeader(name);
      setHeaders(response, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`,
      });
      return response.end(failurePage(languageOf(request), number, contact), given.find(isCallback));
    },
  });
}

/** Headers that are as right for our page as for Next's. */
const kept = new Set([
  'x-content-type-options',
  'referrer-policy',
  'x-frame-options',
  'permissions-policy',
  'cross-origin-opener-policy',
]);

const isCallback = (one: unknown): one is Callback => typeof one === 'function';

/** A page, or what a browser asked for as one; errors of interfaces have a form of their own. */
function isForReaders(request: IncomingMessage, response: ServerResponse): boolean {
  const type = response.getHeader('content-type');
  if (type !== undefined) return String(type).startsWith('text/html');
  return (request.headers.accept ?? '').includes('text/html');
}

function setHeaders(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
}

function languageOf(request: IncomingMessage) {
  const { searchParams } = new URL(request.url ?? '/', 'http://site');
  const cookie = new RegExp(`(?:^|;\\s*)${languageCookie}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];
  return chooseLanguage(searchParams.get('lang'), cookie, request.headers['accept-language'] ?? null);
}
