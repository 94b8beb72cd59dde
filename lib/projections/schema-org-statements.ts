import type { AgentKind } from '#lib/records/agent.ts';
import type { HarvestAgent, HarvestInstitution, HarvestItem, HarvestRecord } from '#lib/records/harvest-views.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { idIri, webIri } from '#lib/records/rdf/iri.ts';
import { languageTag } from '#lib/records/rdf/language-tag.ts';
import { text, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';
import { schema } from '#lib/records/rdf/vocabularies.ts';

/** schema.org as statements: what search engines and general tools look for. The JSON-LD of a page says it with names beside the links. */
export function toSchemaOrgStatements(item: HarvestItem, base: string): Statement[] {
  switch (item.kind) {
    case 'record':
      return ofRecord(item.value, base);
    case 'agent':
      return ofAgent(item.value, base);
    case 'institution':
      return ofInstitution(item.value, base);
  }
}

const classes: Record<AgentKind, NamedNode> = {
  person: schema('Person'),
  family: schema('Organization'),
  corporateBody: schema('Organization'),
  unknown: schema('Thing'),
};

function ofRecord(view: HarvestRecord, base: string): Statement[] {
  const graph = new Graph();
  const it = idIri(base, view.id);
  const parent = view.ancestors.at(-1);
  graph
    .type(it, schema('ArchiveComponent'))
    .add(it, schema('name'), text(view.title, languageTag(view.titleLang)))
    .add(it, schema('identifier'), text(view.referenceCode))
    .add(it, schema('temporalCoverage'), text(years(view.dates.start, view.dates.end)))
    .add(it, schema('holdingArchive'), idIri(base, view.institution.id))
    .add(it, schema('isPartOf'), parent ? idIri(base, parent.id) : null);
  if (!parent) graph.type(it, schema('Collection'));
  for (const agent of view.agents)
    if (agent.role === 'creator' || agent.role === 'author') graph.add(it, schema('creator'), idIri(base, agent.id));
  return graph.statements;
}

function ofAgent(view: HarvestAgent, base: string): Statement[] {
  const it = idIri(base, view.id);
  const [begins, ends] =
    view.kind === 'person'
      ? [schema('birthDate'), schema('deathDate')]
      : [schema('foundingDate'), schema('dissolutionDate')];
  const graph = new Graph().type(it, classes[view.kind]).add(it, schema('name'), text(view.name));
  for (const { name } of view.description.otherNames) graph.add(it, schema('alternateName'), text(name));
  // Of what is neither, schema.org has no beginning and no end.
  if (view.kind !== 'unknown')
    graph.add(it, begins, text(view.dates.start?.slice(0, 4))).add(it, ends, text(view.dates.end?.slice(0, 4)));
  return graph.statements;
}

function ofInstitution(view: HarvestInstitution, base: string): Statement[] {
  const it = idIri(base, view.id);
  const { description } = view;
  const graph = new Graph()
    .type(it, schema('ArchiveOrganization'))
    .add(it, schema('name'), text(view.name))
    .add(it, schema('identifier'), text(view.code))
    .add(it, schema('address'), text(description.address));
  for (const number of description.telephone) graph.add(it, schema('telephone'), text(number));
  for (const address of description.email) graph.add(it, schema('email'), text(address));
  for (const address of description.website) graph.add(it, schema('url'), webIri(address));
  return graph.statements;
}

/** ISO 8601 interval of years. */
function years(start: string | null, end: string | null): string | null {
  const [from, to] = [start?.slice(0, 4), end?.slice(0, 4)];
  if (!from && !to) return null;
  return from === to ? (from ?? null) : `${from ?? '..'}/${to ?? '..'}`;
}
