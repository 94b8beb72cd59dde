import { composition } from '#lib/composition.ts';
import { problem, publicJson } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { parseSearchParameters, toSearchRequest } from '#lib/http/search-parameters.ts';
import { chooseLanguage, languageCookie } from '#lib/i18n/language.ts';
import type { NextRequest } from 'next/server';

/** Search as JSON; parameters as those of the page. */
export async function GET(request: NextRequest): Promise<Response> {
  return answering(async () => {
    const { parameters, violations } = parseSearchParameters(request.nextUrl.searchParams);
    if (violations) return problem(400, 'Some parameters cannot be used.', violations);
    const cookie = request.cookies.get(languageCookie)?.value;
    const lang = chooseLanguage(parameters.lang ?? null, cookie, request.headers.get('accept-language'));
    return publicJson(await composition().search.query(toSearchRequest(parameters, lang, true)), {
      'content-language': lang,
    });
  });
}
