import type { AgentKind } from '#lib/records/agent.ts';
import type { AgentDraft, Draft, SourceDraft } from '#ingest/draft.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { normaliseLanguage } from '#ingest/normalise/language.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { refused } from '#ingest/parse/tree-reader.ts';
import { attribute, elements, first, textOf, textOrNull, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { withoutInternal } from '#ingest/parse/xml/internal.ts';
import { serialise } from '#ingest/parse/xml/serialise.ts';
import { describeAgent, isProse } from './description.ts';
import { readNames } from './names.ts';
import { readRelations } from './relations.ts';
import { wordTable } from '#ingest/word-table.ts';

/**
 * An EAC-CPF record, 2010 or 2.0: ISAAR(CPF) by its areas. Where it describes several identities of one being (`multipleIdentities`),
 * or several who share one name, each is an agent of its own, tied to the first.
 */
export function mapAuthority(root: XmlElement, envelope: Envelope): Draft[] {
  const control = first(root, 'control');
  const recordIds = recordIdentifiers(control, envelope);
  const agents: AgentDraft[] = [];
  for (const given of within(root, 'cpfDescription')) {
    const { shown: description, hidden } = withoutInternal(given, isProse);
    const identity = first(description, 'identity');
    const names = readNames(identity);
    // All its names are internal: so is the agent, and archivists know it by them.
    const nameless = names.authorised === null;
    const { authorised, others } = nameless ? readNames(first(given, 'identity')) : names;
    const identifiers = identifiersOf(recordIds, identity, agents.length, description);
    if (authorised === null || identifiers.length === 0) continue;
    const { relations, records } = readRelations([description]);
    const [main] = agents;
    if (main) relations.push(identityWith(main));
    agents.push({
      kind: 'agent',
      identifiers,
      agentKind: kindOf(first(identity ?? first(given, 'identity'), 'entityType')),
      authorisedName: authorised,
      dates: datesOf(first(description, 'description')),
      description: describeAgent(control, description, hidden, others, records),
      relations,
      records,
      internal: nameless || isInternal(root, control) || attribute(description, 'audience') === 'internal',
      line: main ? description.line : root.line,
      xpath: `/${root.name}`,
    });
  }
  const [main] = agents;
  if (!main) return [withoutIdentity(root, recordIds.length > 0)];
  return [sourceOf(root, control, main, envelope), ...agents, { kind: 'sourceEnd', units: 0 }];
}

function identityWith(main: AgentDraft): AgentDraft['relations'][number] {
  return { kind: 'identity', identifier: main.identifiers[0] ?? null, name: main.authorisedName };
}

function withoutIdentity(root: XmlElement, hasIdentifier: boolean): Draft {
  const hasName = readNames(first(within(root, 'cpfDescription')[0], 'identity')).authorised !== null;
  const problem = {
    code: 'no-identity',
    severity: 'severe' as const,
    message: `an authority record with ${hasName && !hasIdentifier ? 'no identifier' : 'no name'}`,
    line: root.line,
    xpath: `/${root.name}`,
  };
  return refused(problem, serialise(root));
}

function sourceOf(
  root: XmlElement,
  control: XmlElement | undefined,
  agent: AgentDraft,
  envelope: Envelope,
): SourceDraft {
  const agency = first(control, 'maintenanceAgency');
  return {
    kind: 'source',
    ...envelope,
    identifier: agent.identifiers[0] ?? null,
    repositoryCode: textOrNull(first(agency, 'agencyCode')),
    repositoryName: textOrNull(first(agency, 'agencyName')),
    title: agent.authorisedName,
    language: normaliseLanguage(attribute(within(control ?? root, 'language')[0], 'languageCode')),
    line: root.line,
  };
}

/** recordId first: other records name this one by it. */
function recordIdentifiers(control: XmlElement | undefined, envelope: Envelope): string[] {
  const others = control ? elements(control, 'otherRecordId').map(textOf) : [];
  const ids = [envelope.identifier ?? '', textOf(first(control, 'recordId')), ...others];
  return [...new Set(ids)].filter((id) => id !== '');
}

/** The record's identifiers are the first identity's; a later one is known by its own, or by its place in the record. */
function identifiersOf(
  recordIds: readonly string[],
  identity: XmlElement | undefined,
  place: number,
  description: XmlElement,
): string[] {
  const own = identity ? [...elements(identity, 'entityId'), ...elements(identity, 'identityId')].map(textOf) : [];
  // ICAR's identityId is the number at the end of the record's id: alone it could be anyone's.
  const telling = own.filter(
    (id) => id !== '' && !(/^\d+$/.test(id) && recordIds.some((record) => record.endsWith(id))),
  );
  if (place === 0) return [...new Set([...recordIds, ...telling])];
  const [record] = recordIds;
  const within = record === undefined ? [] : [`${record}#${attribute(description, 'id') ?? place + 1}`];
  return [...new Set([...within, ...telling])];
}

const kinds = wordTable<AgentKind>({ person: 'person', family: 'family', corporatebody: 'corporateBody' });

function kindOf(entityType: XmlElement | undefined): AgentKind {
  return kinds[(attribute(entityType, 'value') ?? textOf(entityType)).toLowerCase()] ?? 'unknown';
}

function datesOf(description: XmlElement | undefined): AgentDraft['dates'] {
  const existDates = first(description, 'existDates');
  return normaliseDates(existDates ? readDateSet(existDates).statements : []).dates;
}

function isInternal(root: XmlElement, control: XmlElement | undefined): boolean {
  if (attribute(root, 'audience') === 'internal') return true;
  const codes = control
    ? elements(control, 'localControl').filter((local) => /^Visibilita_?FE$/.test(attribute(local, 'localType') ?? ''))
    : [];
  return codes.some((code) => /^(nessuna|nascost[ao])$/i.test(textOf(code)));
}
