import { canvasOf, contentSearchOf } from '#lib/records/iiif-addresses.ts';
import { presentationContext } from '#lib/records/iiif-resources.ts';
import type { PageBox } from '#lib/records/page-text.ts';

export const searchContext = 'http://iiif.io/api/search/2/context.json';

export interface FoundOnPages {
  hits: { imageId: string; page: number; boxes: PageBox[]; before: string; exact: string; after: string }[];
  next: HitPlace | null;
  prev: HitPlace | null;
}

interface HitPlace {
  page: number;
  passed: number;
}

export interface SearchAsked {
  base: string;
  recordId: string;
  query: URLSearchParams;
  /** Parameters that we do not know. */
  ignored: readonly string[];
}

/** What a search of pages found, as Content Search 2 answers: where it stands, and what is around it. */
export function toSearchAnswer(
  { hits, next, prev }: FoundOnPages,
  { base, recordId, query, ignored }: SearchAsked,
): object {
  const address = contentSearchOf(base, recordId);
  const here = `${address}?${query.toString()}`;
  const idOf = (at: number): string => `${here}#hit-${at + 1}`;
  return {
    // Content Search 2 §3.4: that of the last is what the answer is.
    '@context': [presentationContext, searchContext],
    id: here,
    type: 'AnnotationPage',
    ...(ignored.length > 0 ? { ignored } : {}),
    partOf: { id: `${address}?${firstQuery(query)}`, type: 'AnnotationCollection' },
    ...(prev ? { prev: { id: `${address}?${beforeQuery(query, prev)}`, type: 'AnnotationPage' } } : {}),
    ...(next ? { next: { id: `${address}?${nextQuery(query, next)}`, type: 'AnnotationPage' } } : {}),
    items: hits.map((hit, at) => {
      const canvas = canvasOf(base, recordId, hit.imageId);
      const targets = hit.boxes.map(
        ({ x, y, width, height }) => `${canvas}#xywh=${[x, y, width, height].map(Math.round).join(',')}`,
      );
      return {
        id: idOf(at),
        type: 'Annotation',
        motivation: 'supplementing',
        body: { type: 'TextualBody', value: hit.exact, format: 'text/plain' },
        target: targets.length === 1 ? targets[0] : targets,
      };
    }),
    annotations: [
      {
        id: `${here}#around`,
        type: 'AnnotationPage',
        items: hits.map((hit, at) => ({
          id: `${idOf(at)}-around`,
          type: 'Annotation',
          // §3.4.2: what is around stands outside of what was found.
          motivation: 'contextualizing',
          target: {
            type: 'SpecificResource',
            source: idOf(at),
            selector: [{ type: 'TextQuoteSelector', prefix: hit.before, exact: hit.exact, suffix: hit.after }],
          },
        })),
      },
    ],
  };
}

function firstQuery(query: URLSearchParams): string {
  const first = new URLSearchParams(query);
  first.delete('page');
  return first.toString();
}

/** The first page is called as it was asked for. */
const beforeQuery = (query: URLSearchParams, place: HitPlace): string =>
  place.page === 1 && place.passed === 0 ? firstQuery(query) : nextQuery(query, place);

function nextQuery(query: URLSearchParams, { page, passed }: HitPlace): string {
  const next = new URLSearchParams(query);
  next.set('page', `${page}-${passed}`);
  return next.toString();
}
