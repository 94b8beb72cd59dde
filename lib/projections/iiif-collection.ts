import { collectionOf, manifestOf } from '#lib/records/iiif-addresses.ts';
import { presentationContext, type LanguageTexts } from '#lib/records/iiif-resources.ts';
import { iiifWords, textIn } from '#lib/records/iiif-words.ts';
import type { RecordLine } from '#lib/records/public-views.ts';

/** Parts that a collection lists by itself; of more, it lists pages, for Presentation 3 has no other way to part a collection. */
export const collectionSize = 500;

export interface CollectionPart {
  line: RecordLine;
  hasImages: boolean;
  hasBelow: boolean;
}

/** Null: of all holdings. */
export type CollectionOf = (Pick<RecordLine, 'id' | 'title' | 'titleLang'> & { parentId: string | null }) | null;

/** How many pages that many parts take. */
export const pagesOf = (total: number): number => Math.ceil(total / collectionSize);

/**
 * What is digitised right below a unit, as a collection of Presentation 3.
 * @param total of all that lies there
 * @param parts what of it is listed: of a page, or all; where that is too long, its pages are listed instead
 * @param page from 1; null: the whole
 */
export function toCollection(
  of: CollectionOf,
  total: number,
  parts: readonly CollectionPart[],
  page: number | null,
  base: string,
): object {
  const id = collectionOf(base, of?.id ?? null);
  const label: LanguageTexts = of ? textIn(of.title, of.titleLang) : iiifWords.holdings;
  const isListed = page !== null || total <= collectionSize;
  return {
    '@context': presentationContext,
    id: page === null ? id : `${id}?page=${page}`,
    type: 'Collection',
    label: page === null ? label : rangeLabel(page, total),
    ...partOf(of, page, id, base),
    ...(of ? { homepage: [homepageOf(of.id, base)] } : {}),
    items: isListed
      ? parts.flatMap((part) => itemsOf(part, base))
      : Array.from({ length: pagesOf(total) }, (_, at) => ({
          id: `${id}?page=${at + 1}`,
          type: 'Collection',
          label: rangeLabel(at + 1, total),
        })),
  };
}

const homepageOf = (id: string, base: string): object => ({
  id: `${base}/records/${id}`,
  type: 'Text',
  format: 'text/html',
  label: iiifWords.recordPage,
});

function partOf(of: CollectionOf, page: number | null, id: string, base: string): object {
  if (page !== null) return { partOf: [{ id, type: 'Collection' }] };
  return of ? { partOf: [{ id: collectionOf(base, of.parentId), type: 'Collection' }] } : {};
}

const rangeLabel = (page: number, total: number): LanguageTexts => ({
  none: [`${(page - 1) * collectionSize + 1}–${Math.min(page * collectionSize, total)}`],
});

/** A unit may have pages of its own and parts that have. */
function itemsOf({ line, hasImages, hasBelow }: CollectionPart, base: string): object[] {
  const label = textIn(line.title, line.titleLang);
  return [
    ...(hasImages ? [{ id: manifestOf(base, line.id), type: 'Manifest', label }] : []),
    ...(hasBelow ? [{ id: collectionOf(base, line.id), type: 'Collection', label }] : []),
  ];
}
