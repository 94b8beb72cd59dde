import {
  hitsPerPage,
  lastPage,
  parseSearchParameters,
  searchHref,
  type SearchParameters,
} from './search-parameters.ts';

/** Where in a list of results a record was opened; the address of its page carries it, so that it works without script and can be sent on. */
export interface ResultPlace {
  parameters: SearchParameters;
  /** From 1; null past the numbered pages, where only the way back is known. */
  number: number | null;
}

const mostNumbered = hitsPerPage * lastPage;

/** The address of a hit within its list. `in` is the list's own query, whole, so that none of its names meets one of the page's. */
export function hitHref(id: string, { parameters, number }: ResultPlace): string {
  const place = new URLSearchParams({ in: listQuery(parameters, number) });
  if (number !== null && number <= mostNumbered) place.set('hit', String(number));
  return `/records/${id}?${place.toString()}`;
}

/** The list at the page where the hit stands, and there the hit itself. */
export function backHref(id: string, { parameters, number }: ResultPlace): string {
  const { after, before, page } = parameters;
  const where = number === null ? { after, before, page } : { page: Math.ceil(number / hitsPerPage) };
  return `${searchHref(parameters, where)}#hit-${id}`;
}

/** Null when the address names no list, or one that cannot be. */
export function readResultPlace(address: URLSearchParams): ResultPlace | null {
  const list = address.get('in');
  if (list === null || list.length > 4000) return null;
  const { parameters } = parseSearchParameters(new URLSearchParams(list));
  if (!parameters) return null;
  const hit = Number(address.get('hit') ?? 'none');
  const number = Number.isInteger(hit) && hit >= 1 && hit <= mostNumbered && !parameters.group ? hit : null;
  return { parameters, number };
}

/** A page of hits, of whatever size, that holds a hit and both its neighbours. */
export function pageAround(number: number): { page: number; size: number; index: number } {
  for (let size = hitsPerPage; ; size++) {
    const page = Math.ceil(number / size);
    const index = number - 1 - (page - 1) * size;
    if ((index > 0 || number === 1) && index < size - 1 && page <= lastPage) return { page, size, index };
  }
}

function listQuery(parameters: SearchParameters, number: number | null): string {
  const { after, before, page } = parameters;
  // By number the page follows from the hit.
  return searchHref(parameters, number === null ? { after, before, page } : {}).split('?')[1] ?? '';
}
