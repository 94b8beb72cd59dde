import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { objectAddress } from '#lib/records/object-address.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { idIri, partIri, webIri } from '#lib/records/rdf/iri.ts';
import { node, type Statement } from '#lib/records/rdf/terms.ts';
import { edm, ore } from '#lib/records/rdf/vocabularies.ts';
import { europeanaRights } from '#lib/records/rights-statements.ts';

/**
 * That a unit is an object of Europeana, and which aggregation tells of it there: the same names as in the EDM that OAI-PMH gives. Only of what is open,
 * has images, and says under which rights; a unit that is only described is no such object.
 */
export function toEdmLinks(item: HarvestItem, base: string): Statement[] {
  if (item.kind !== 'record' || item.value.visibility !== 'open') return [];
  const { id, digitalObjects, rightsUri } = item.value;
  const shown = digitalObjects.find(
    (object) => objectAddress(object.href, base) !== null && europeanaRights(object.rightsUri ?? rightsUri) !== null,
  );
  if (!shown) return [];
  const it = idIri(base, id);
  const aggregation = partIri(it, 'aggregation');
  return new Graph()
    .type(it, edm('ProvidedCHO'))
    .add(it, ore('isAggregatedBy'), aggregation)
    .type(aggregation, ore('Aggregation'))
    .add(aggregation, edm('aggregatedCHO'), it)
    .add(aggregation, edm('isShownAt'), node(`${base}/records/${id}`))
    .add(aggregation, edm('rights'), webIri(europeanaRights(shown.rightsUri ?? rightsUri)?.uri)).statements;
}
