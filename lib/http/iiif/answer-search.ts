import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { searchContext, toSearchAnswer } from '#lib/projections/iiif-search.ts';
import { searchPageText, type PageHitPlace } from '#lib/store/images/search-page-text.ts';
import { presentationAnswer } from './presentation-answer.ts';
import { findShownUnit } from './shown-unit.ts';

const pageSize = 100;
/** Letters that are looked for at most. */
const longestQuery = 300;
const known = new Set(['q', 'motivation', 'page']);

/** `/iiif/search/{record}?q=&motivation=&page=`: Content Search 2 in what is written on the pages of a unit. */
export const answerContentSearch = (request: Request, id: string): Promise<Response> =>
  answering(async () => {
    const unit = await findShownUnit(id);
    if (unit instanceof Response) return unit;
    if (unit.reducedTo !== null) return problem(404, 'What is written on these pages may not be read yet.');
    const { pool, baseUrl } = composition();
    const asked = new URL(request.url).searchParams;
    const words = (asked.get('q') ?? '').trim();
    if (words === '' || words.length > longestQuery)
      return problem(400, `q says what is looked for, in ${longestQuery} letters at most.`);
    const place = placeOf(asked.get('page'));
    if (place === undefined) return problem(400, 'page is what the answer before named.');
    const motivations = asked.get('motivation')?.split(/\s+/) ?? ['supplementing'];
    const found = motivations.includes('supplementing')
      ? await searchPageText(pool, id, words, place, pageSize)
      : { hits: [], next: null, prev: null };
    const body = toSearchAnswer(found, {
      base: baseUrl,
      recordId: id,
      query: asked,
      ignored: [...new Set([...asked.keys()].filter((name) => !known.has(name)))],
    });
    return presentationAnswer(request, body, unit.changedAt, `application/ld+json;profile="${searchContext}"`);
  });

/** Undefined where it is no place. */
function placeOf(text: string | null): PageHitPlace | null | undefined {
  if (text === null) return null;
  const [, page, passed] = /^(\d{1,6})-(\d{1,6})$/.exec(text) ?? [];
  return page === undefined || passed === undefined ? undefined : { page: Number(page), passed: Number(passed) };
}
