import type { AgentRelationKind } from '#lib/records/agent.ts';
import type { AgentDraft, RecordMention } from '#ingest/draft.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';

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
      addAgent(relation, entryOf(relation), attribute(relation, 'cpfRelationType'), found);
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
    return addAgent(relation, { text, identifier }, [type, role].filter(Boolean).join(', ') || null, found);
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
  const text = textOf(first(relation, 'relationEntry'));
  return { text, identifier: systemCode.test(text) ? text : attribute(relation, 'href') };
}

function addAgent(
  relation: XmlElement,
  { text, identifier }: { text: string; identifier: string | null },
  type: string | null,
  found: AuthorityRelations,
): void {
  const name = text === '' || text === identifier ? null : text;
  if (name === null && identifier === null) return;
  const note = noteOf(relation);
  found.relations.push({
    kind: kindOf(type ?? ''),
    identifier,
    name,
    ...(note && { note }),
    ...(type && { label: type }),
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

function noteOf(relation: XmlElement): string {
  return within(relation, 'descriptiveNote').map(textOf).filter(Boolean).join('; ');
}

function kindOf(type: string): AgentRelationKind {
  if (/identity|sameas|identit/i.test(type)) return 'identity';
  if (/hierarch|gerarch|parent|child(?!ren of)|superior|subordinat/i.test(type) && !/famil/i.test(type))
    return 'hierarchical';
  if (/tempor|earlier|later|predecess|success|preceden/i.test(type)) return 'temporal';
  return /famil|parentela|spouse|coniuge/i.test(type) ? 'family' : 'associative';
}
