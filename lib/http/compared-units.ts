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

/** `ID`, `ID:12`, the address of a unit's page, also of one of its pages, or words; null: nothing, or an address of something else. */
export function readCompared(asked: string | string[] | undefined): Compared | null {
  const text = (Array.isArray(asked) ? asked[0] : asked)?.trim() ?? '';
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

/** The address of a comparison with another unit on a side, from its first page on. */
export function sideHref(address: string, name: SideName, recordId: string): string {
  const url = new URL(address, 'http://site');
  url.searchParams.delete(`${name}-pagina`);
  url.searchParams.set(name, recordId);
  return `/confronta?${url.searchParams.toString().replaceAll('%3A', ':')}`;
}
