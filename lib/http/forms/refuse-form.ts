import type { IncomingMessage, ServerResponse } from 'node:http';
import { letGo } from '#lib/http/let-go.ts';
import { plainPage } from '#lib/http/plain-page.ts';
import { backWords, formRefusals, type FormRefusal } from '#lib/i18n/form-refusals.ts';
import { chooseLanguage, languageCookie } from '#lib/i18n/language.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

const statuses: Record<FormRefusal, number> = {
  tooLong: 413,
  tooMuch: 413,
  notAllowed: 403,
  signIn: 401,
  unreadable: 400,
  busy: 429,
};

export const isMultipart = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');

/** The value of a cookie that a request carries. */
export function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  for (const one of (headers.cookie ?? '').split(';')) {
    const at = one.indexOf('=');
    if (one.slice(0, at).trim() === name) return decoded(one.slice(at + 1).trim());
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Says in words why a form with files is not read, and lets its sender go. */
export function refuseForm(request: IncomingMessage, response: ServerResponse, why: FormRefusal): true {
  const lang = chooseLanguage(null, cookieOf(request, languageCookie), request.headers['accept-language'] ?? null);
  const { title, text } = formRefusals[lang][why];
  const words = backWords[lang];
  const { pathname, search } = new URL(request.url ?? '/', 'http://site');
  const here = pathname + search;
  const door =
    why === 'signIn'
      ? `<a href="/accedi?${toMarkup(new URLSearchParams({ returnTo: here }).toString())}">${words.signIn}</a>`
      : `<a href="${toMarkup(here)}">${words.back}</a>`;
  response.writeHead(statuses[why], {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(
    plainPage({
      lang,
      title,
      claim: words.claim,
      main: `<p>${text}</p>\n<p class="doors">${door}<a href="/">${words.home}</a></p>`,
    }),
  );
  letGo(request);
  return true;
}
