import { composition } from '#lib/composition.ts';
import { parseSearchParameters, toSearchRequest } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import { normaliseCode } from '#lib/search/code.ts';
import type { Hit } from '#lib/search/search.ts';
import { findFirstPages } from '#lib/store/images/find-first-pages.ts';

/** A unit that can be put on a side, with the image of its first page. */
export interface FoundUnit {
  hit: Hit;
  picture: string;
}

/** Hits looked through, and units offered of them. */
const looked = 60;
const offered = 8;

/** Units that we hold pages of and that words find, best first; `more` where others may follow. */
export async function findUnits(words: string, lang: Language): Promise<{ units: FoundUnit[]; more: boolean }> {
  const { search, pool } = composition();
  const { parameters } = parseSearchParameters(new URLSearchParams({ q: words, digital: 'true' }));
  if (!parameters) return { units: [], more: false };
  const answer = await search.query({ ...toSearchRequest(parameters, lang, false), size: looked });
  const pictures = await findFirstPages(
    pool,
    answer.hits.map(({ id }) => id),
  );
  const units = answer.hits.flatMap((hit) => {
    const picture = pictures.get(hit.id);
    return picture === undefined ? [] : [{ hit, picture }];
  });
  return { units: units.slice(0, offered), more: units.length > offered || answer.next !== null };
}

/** The one of them that bears the words as its reference code; null: none, or several. */
export function unitOfCode(words: string, units: readonly FoundUnit[]): string | null {
  const code = normaliseCode(words);
  const bearing = units.filter(({ hit }) => hit.referenceCode !== null && normaliseCode(hit.referenceCode) === code);
  return bearing.length === 1 ? (bearing[0]?.hit.id ?? null) : null;
}
