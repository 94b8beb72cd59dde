import type { NextRequest } from 'next/server';
import { composition } from '#lib/composition.ts';
import { problem, publicJson } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { parseSuggestParameters, toSuggestJson } from '#lib/http/suggestions.ts';
import { chooseLanguage, languageCookie } from '#lib/i18n/language.ts';
import { translator } from '#lib/i18n/translate.ts';

/** What begins as a reader has begun to type. */
export async function GET(request: NextRequest): Promise<Response> {
  return answering(async () => {
    const { parameters, violations } = parseSuggestParameters(request.nextUrl.searchParams);
    if (violations) return problem(400, 'Some parameters cannot be used.', violations);
    const cookie = request.cookies.get(languageCookie)?.value;
    const lang = chooseLanguage(parameters.lang ?? null, cookie, request.headers.get('accept-language'));
    const found = await composition().search.suggest({ scope: 'public', q: parameters.q, lang });
    return publicJson(toSuggestJson(found, translator(lang)), { 'content-language': lang });
  });
}
