import type { AgentKind } from '#lib/records/agent.ts';
import type { AgentDraft, Draft, SourceDraft } from '#ingest/draft.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { normaliseLanguage } from '#ingest/normalise/language.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { refused } from '#ingest/parse/tree-reader.ts';
import { attribute, elements, first, textOf, textOrNull, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { serialise } from '#ingest/parse/xml/serialise.ts';
import { describeAgent } from './description.ts';
import { readNames } from './names.ts';
import { readRelations } from './relations.ts';

/** An EAC-CPF record, 2010 or 2.0: ISAAR(CPF) by its areas. */
export function mapAuthority(root: XmlElement, envelope: Envelope): Draft[] {
  const control = first(root, 'control');
  const descriptions = within(root, 'cpfDescription');
  const identity = first(descriptions[0], 'identity');
  const names = readNames(descriptions.flatMap((description) => elements(description, 'identity')));
  const identifiers = identifiersOf(control, identity, envelope);
  if (!identity || names.authorised === null || identifiers.length === 0) {
    const lacking = !identity || names.authorised === null ? 'no name' : 'no identifier';
    const problem = {
      code: 'no-identity',
      severity: 'severe' as const,
      message: `an authority record with ${lacking}`,
      line: root.line,
      xpath: `/${root.name}`,
    };
    return [refused(problem, serialise(root))];
  }
  const { relations, records } = readRelations(descriptions);
  const agent: AgentDraft = {
    kind: 'agent',
    identifiers,
    agentKind: kindOf(first(identity, 'entityType')),
    authorisedName: names.authorised,
    dates: datesOf(first(descriptions[0], 'description')),
    description: describeAgent(control, descriptions, names.others, records),
    relations,
    records,
    internal: isInternal(root, control),
    line: root.line,
    xpath: `/${root.name}`,
  };
  return [sourceOf(root, control, agent, envelope), agent, { kind: 'sourceEnd', units: 0 }];
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
function identifiersOf(
  control: XmlElement | undefined,
  identity: XmlElement | undefined,
  envelope: Envelope,
): string[] {
  const others = control ? elements(control, 'otherRecordId').map(textOf) : [];
  const own = identity ? [...elements(identity, 'entityId'), ...elements(identity, 'identityId')].map(textOf) : [];
  const recordId = textOf(first(control, 'recordId'));
  // ICAR's identityId is the number at the end of the record's id: alone it could be anyone's.
  const telling = own.filter((id) => !(/^\d+$/.test(id) && recordId.endsWith(id)));
  return [...new Set([envelope.identifier ?? '', recordId, ...others, ...telling])].filter((id) => id !== '');
}

const kinds: Record<string, AgentKind> = { person: 'person', family: 'family', corporatebody: 'corporateBody' };

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
