import { toRdfXml } from '#lib/projections/rdf-xml.ts';
import { toRico } from '#lib/projections/rico.ts';
import type { DisseminatingSite, HarvestItem } from '#lib/records/harvest-views.ts';
import { unique } from '#lib/records/rdf/lines.ts';
import { namespaces } from '#lib/records/rdf/vocabularies.ts';

/** What OAI-PMH gives under the prefix `rico`: RiC-O as RDF/XML, one element `rdf:RDF` with its namespaces, without XML declaration. */
export const toRicoXml = (item: HarvestItem, site: Pick<DisseminatingSite, 'baseUrl'>): string =>
  toRdfXml(unique(toRico(item, site.baseUrl)), namespaces, { declaration: false });
