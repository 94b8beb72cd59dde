import { composition } from '#lib/composition.ts';
import { translator } from '#lib/i18n/translate.ts';
import { problem, publicJson } from './problem.ts';
import { answering } from './read-json.ts';
import { requestLanguage } from './request-language.ts';
import { parseSuggestParameters, toSuggestJson } from './suggestions.ts';

/** `/api/v1/suggest`: what begins as a reader has begun to type. */
export async function answerSuggest(request: Request): Promise<Response> {
  return answering(async () => {
    const { parameters, violations } = parseSuggestParameters(new URL(request.url).searchParams);
    if (violations) return problem(400, 'Some parameters cannot be used.', violations);
    const lang = requestLanguage(request, parameters.lang);
    const found = await composition().search.suggest({ scope: 'public', q: parameters.q, lang });
    return publicJson(toSuggestJson(found, translator(lang)), { 'content-language': lang });
  });
}
