import { attribute, elements, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import type { SourceRange } from '#ingest/images/set-source.ts';
import { inOrder, pointersOf } from './pages.ts';

/** Parts of the whole: the logical map, tied to pages by links or by their files; without one, divisions of the physical map that hold pages. */
export function rangesOf(root: XmlElement, placeOf: ReadonlyMap<string, number>): SourceRange[] {
  const maps = within(root, 'structMap');
  const logical = maps.find((map) => /^logical$/i.test(attribute(map, 'TYPE') ?? ''));
  const links = linksOf(root);
  const read = (division: XmlElement): SourceRange | null => {
    const id = attribute(division, 'ID');
    const named = [...(id === null ? [] : (links.get(id) ?? [])), ...pointersOf(division)];
    const inner = inOrder(elements(division, 'div'));
    const label = attribute(division, 'LABEL', 'ORDERLABEL', 'TYPE');
    const leaves = inner.filter((one) => elements(one, 'div').length === 0 && pointersOf(one).length > 0 && !logical);
    const pages = [...named, ...leaves.flatMap(pointersOf)].flatMap((name) => placeOf.get(name) ?? []);
    const ranges = inner.filter((one) => !leaves.includes(one)).flatMap((one) => read(one) ?? []);
    if (label === null || (pages.length === 0 && ranges.length === 0)) return null;
    return { label, pages: [...new Set(pages)].toSorted((a, b) => a - b), ranges };
  };
  const map = logical ?? maps[0];
  const tops = map ? inOrder(elements(map, 'div')).flatMap((division) => read(division) ?? []) : [];
  // A single part that is the whole says nothing.
  const [only] = tops;
  return tops.length === 1 && only ? only.ranges : tops;
}

/** Pages by the logical division they belong to (METS `structLink`). */
function linksOf(root: XmlElement): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const link of within(root, 'smLink')) {
    const from = attribute(link, 'from')?.replace(/^#/, '');
    const to = attribute(link, 'to')?.replace(/^#/, '');
    if (from && to) links.set(from, [...(links.get(from) ?? []), to]);
  }
  return links;
}
