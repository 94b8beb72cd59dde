import { isIdentifier } from '#lib/records/identifier.ts';

/** What somebody typed or followed for a side of a comparison: a page of a unit, or words (a reference code, a title) that name one. */
export type Compared =
  | {
      kind: 'page';
      recordId: string;
      /** As it was asked for: who shows it knows how many there are. */
      page: string;
    }
  | { kind: 'words'; words: string };

/** Longer than any code or title that somebody types. */
const longestWords = 200;

/** What was asked for a side: of several the last that says something, as of a field beside what stands there already. */
export const askedOf = (asked: string | string[] | undefined): string =>
  [asked ?? []].flat().findLast((one) => one.trim() !== '') ?? '';

/** `ID`, `ID:12`, the address of a unit's page, also of one of its pages, or words; null: nothing, or an address of something else. */
export function readCompared(asked: string | string[] | undefined): Compared | null {
  const text = askedOf(asked).trim();
  const [, id, page] = /^([0-9a-z]{8})(?::(\d{1,6}))?$/.exec(text) ?? [];
  if (id !== undefined && isIdentifier(id)) return { kind: 'page', recordId: id, page: page ?? '1' };
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    return text === '' ? null : { kind: 'words', words: text.slice(0, longestWords).toWellFormed() };
  const address = new URL(text);
  const [, named] = /^\/(?:records|id)\/([0-9a-z]{8})$/.exec(address.pathname) ?? [];
  return named !== undefined && isIdentifier(named)
    ? { kind: 'page', recordId: named, page: address.searchParams.get('pagina') ?? '1' }
    : null;
}

export const sideNames = ['sinistra', 'destra'] as const;
export type SideName = (typeof sideNames)[number];

/** The address of a comparison as it is asked for, each side named once; null where it is that already. */
export function plainCompareHref(query: Readonly<Record<string, string | string[] | undefined>>): string | null {
  if (!sideNames.some((name) => Array.isArray(query[name]))) return null;
  const kept = new URLSearchParams(
    Object.entries(query).flatMap(([name, asked]) => (asked === undefined ? [] : [[name, askedOf(asked)]])),
  );
  // The number of a page is of the unit that stood there.
  for (const name of sideNames) if (Array.isArray(query[name])) kept.delete(`${name}-pagina`);
  return `/confronta?${kept.toString().replaceAll('%3A', ':')}`;
}

/** The address of a comparison with another unit on a side, from its first page on. */
export function sideHref(address: string, name: SideName, recordId: string): string {
  const url = new URL(address, 'http://site');
  url.searchParams.delete(`${name}-pagina`);
  url.searchParams.set(name, recordId);
  return `/confronta?${url.searchParams.toString().replaceAll('%3A', ':')}`;
}
