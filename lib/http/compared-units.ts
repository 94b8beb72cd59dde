import { isIdentifier } from '#lib/records/identifier.ts';

/** A page of a unit, as a side of a comparison asks for it. */
export interface ComparedPage {
  recordId: string;
  /** As it was asked for: who shows it knows how many there are. */
  page: string;
}

/** What somebody typed or followed: `ID`, `ID:12`, or the address of a unit's page, also of one of its pages; null: neither. */
export function readCompared(asked: string | string[] | undefined): ComparedPage | null {
  const text = (Array.isArray(asked) ? asked[0] : asked)?.trim() ?? '';
  const [, id, page] = /^([0-9a-z]{8})(?::(\d{1,6}))?$/.exec(text) ?? [];
  if (id !== undefined) return isIdentifier(id) ? { recordId: id, page: page ?? '1' } : null;
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  const [, named] = /^\/(?:records|id)\/([0-9a-z]{8})$/.exec(address.pathname) ?? [];
  return named !== undefined && isIdentifier(named)
    ? { recordId: named, page: address.searchParams.get('pagina') ?? '1' }
    : null;
}
