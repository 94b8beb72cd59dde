import { Graph } from '#lib/records/rdf/graph.ts';
import { moment } from '#lib/records/rdf/dates.ts';
import { node, text, typed, type Statement } from '#lib/records/rdf/terms.ts';
import { dcterms, foaf, namespaces, rico, schema, voidOf } from '#lib/records/rdf/vocabularies.ts';

/** How much there is now; of statements, as many as the dump has. */
export interface HoldingsCounts {
  units: number;
  agents: number;
  institutions: number;
  dump: { statements: number; madeAt: string } | null;
}

const spoken = ['rico', 'a-arc', 'schema', 'cpsv', 'cov', 'dcterms'] as const;

/** What the linked data are, where they begin and how they are had whole (VoID, W3C 2011). */
export function toVoid(counts: HoldingsCounts, site: { name: string; base: string }): Statement[] {
  const { base } = site;
  const description = node(`${base}/data/void.ttl`);
  const dataset = node(`${base}/data/void.ttl#dataset`);
  const graph = new Graph()
    .type(description, voidOf('DatasetDescription'))
    .add(description, foaf('primaryTopic'), dataset)
    .type(dataset, voidOf('Dataset'))
    .add(dataset, dcterms('title'), text(site.name, 'it'))
    .add(dataset, foaf('homepage'), node(`${base}/`))
    .add(dataset, dcterms('publisher'), node(`${base}/servizi#comune`))
    .add(dataset, voidOf('uriSpace'), text(`${base}/id/`))
    .add(dataset, voidOf('uriRegexPattern'), text(`^${base.replace(/[.\\+*?^$[\](){}|]/g, '\\$&')}/id/[0-9a-z]{8}$`))
    .add(dataset, voidOf('entities'), typed(String(counts.units + counts.agents + counts.institutions), 'integer'))
    .each(
      dataset,
      voidOf('vocabulary'),
      spoken.map((name) => node(namespaces[name])),
    )
    .each(
      dataset,
      voidOf('feature'),
      ['Turtle', 'RDF_XML', 'N-Triples', 'JSON-LD'].map((name) => node(`http://www.w3.org/ns/formats/${name}`)),
    );
  if (counts.dump)
    graph
      .add(dataset, voidOf('dataDump'), node(`${base}/data/dump.nq.gz`))
      .add(dataset, voidOf('triples'), typed(String(counts.dump.statements), 'integer'))
      .add(dataset, dcterms('modified'), moment(counts.dump.madeAt));
  const parts = [
    ['units', schema('ArchiveComponent'), counts.units],
    ['agents', rico('Agent'), counts.agents],
    ['institutions', schema('ArchiveOrganization'), counts.institutions],
  ] as const;
  for (const [name, kind, count] of parts) {
    const part = node(`${base}/data/void.ttl#${name}`);
    graph
      .add(dataset, voidOf('classPartition'), part)
      .type(part, voidOf('Dataset'))
      .add(part, voidOf('class'), kind)
      .add(part, voidOf('entities'), typed(String(count), 'integer'));
  }
  return graph.statements;
}
