import type { AgentRelationKind } from '#lib/records/agent.ts';
import type { AgentDraft, RecordMention } from '#ingest/draft.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { relationLabel } from './relation-words.ts';

type AgentRelation = AgentDraft['relations'][number];

export interface AuthorityRelations {
  relations: AgentRelation[];
  records: RecordMention[];
}

/** ISAAR(CPF) 5.3 and 6: to other agents; to holdings, functions and all else by identifier. */
export function readRelations(cpfDescriptions: readonly XmlElement[]): AuthorityRelations {
  const found: AuthorityRelations = { relations: [], records: [] };
  for (const relation of cpfDescriptions
    .flatMap((cpf) => elements(cpf, 'relations'))
    .flatMap((list) => elements(list))) {
    if (relation.name === 'cpfRelation')
      addAgent(relation, entryOf(relation), { type: attribute(relation, 'cpfRelationType'), role: null }, found);
    else if (relation.name === 'resourceRelation' || relation.name === 'functionRelation') addRecord(relation, found);
    else if (relation.name === 'relation') addSecondEdition(relation, found);
  }
  return found;
}

/** EAC-CPF 2.0: one element for all; the type of the target tells them apart. */
function addSecondEdition(relation: XmlElement, found: AuthorityRelations): void {
  const target = first(relation, 'targetEntity');
  const type = textOf(first(relation, 'relationType'));
  const role = textOf(first(relation, 'targetRole'));
  const text = (target ? elements(target, 'part').map(textOf).filter(Boolean).join(', ') : '') || textOf(target);
  const identifier = systemCode.test(text) ? text : attribute(target, 'valueURI', 'id');
  if (/^(agent|person|family|corporateBody)$/.test(attribute(target, 'targetType') ?? '')) {
    return addAgent(relation, { text, identifier }, { type, role }, found);
  }
  const named = identifier ?? text;
  const note = [identifier !== null && identifier !== text ? text : '', noteOf(relation)].filter(Boolean).join('; ');
  if (named !== '')
    found.records.push({
      kind: type || role || (attribute(target, 'targetType') ?? 'resource'),
      identifier: named,
      ...(note && { note }),
    });
}

/** EAC-CPF 2010: words in `relationEntry`, an identifier in `xlink:href`. */
function entryOf(relation: XmlElement): { text: string; identifier: string | null } {
  const entries = elements(relation, 'relationEntry').map(textOf).filter(Boolean);
  // Some name what they mean only by a description of it in another format.
  const text = entries.join(', ') || textOf(first(relation, 'objectXMLWrap')).slice(0, 500);
  return { text, identifier: systemCode.test(text) ? text : attribute(relation, 'href') };
}

function addAgent(
  relation: XmlElement,
  { text, identifier }: { text: string; identifier: string | null },
  { type, role }: { type: string | null; role: string | null },
  found: AuthorityRelations,
): void {
  const name = text === '' || text === identifier ? null : text;
  if (name === null && identifier === null) return;
  const note = noteOf(relation);
  const label = relationLabel(type, role);
  found.relations.push({
    // Some say what the tie is in the note alone: "Wife".
    kind: kindOf([type, role].filter(Boolean).join(', ') || note),
    identifier,
    name,
    ...(note && { note }),
    ...(label && { label }),
  });
}

function addRecord(relation: XmlElement, found: AuthorityRelations): void {
  const { text, identifier } = entryOf(relation);
  const named = identifier ?? text;
  if (named === '') return;
  const kind = attribute(relation, 'resourceRelationType', 'functionRelationType') ?? relation.name;
  const note = [identifier === null || identifier === text ? '' : text, noteOf(relation)].filter(Boolean).join('; ');
  found.records.push({ kind, identifier: named, ...(note && { note }) });
}

/** When and where the tie was, and what is said of it. */
function noteOf(relation: XmlElement): string {
  const { display } = normaliseDates(readDateSet(relation).statements).dates;
  const places = [...elements(relation, 'placeEntry'), ...elements(relation, 'place').flatMap(placeNames)].map(textOf);
  const notes = within(relation, 'descriptiveNote').map(textOf);
  return [...new Set([display, ...places, ...notes])].filter(Boolean).join('; ');
}

function placeNames(place: XmlElement): XmlElement[] {
  return within(place, 'placeName', 'placeEntry', 'placeRole');
}

function kindOf(type: string): AgentRelationKind {
  if (/identity|sameas|identit/i.test(type)) return 'identity';
  if (
    /hierarch|gerarch|parent|child(?!ren of)|superior|subordinat|sovraordinat|dipendent/i.test(type) &&
    !/famil/i.test(type)
  )
    return 'hierarchical';
  if (/tempor|earlier|later|predecess|success|preceden/i.test(type)) return 'temporal';
  return /famil|parentela|spouse|coniuge|^(wife|husband|son|daughter|brother|sister|father|mother|moglie|marito|figli[oa]|fratello|sorella|padre|madre)\b/i.test(
    type,
  )
    ? 'family'
    : 'associative';
}
