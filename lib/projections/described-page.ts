import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { moment } from '#lib/records/rdf/dates.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { idIri, webIri } from '#lib/records/rdf/iri.ts';
import { node, type Statement } from '#lib/records/rdf/terms.ts';
import { dcterms, foaf, voidOf } from '#lib/records/rdf/vocabularies.ts';

const folders: Record<HarvestItem['kind'], string> = {
  record: 'records',
  agent: 'agents',
  institution: 'institutions',
};

/** What is said of the description itself, apart from what it describes: its page, when it changed, under which licence it is given. */
export function toDescribedPage({ kind, value }: HarvestItem, base: string): Statement[] {
  const it = idIri(base, value.id);
  const page = node(`${base}/${folders[kind]}/${encodeURIComponent(value.id)}`);
  return new Graph()
    .add(it, foaf('isPrimaryTopicOf'), page)
    .add(page, dcterms('modified'), moment(value.changedAt))
    .add(page, dcterms('license'), 'metadataLicence' in value ? webIri(value.metadataLicence) : null)
    .add(page, voidOf('inDataset'), node(`${base}/data/void.ttl#dataset`)).statements;
}
