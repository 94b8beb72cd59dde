import type { AgentMention } from '#ingest/draft.ts';
import { agentKinds, agentRoles } from '#lib/records/agent.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { attribute, elements, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { relatorWord } from '#ingest/parse/relator-words.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { readDateSet } from './unit-dates.ts';
import type { UnitParts } from './unit-parts.ts';

/** EAD3 `relations`: to agents, to other records, to whatever a system links. */
export function readRelations(element: XmlElement, parts: UnitParts, internal: boolean): void {
  for (const relation of elements(element, 'relation')) {
    const hidden = internal || attribute(relation, 'audience') === 'internal';
    if (attribute(relation, 'relationtype') === 'cpfrelation') addAgent(relation, parts, hidden);
    else if (!hidden) addRecord(relation, parts);
  }
}

function addAgent(relation: XmlElement, parts: UnitParts, internal: boolean): void {
  const entry = elements(relation, 'relationentry')[0];
  const text = textOf(entry);
  // What we wrote ourselves says role and kind in our own words, and the source's word is the label alone.
  const ownRole = agentRoles.find((role) => role === attribute(relation, 'arcrole'));
  const ownKind = agentKinds.find((kind) => kind === attribute(relation, 'linkrole'));
  const own = ownRole !== undefined && ownKind !== undefined;
  const word = attribute(entry, 'localtype') ?? (own ? null : attribute(relation, 'arcrole', 'linkrole'));
  const isCode = systemCode.test(text);
  const mention: AgentMention = {
    role: own ? ownRole : roleOf(word),
    kind: own ? ownKind : 'unknown',
    name: isCode ? null : text || null,
    identifier: isCode ? text : attribute(relation, 'href'),
  };
  if (mention.name === null && mention.identifier === null) return;
  const label = [relatorWord(word), ...notes(relation)].filter(Boolean).join('; ');
  if (label !== '') mention.label = label;
  const { dates } = normaliseDates(readDateSet(relation).statements);
  if (dates.display !== null) mention.dates = dates;
  if (internal) mention.internal = true;
  parts.agents.push(mention);
}

function roleOf(word: string | null): AgentMention['role'] {
  if (word === null) return 'other';
  if (/produttore|creat|accumulat|provenance/i.test(word)) return 'creator';
  if (/conservatore|custod|repository|holder/i.test(word)) return 'custodian';
  if (/subject|soggetto citato|isabout/i.test(word)) return 'subject';
  if (/autore|author|mittente/i.test(word)) return 'author';
  return /destinatario|addressee/i.test(word) ? 'addressee' : 'other';
}

/** `ComplArchSovraordinato`, `StrumentoCollegato` …: the source's word is the kind. */
function addRecord(relation: XmlElement, parts: UnitParts): void {
  const entry = elements(relation, 'relationentry')[0];
  const text = textOf(entry);
  const identifier = systemCode.test(text) ? text : (attribute(relation, 'href') ?? text);
  if (identifier === '') return;
  const kind =
    attribute(entry, 'localtype') ??
    attribute(relation, 'otherrelationtype', 'arcrole', 'linkrole', 'relationtype') ??
    'relation';
  const note = [identifier === text ? '' : text, ...notes(relation)].filter(Boolean).join('; ');
  parts.records.push({ kind, identifier, ...(note && { note }) });
}

function notes(relation: XmlElement): string[] {
  return elements(relation, 'descriptivenote').flatMap((note) => {
    const paragraphs = elements(note, 'p').map((p) => {
      const label = labelOfLocalType(attribute(p, 'altrender'));
      const text = textOf(p);
      return !isPlaceholder(text) && label ? `${label}: ${text}` : text;
    });
    return (paragraphs.length > 0 ? paragraphs : [textOf(note)]).filter((text) => !isPlaceholder(text));
  });
}

/** Forms of ICAR that were left unfilled hold dots. */
function isPlaceholder(text: string): boolean {
  return /^[.…]*$/.test(text);
}
