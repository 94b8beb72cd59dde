import { attribute, elements, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import type { SourcePage } from '#ingest/images/set-source.ts';
import type { MetsFile } from './files.ts';

export interface MetsPages {
  pages: SourcePage[];
  /** The place of a page by the id of its division, and of each of its files. */
  placeOf: ReadonlyMap<string, number>;
}

/** Pages in the order of the physical map; without one, the files of the best kind in theirs. */
export function pagesOf(root: XmlElement, files: ReadonlyMap<string, MetsFile>, warnings: string[]): MetsPages {
  const map = physicalMap(root);
  const placeOf = new Map<string, number>();
  const placeOfFile = new Map<string, number>();
  const pages: SourcePage[] = [];
  const add = (own: readonly MetsFile[], label: string | null, divisionId: string | null) => {
    const image = own
      .filter(({ kind }) => kind === 'image')
      .toSorted((a, b) => Number(b.onTheWeb === null) - Number(a.onTheWeb === null) || b.rank - a.rank)[0];
    if (!image) return;
    const text = own.find(({ kind, onTheWeb }) => kind === 'text' && onTheWeb === null);
    // An image is known by its file: of two pages on one scan the first names it, and parts that begin with either are tied to it.
    const before = placeOfFile.get(image.path);
    if (before !== undefined) warnings.push(`${image.path} is the file of more than one page: it is taken once`);
    const place =
      before ??
      pages.push({
        label,
        file: image.path,
        checksum: image.checksum,
        textFile: text?.path ?? null,
        size: image.size,
        rightsUri: image.rightsUri,
        onTheWeb: image.onTheWeb && { ...image.onTheWeb, mediaType: image.mediaType },
      }) - 1;
    placeOfFile.set(image.path, place);
    if (divisionId !== null) placeOf.set(divisionId, place);
    for (const { id } of own) placeOf.set(id, place);
  };
  const visit = (division: XmlElement): void => {
    const own = pointersOf(division).flatMap((id) => {
      const file = files.get(id);
      if (!file) warnings.push(`a page points to a file that is not there: ${id.slice(0, 100)}`);
      return file ?? [];
    });
    if (own.length > 0) add(own, attribute(division, 'LABEL', 'ORDERLABEL'), attribute(division, 'ID'));
    for (const inner of inOrder(elements(division, 'div'))) visit(inner);
  };
  if (map) for (const division of inOrder(elements(map, 'div'))) visit(division);
  if (pages.length === 0) {
    const images = [...files.values()].filter(({ kind }) => kind === 'image');
    const best = images.reduce((highest, { rank }) => Math.max(highest, rank), 0);
    for (const image of images.filter(({ rank }) => rank === best)) add([image], null, null);
  }
  return { pages, placeOf };
}

/** The one that says it is physical, else the first. */
function physicalMap(root: XmlElement): XmlElement | undefined {
  const maps = within(root, 'structMap');
  return maps.find((map) => /^physical$/i.test(attribute(map, 'TYPE') ?? '')) ?? maps[0];
}

/** Files of a division: also where several make one page (`seq`, `par`, `area`). */
export const pointersOf = (division: XmlElement): string[] =>
  elements(division, 'fptr').flatMap((pointer) =>
    [pointer, ...within(pointer, 'area')].flatMap((one) => attribute(one, 'FILEID') ?? []),
  );

/** By ORDER where all say one; else as they stand. */
export function inOrder(divisions: readonly XmlElement[]): readonly XmlElement[] {
  const orders = divisions.map((division) => Number(attribute(division, 'ORDER') ?? Number.NaN));
  if (orders.some(Number.isNaN)) return divisions;
  return divisions
    .map((division, at) => ({ division, order: orders[at] ?? 0 }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ division }) => division);
}
