import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { idIri } from '#lib/records/rdf/iri.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import { plainGraphOf } from './graph-of.ts';

/** What is said of an item as lines of N-Quads, in the graph that bears the item's own name. */
export const itemQuads = (item: HarvestItem, base: string): Set<string> =>
  toLines(plainGraphOf(item, base), idIri(base, item.value.id));
