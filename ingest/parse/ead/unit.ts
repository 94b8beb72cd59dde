import type { AgentMention, UnitDraft } from '#ingest/draft.ts';
import type { DateProblem } from '#ingest/normalise/standard-range.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { normaliseLevel } from '#ingest/normalise/level.ts';
import { closedBy } from '#ingest/normalise/access-conditions.ts';
import { attribute, type XmlElement } from '#ingest/parse/xml/element.ts';
import { internalApart } from '#ingest/parse/xml/internal.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { counted } from '#ingest/parse/tally.ts';
import { shortened } from '#ingest/parse/xml/fault.ts';
import { readAccessPoints } from './access-points.ts';
import type { UnitFrame } from './frame.ts';
import { readIdentity } from './identity.ts';
import { readNotes } from './notes.ts';
import { readRelations } from './relations.ts';
import { readControl } from './control.ts';
import { readDid } from './did.ts';
import { dropRepeatedCounts } from './physical-description.ts';
import { readDigitalObjects } from './digital-objects.ts';
import { emptyUnit, type UnitParts } from './unit-parts.ts';

export interface MappedUnit {
  unit: UnitDraft;
  missing: { level: boolean; title: boolean };
  problems: { code: string; found: string; say: (count: number) => string }[];
}

/** Elements that only group others. */
const wrappers = new Set(['descgrp', 'admininfo', 'add', 'dsc', 'thead']);

/** Whose children are read each with its audience. */
const isReadByPart = (name: string) => name === 'did' || wrappers.has(name);

/** One unit's own content as a draft; the root's has what its source says before it. */
export function mapUnit(frame: UnitFrame, source: { title: string | null; header: XmlElement } | null): MappedUnit {
  const parts = emptyUnit();
  const element = frame.saysInternal ? internalApart(frame.element, isReadByPart) : frame.element;
  readContent(element, parts, false);
  dropRepeatedCounts(parts);
  parts.agents = withoutRepeatedCreators(parts.agents);
  if (source) readControl(source.header, parts);
  const identity = readIdentity(parts, frame);
  const { dates, problems } = normaliseDates(parts.dates);
  const level = normaliseLevel(attribute(frame.element, 'level'), attribute(frame.element, 'otherlevel'), {
    isRoot: frame.parent === null,
    hasChildren: frame.hasChildren,
  });
  const given = identity.title ?? source?.title ?? null;
  const unit: UnitDraft = {
    kind: 'unit',
    ordinal: frame.ordinal,
    parentOrdinal: frame.parent?.ordinal ?? null,
    depth: frame.depth,
    componentId: identity.componentId,
    level: level.level,
    levelLabel: level.label && (labelOfLocalType(level.label) ?? level.label),
    unitType: unitType(parts, frame, level.level),
    referenceCode: identity.referenceCode,
    formerCodes: identity.formerCodes,
    title: given ?? standIn(parts, dates.display, identity.referenceCode),
    titleLang: identity.titleLang,
    dates,
    description: parts.description,
    agents: parts.agents,
    records: parts.records,
    digitalObjects: parts.digitalObjects,
    internal: frame.internal || parts.hidden,
    closed: closedBy(parts.accessStatements),
    line: frame.element.line,
    xpath: frame.xpath,
  };
  return {
    unit,
    missing: { level: level.inferred, title: given === null },
    problems: problems.map(({ code, found }) => ({ code, found: shortened(found), say: saying[code] })),
  };
}

function readContent(parent: XmlElement, parts: UnitParts, internal: boolean): void {
  for (const element of parent.content) {
    if (typeof element === 'string') {
      if (element.trim() !== '')
        readNotes({ name: 'p', attributes: {}, content: [element], line: parent.line }, parts, internal);
      continue;
    }
    const hidden = internal || attribute(element, 'audience') === 'internal';
    if (element.name === 'did') readDid(element, parts, hidden);
    else if (wrappers.has(element.name)) readContent(element, parts, hidden);
    else if (element.name === 'controlaccess') readAccessPoints(element, parts, hidden);
    else if (element.name === 'relations') readRelations(element, parts, hidden);
    else if (element.name === 'dao' || element.name === 'daogrp' || element.name === 'daoset')
      readDigitalObjects(element, parts, hidden);
    else if (element.name !== 'head' || !wrappers.has(parent.name)) readNotes(element, parts, hidden);
  }
}

/** A creator that is said in the origination and again, with the dates of its part, among the relations is one. */
function withoutRepeatedCreators(agents: readonly AgentMention[]): AgentMention[] {
  const once: AgentMention[] = [];
  for (const agent of agents) {
    const before = agent.dates && agent.identifier !== null ? once.findIndex((known) => isUndated(known, agent)) : -1;
    const known = once[before];
    if (known) once[before] = { ...known, dates: agent.dates };
    else once.push(agent);
  }
  return once;
}

const isUndated = (known: AgentMention, agent: AgentMention): boolean =>
  agent.role === 'creator' &&
  known.role === agent.role &&
  known.identifier === agent.identifier &&
  known.internal === agent.internal &&
  !known.dates;

/** What lists show of a unit without title (ISAD(G) 3.1.2 asks for a supplied one). */
function standIn(parts: UnitParts, display: string | null, code: string | null): string {
  const scope = parts.description.elements.scopeAndContent?.find((note) => !note.internal)?.text;
  return display ?? code ?? (scope && scope.slice(0, 80).trim()) ?? '[senza titolo]';
}

/** registro, busta, fascicolo: said by the source for one thing, or by what a leaf lies in. */
function unitType(parts: UnitParts, frame: UnitFrame, level: UnitDraft['level']): string | null {
  if (frame.hasChildren || frame.parent === null) return parts.typology?.toLowerCase() || null;
  const single = parts.unitTypes.length === 1 ? parts.unitTypes[0] : undefined;
  const container = parts.description.containers.findLast(({ type }) => type !== null && type !== 'physloc')?.type;
  const type =
    parts.typology ??
    single ??
    parts.genre ??
    (level === 'file' || level === 'item' || level === 'other' ? container : null);
  return type && type.length <= 60 ? type.toLowerCase() : null;
}

const saying: Record<DateProblem, (count: number) => string> = {
  'date-inverted': (n) => `${counted(n, 'date')} with an end before the start: kept as text`,
  'date-bce': (n) => `${counted(n, 'date')} before the common era: kept as text`,
  'date-beyond': (n) => `${counted(n, 'date')} with a year before 1 or after 9998: that side is left open`,
  'date-span': (n) => `${counted(n, 'date')} over more than a thousand years: kept`,
  'date-unreadable': (n) => `${counted(n, 'date')} not understood: kept as text`,
};
