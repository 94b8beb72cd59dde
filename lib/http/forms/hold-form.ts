import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainPage } from '#lib/http/plain-page.ts';
import { backWords, heldFormWords } from '#lib/i18n/form-refusals.ts';
import { chooseLanguage, languageCookie } from '#lib/i18n/language.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { cookieOf } from './refuse-form.ts';

/**
 * Answers a form whose session has ended with a page that holds all that was typed: one signs in beside it and sends it again. Nothing of it is kept
 * here, for nobody knows whose it is.
 */
export function holdForm(request: IncomingMessage, response: ServerResponse, data: FormData): void {
  const lang = chooseLanguage(null, cookieOf(request, languageCookie), request.headers['accept-language'] ?? null);
  const words = heldFormWords[lang];
  const { pathname, search } = new URL(request.url ?? '/', 'http://site');
  const here = pathname + search;
  const typed = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const fields = typed.map(
    ([name, value]) => `<textarea name="${toMarkup(name)}" hidden>\n${toMarkup(value)}</textarea>`,
  );
  // What a person wrote, to be seen that it is there.
  const written = typed.filter(([name, value]) => /^(words|text)$/.test(name) && value.trim() !== '');
  response.writeHead(401, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
  });
  response.end(
    plainPage({
      lang,
      title: words.title,
      claim: backWords[lang].claim,
      main: `<p>${words.text}</p>
<p><a href="/accedi?${toMarkup(new URLSearchParams({ returnTo: here }).toString())}" target="_blank" rel="noopener">${words.signIn}</a></p>
${written.map(([, value]) => `<blockquote style="white-space:pre-wrap">${toMarkup(value)}</blockquote>`).join('\n')}
<form method="post" enctype="multipart/form-data" action="${toMarkup(here)}">
${fields.join('\n')}
<button type="submit">${words.send}</button>
</form>`,
    }),
  );
}
