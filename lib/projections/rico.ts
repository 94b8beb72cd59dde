import { objectReference } from '#lib/records/object-address.ts';
import type { AgentKind, AgentRole } from '#lib/records/agent.ts';
import type { AccessPoint, IsadElement, Note } from '#lib/records/description.ts';
import type { HarvestAgent, HarvestInstitution, HarvestItem, HarvestRecord } from '#lib/records/harvest-views.ts';
import type { Sensitivity } from '#lib/records/phase.ts';
import type { Level } from '#lib/records/level.ts';
import { day } from '#lib/records/rdf/dates.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { idIri, partIri, webIri } from '#lib/records/rdf/iri.ts';
import { languageAddress, languageTag } from '#lib/records/rdf/language-tag.ts';
import { text, typed, type Literal, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';
import { dcterms, geo, owl, rdfs, rico, ricset, skos } from '#lib/records/rdf/vocabularies.ts';

/**
 * Records in Contexts, RiC-O 1.1 (ICA): https://www.ica.org/standards/RiC/RiC-O_1-1.html. What the model cannot say in it: how certain a date is
 * (RiC-O has it of a date as a thing; ours are values), which of the other titles is which, from where a condition is inherited (it stands where it is
 * stated), and the place of a unit among its siblings. A subfonds is told as a Fonds in a Fonds and a subseries as a Series in a Series: the ICA's list of types
 * of record sets has no others. Relations of agents that ISAAR calls hierarchical or temporal are associations: their direction is not always stated.
 */
export function toRico(item: HarvestItem, base: string): Statement[] {
  switch (item.kind) {
    case 'record':
      return ofRecord(item.value, base);
    case 'agent':
      return ofAgent(item.value, base);
    case 'institution':
      return ofInstitution(item.value, base);
  }
}

const setTypes: Partial<Record<Level, NamedNode>> = {
  fonds: ricset('Fonds'),
  subfonds: ricset('Fonds'),
  series: ricset('Series'),
  subseries: ricset('Series'),
  file: ricset('File'),
};

const elementProperties = Object.entries({
  extentAndMedium: rico('recordResourceExtent'),
  administrativeHistory: rico('history'),
  archivalHistory: rico('history'),
  immediateSource: rico('history'),
  abstract: rico('generalDescription'),
  scopeAndContent: rico('scopeAndContent'),
  accruals: rico('accruals'),
  arrangement: rico('structure'),
  filePlan: rico('classification'),
  conditionsOfAccess: rico('conditionsOfAccess'),
  conditionsOfReproduction: rico('conditionsOfUse'),
  physicalCharacteristics: skos('note'),
} satisfies Partial<Record<IsadElement, NamedNode>>) as [IsadElement, NamedNode][];

const roleProperties: Partial<Record<AgentRole, NamedNode>> = {
  creator: rico('hasOrganicProvenance'),
  custodian: rico('hasOrHadHolder'),
  responsibleUnit: rico('hasOrHadManager'),
  subject: rico('hasOrHadSubject'),
  author: rico('hasAuthor'),
  addressee: rico('hasAddressee'),
  other: rico('isRelatedTo'),
};

const agentClasses: Record<AgentKind, NamedNode> = {
  person: rico('Person'),
  family: rico('Family'),
  corporateBody: rico('CorporateBody'),
  unknown: rico('Agent'),
};

const pointClasses: Record<AccessPoint['kind'], NamedNode> = {
  subject: skos('Concept'),
  genre: skos('Concept'),
  function: skos('Concept'),
  occupation: skos('Concept'),
  name: rico('Agent'),
  person: rico('Person'),
  family: rico('Family'),
  corporateBody: rico('CorporateBody'),
  place: rico('Place'),
  title: rico('Record'),
};

function ofRecord(view: HarvestRecord, base: string): Statement[] {
  const graph = new Graph();
  const it = idIri(base, view.id);
  const title = text(view.title, languageTag(view.titleLang));
  const parent = view.ancestors.at(-1);
  graph
    .type(it, rico(view.level === 'item' ? 'Record' : 'RecordSet'))
    .add(it, rico('hasRecordSetType'), setTypes[view.level] ?? null)
    .add(it, rico('type'), text(view.unitType ?? (view.level === 'other' ? view.levelLabel : null)))
    .add(it, rdfs('label'), title)
    .add(it, rico('title'), title)
    .each(
      it,
      rico('title'),
      view.description.otherTitles.map((other) => text(other.title, languageTag(other.lang))),
    )
    .add(it, rico('identifier'), text(view.referenceCode))
    .each(
      it,
      rico('identifier'),
      view.formerCodes.map((code) => text(code)),
    )
    .add(it, rico('date'), text(view.dates.display))
    .add(it, rico('beginningDate'), day(view.dates.start))
    .add(it, rico('endDate'), day(view.dates.end))
    .add(it, rico('isDirectlyIncludedIn'), parent ? idIri(base, parent.id) : null)
    .each(
      it,
      rico('isOrWasIncludedIn'),
      view.ancestors.map((ancestor) => idIri(base, ancestor.id)),
    )
    .add(it, rico('hasOrHadHolder'), idIri(base, view.institution.id));
  for (const agent of view.agents) {
    const property = roleProperties[agent.role];
    if (property) graph.add(it, property, idIri(base, agent.id));
  }
  const { description } = view;
  for (const [element, property] of elementProperties) graph.each(it, property, notesOf(description.elements[element]));
  graph.each(
    it,
    rico('recordResourceExtent'),
    description.extents.map((extent) => text(extent)),
  );
  for (const code of description.languages) graph.add(it, rico('hasOrHadLanguage'), webIri(languageAddress(code)));
  addPoints(graph, it, description.accessPoints);
  for (const { record } of view.related) if (record) graph.add(it, rico('isRelatedTo'), idIri(base, record.id));
  if (view.visibility === 'open') addInstantiations(graph, it, view, base);
  else addClosure(graph, it, view);
  return graph.statements;
}

const reasons: Record<Sensitivity, { it: string; en: string }> = {
  none: { it: '', en: '' },
  judicialOrSensitive: {
    it: ': dati sensibili o penali, 40 anni (D.Lgs. 42/2004, art. 122)',
    en: ': sensitive or criminal data, 40 years (D.Lgs. 42/2004, art. 122)',
  },
  healthSexFamily: {
    it: ': salute, vita sessuale, rapporti riservati di famiglia, 70 anni (D.Lgs. 42/2004, art. 122)',
    en: ': health, sexual life, private family relations, 70 years (D.Lgs. 42/2004, art. 122)',
  },
  stateReserved: {
    it: ': politica estera o interna dello Stato, 50 anni (D.Lgs. 42/2004, art. 125)',
    en: ': foreign or domestic policy of the State, 50 years (D.Lgs. 42/2004, art. 125)',
  },
};

/** That a unit is described and not yet to be read: until when, and why. */
function addClosure(graph: Graph, it: NamedNode, { consultableFrom, sensitivity }: HarvestRecord): void {
  const why = reasons[sensitivity];
  const [since, from] = consultableFrom
    ? [`Consultabile dal ${consultableFrom}`, `Open from ${consultableFrom}`]
    : ['Non consultabile', 'Not open'];
  graph
    .add(it, rico('conditionsOfAccess'), text(since + why.it, 'it'))
    .add(it, rico('conditionsOfAccess'), text(from + why.en, 'en'))
    .add(it, dcterms('available'), day(consultableFrom));
}

/** What a unit is about: by the address that its vocabulary gives it, else as a part of the unit's own graph. */
function addPoints(graph: Graph, it: NamedNode, points: readonly AccessPoint[]): void {
  for (const [index, point] of points.entries()) {
    const known = webIri(point.identifier);
    const subject = known ?? partIri(it, `subject-${index + 1}`);
    const label = text(point.label);
    graph
      .add(it, rico(point.kind === 'place' ? 'isAssociatedWithPlace' : 'hasOrHadSubject'), subject)
      .add(subject, rdfs('label'), label);
    if (!known) graph.type(subject, pointClasses[point.kind]);
    if (point.coordinates)
      graph
        .add(subject, geo('lat'), typed(String(point.coordinates.latitude), 'decimal'))
        .add(subject, geo('long'), typed(String(point.coordinates.longitude), 'decimal'));
  }
}

function addInstantiations(graph: Graph, it: NamedNode, view: HarvestRecord, base: string): void {
  for (const object of view.digitalObjects) {
    const copy = partIri(it, `digital-${object.id}`);
    graph
      .add(it, rico('hasOrHadInstantiation'), copy)
      .type(copy, rico('Instantiation'))
      .add(copy, rdfs('label'), text(object.label))
      .add(copy, dcterms('format'), text(object.mediaType))
      .add(copy, dcterms('rights'), webIri(object.rightsUri ?? view.rightsUri))
      .add(copy, rdfs('seeAlso'), webIri(objectReference(object.href, base)));
  }
}

function ofAgent(view: HarvestAgent, base: string): Statement[] {
  const graph = new Graph();
  const it = idIri(base, view.id);
  const { description } = view;
  const [begins, ends] =
    view.kind === 'person' ? [rico('birthDate'), rico('deathDate')] : [rico('beginningDate'), rico('endDate')];
  graph
    .type(it, agentClasses[view.kind])
    .add(it, rdfs('label'), text(view.name))
    .add(it, rico('name'), text(view.name))
    .each(
      it,
      rico('name'),
      description.otherNames.map(({ name }) => text(name)),
    )
    .each(
      it,
      rico('identifier'),
      view.identifiers.map((identifier) => (webIri(identifier) ? null : text(identifier))),
    )
    .add(it, rico('date'), text(view.dates.display))
    .add(it, begins, day(view.dates.start))
    .add(it, ends, day(view.dates.end))
    .each(it, rico('history'), notesOf(description.history))
    .each(it, rico('generalDescription'), notesOf([...description.functions, ...description.structure]))
    .each(it, skos('note'), notesOf(description.notes))
    .each(it, owl('sameAs'), view.identifiers.map(webIri))
    .each(
      it,
      rdfs('seeAlso'),
      description.links.map(({ href }) => webIri(href)),
    );
  for (const [index, place] of description.places.entries()) {
    const there = partIri(it, `place-${index + 1}`);
    graph
      .add(it, rico('isAssociatedWithPlace'), there)
      .type(there, rico('Place'))
      .add(there, rdfs('label'), text(place.label));
  }
  for (const relation of view.relations) {
    const other = idIri(base, relation.id);
    const isFamily = relation.kind === 'family' && view.kind === 'person' && relation.agentKind === 'person';
    graph.add(
      it,
      relation.kind === 'identity'
        ? rico('isEquivalentTo')
        : rico(isFamily ? 'hasFamilyAssociationWith' : 'isAgentAssociatedWithAgent'),
      other,
    );
  }
  for (const { id } of view.created) graph.add(it, rico('isOrganicProvenanceOf'), idIri(base, id));
  return graph.statements;
}

function ofInstitution(view: HarvestInstitution, base: string): Statement[] {
  const graph = new Graph();
  const it = idIri(base, view.id);
  const { description } = view;
  graph
    .type(it, rico('CorporateBody'))
    .add(it, rdfs('label'), text(view.name))
    .add(it, rico('name'), text(view.name))
    .each(
      it,
      rico('name'),
      view.otherNames.map((name) => text(name)),
    )
    .add(it, rico('identifier'), text(view.code))
    .each(
      it,
      rico('history'),
      description.history.map((line) => text(line)),
    )
    .each(
      it,
      rico('generalDescription'),
      description.holdings.map((line) => text(line)),
    )
    .each(it, rdfs('seeAlso'), description.website.map(webIri));
  const label = [description.address, description.place].filter(Boolean).join(', ');
  if (label || description.coordinates) {
    const place = partIri(it, 'place');
    graph.add(it, rico('hasOrHadLocation'), place).type(place, rico('Place')).add(place, rdfs('label'), text(label));
    if (description.coordinates)
      graph
        .add(place, geo('lat'), typed(String(description.coordinates.latitude), 'decimal'))
        .add(place, geo('long'), typed(String(description.coordinates.longitude), 'decimal'));
  }
  for (const { id } of view.fonds) graph.add(it, rico('isOrWasHolderOf'), idIri(base, id));
  return graph.statements;
}

const notesOf = (notes: readonly Note[] | undefined): (Literal | null)[] =>
  (notes ?? []).map((note) => text(note.text, languageTag(note.lang)));
