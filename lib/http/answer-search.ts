import { composition } from '#lib/composition.ts';
import { problem, publicJson } from './problem.ts';
import { answering } from './read-json.ts';
import { requestLanguage } from './request-language.ts';
import { parseSearchParameters, toSearchRequest } from './search-parameters.ts';

/** `/api/v1/search`: search as JSON; parameters as those of the page. */
export async function answerSearch(request: Request): Promise<Response> {
  return answering(async () => {
    const { parameters, violations } = parseSearchParameters(new URL(request.url).searchParams);
    if (violations) return problem(400, 'Some parameters cannot be used.', violations);
    const lang = requestLanguage(request, parameters.lang);
    const answer = await composition().search.query(toSearchRequest(parameters, lang, true));
    return publicJson(answer, { 'content-language': lang });
  });
}
