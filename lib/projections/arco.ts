import type { AgentKind } from '#lib/records/agent.ts';
import type { HarvestAgent, HarvestInstitution, HarvestItem, HarvestRecord } from '#lib/records/harvest-views.ts';
import type { Level } from '#lib/records/level.ts';
import { day } from '#lib/records/rdf/dates.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { idIri, partIri } from '#lib/records/rdf/iri.ts';
import { languageTag } from '#lib/records/rdf/language-tag.ts';
import { term, text, typed, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';
import { arc, cd, cis, core, dcterms, l0, lite, rdfs, ti } from '#lib/records/rdf/vocabularies.ts';

/**
 * ArCo for archives, version 0.1 (ICAR-Semantics): https://w3id.org/arco/archives/ontology/archival-resource/. Its published shapes declare the prefix
 * `a-arc:` without `/arco`; the ontology's own namespace is the one used here. What is not said in it: the place among siblings
 * (`l0:positionInSequence`, which its shapes want of units: an outline that moves with every unit put in front), quantities as numbers (ours are lines of
 * text), conditions of access (its class wants a type from a list that is not published yet; RiC-O says them).
 */
export function toArco(item: HarvestItem, base: string): Statement[] {
  switch (item.kind) {
    case 'record':
      return ofRecord(item.value, base);
    case 'agent':
      return ofAgent(item.value, base);
    case 'institution':
      return ofInstitution(item.value, base);
  }
}

const levelOf = (name: string) =>
  term('https://w3id.org/arco/archives/controlled-vocabulary/archival-level-of-description/', name);

/** Its list of levels has no other: a level of the source's own is a grouping of records. */
const levels: Record<Level, NamedNode> = {
  fonds: levelOf('fonds'),
  subfonds: levelOf('subfonds'),
  series: levelOf('series'),
  subseries: levelOf('subseries'),
  other: levelOf('recordgrp'),
  file: levelOf('archival-unit'),
  item: levelOf('item'),
};

const isSet = (level: Level): boolean => level !== 'file' && level !== 'item';

const classes: Record<AgentKind, NamedNode> = {
  person: arc('NaturalPerson'),
  family: l0('Agent'),
  corporateBody: arc('FormalOrganization'),
  unknown: l0('Agent'),
};

function ofRecord(view: HarvestRecord, base: string): Statement[] {
  const graph = new Graph();
  const it = idIri(base, view.id);
  const title = text(view.title, languageTag(view.titleLang));
  const parent = view.ancestors.at(-1);
  const { elements, extents } = view.description;
  graph
    .type(it, arc(isSet(view.level) ? 'ArchivalResourceSet' : view.level === 'file' ? 'ArchivalUnit' : 'ArchivalItem'))
    .add(it, core('hasType'), levels[view.level])
    .add(it, lite('currentDesignation'), title);
  const designation = partIri(it, 'designation');
  graph
    .add(it, cd('hasDesignationInTime'), designation)
    .type(designation, cd('DesignationInTime'))
    .add(designation, l0('name'), title)
    .add(designation, core('current'), typed('true', 'boolean'));
  const identifier = partIri(it, 'identifier');
  graph
    .add(it, core('hasIdentifier'), identifier)
    .type(identifier, core('Identifier'))
    .add(identifier, core('hasType'), core('LocalIdentifier'))
    .add(identifier, core('identifier'), text(view.id));
  if (view.referenceCode) {
    const code = partIri(it, 'reference-code');
    graph
      .add(it, arc('hasArchivalReferenceCode'), code)
      .type(code, arc('ArchivalReferenceCode'))
      .add(code, core('identifier'), text(view.referenceCode));
  }
  if (parent) graph.add(it, parentProperty(view.level, parent.level), idIri(base, parent.id));
  if (view.dates.display !== null || view.dates.start !== null) {
    const dates = partIri(it, 'dates');
    graph
      .add(it, ti('hasTemporalEntity'), dates)
      .type(dates, ti('TimeInterval'))
      .add(dates, rdfs('label'), text(view.dates.display))
      .add(dates, ti('startTime'), day(view.dates.start))
      .add(dates, ti('endTime'), day(view.dates.end));
  }
  graph
    .each(
      it,
      arc('extent'),
      extents.map((extent) => text(extent)),
    )
    .each(
      it,
      core('description'),
      (elements.scopeAndContent ?? elements.abstract ?? []).map((note) => text(note.text, languageTag(note.lang))),
    )
    .add(it, lite('hasHolder'), idIri(base, view.institution.id));
  for (const agent of view.agents)
    if (agent.role === 'creator') graph.add(it, lite('hasArchivalCreator'), idIri(base, agent.id));
  return graph.statements;
}

/** A set stands in a set; a unit belongs to a set; what lies in a unit is a part of it. */
function parentProperty(level: Level, above: Level): NamedNode {
  if (!isSet(above)) return dcterms('isPartOf');
  return isSet(level) ? arc('hasParentArchivalResourceSet') : cis('isMemberOfColCultEnt');
}

function ofAgent(view: HarvestAgent, base: string): Statement[] {
  const it = idIri(base, view.id);
  return new Graph()
    .type(it, classes[view.kind])
    .add(it, l0('name'), text(view.name))
    .each(
      it,
      core('description'),
      view.description.history.map((note) => text(note.text, languageTag(note.lang))),
    ).statements;
}

function ofInstitution(view: HarvestInstitution, base: string): Statement[] {
  const it = idIri(base, view.id);
  return new Graph()
    .type(it, arc('FormalOrganization'), cis('CulturalInstituteOrSite'))
    .add(it, l0('name'), text(view.name)).statements;
}
