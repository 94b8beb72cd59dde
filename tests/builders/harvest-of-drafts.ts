import { laterClosure } from '#ingest/staged-unit.ts';
import type { Draft, SourceDraft, UnitDraft } from '#ingest/draft.ts';
import { consultableFrom, decideVisibility } from '#lib/access/visibility.ts';
import type { Description, Note } from '#lib/records/description.ts';
import type { FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import type { AgentLink } from '#lib/records/public-views.ts';

/** The day of tests. */
const today = '2026-11-23';

export interface DraftedAid {
  source: SourceDraft;
  records: HarvestRecord[];
  /** The root first; as the store walks it. */
  steps: () => AsyncIterable<FindingAidStep>;
}

/** What the public would be shown of each finding aid among drafts, without a database in between. */
export function harvestOfDrafts(drafts: readonly Draft[]): DraftedAid[] {
  const aids: DraftedAid[] = [];
  let units = new Map<number, UnitDraft>();
  let source: SourceDraft | null = null;
  for (const draft of drafts) {
    if (draft.kind === 'source') [source, units] = [draft, new Map()];
    else if (draft.kind === 'unit') units.set(draft.ordinal, draft);
    else if (draft.kind === 'sourceEnd' && source) {
      const aid = aidOf(
        source,
        [...units.values()].toSorted((one, other) => one.ordinal - other.ordinal),
      );
      if (aid) aids.push(aid);
      source = null;
    }
  }
  return aids;
}

function aidOf(source: SourceDraft, units: readonly UnitDraft[]): DraftedAid | null {
  const shown = new Map<number, { record: HarvestRecord; depth: number; closed: UnitDraft['closed'] }>();
  for (const unit of units) {
    const above = unit.parentOrdinal === null ? null : shown.get(unit.parentOrdinal);
    if (unit.internal || above === undefined) continue;
    const closed = laterClosure(above?.closed ?? null, unit.closed);
    const ancestors = above ? [...above.record.ancestors, above.record] : [];
    shown.set(unit.ordinal, {
      record: recordOf(unit, source, ancestors, closed),
      depth: above ? above.depth + 1 : 0,
      closed,
    });
  }
  const walked = [...shown.values()];
  if (walked.length === 0) return null;
  return { source, records: walked.map(({ record }) => record), steps: () => walk(walked) };
}

async function* walk(units: readonly { record: HarvestRecord; depth: number }[]): AsyncGenerator<FindingAidStep> {
  let open = 0;
  for (const { record, depth } of units) {
    for (; open > depth; open--) yield { step: 'close' };
    yield { step: 'open', record };
    open++;
  }
  for (; open > 0; open--) yield { step: 'close' };
}

function recordOf(
  unit: UnitDraft,
  source: SourceDraft,
  ancestors: HarvestRecord['ancestors'],
  closed: UnitDraft['closed'],
): HarvestRecord {
  const facts = { phase: 'historical', sensitivity: 'none', internal: false, closed, lastDate: null } as const;
  const visibility = decideVisibility(facts, today);
  const objects = visibility === 'open' ? unit.digitalObjects : [];
  const name = source.repositoryName ?? source.repositoryCode ?? 'Istituto non indicato';
  const { level, levelLabel, unitType, referenceCode, formerCodes, title, titleLang, dates } = unit;
  return {
    id: identifierOf(unit.ordinal),
    title,
    titleLang,
    level,
    levelLabel,
    unitType,
    referenceCode,
    dates,
    visibility,
    digital: objects.length > 0,
    rootId: identifierOf(0),
    parentId: unit.parentOrdinal === null ? null : identifierOf(unit.parentOrdinal),
    formerCodes,
    description: publicPart(unit.description),
    sensitivity: 'none',
    consultableFrom: consultableFrom(facts),
    metadataLicence: null,
    rightsUri: null,
    changedAt: '2026-11-23 10:00:00+00',
    institution: {
      id: identifierOf(999999),
      code: source.repositoryCode ?? name,
      name,
      description: noInstitution,
    },
    ancestors,
    agents: unit.agents.filter((agent) => !agent.internal && (agent.name ?? agent.identifier) !== null).map(linkOf),
    digitalObjects: objects.map(({ href, label, role, mediaType }, index) => {
      return {
        id: identifierOf(2e6 + index),
        href,
        label,
        role,
        mediaType: mediaType ?? null,
        rightsUri: null,
      };
    }),
    related: [],
    ties: unit.records.map(({ kind, identifier, note }) => ({
      kind,
      identifier,
      note: note ?? null,
    })),
    inherited: {
      elements: {},
      languages: null,
      creators: null,
    },
  };
}

const noInstitution = {
  telephone: [],
  email: [],
  website: [],
  openingHours: [],
  closing: [],
  accessConditions: [],
  services: [],
  history: [],
  holdings: [],
};

function linkOf(agent: UnitDraft['agents'][number]): AgentLink {
  const name = agent.name ?? agent.identifier ?? '';
  return {
    id: agent.identifier ?? `n-${name}`,
    name,
    kind: agent.kind,
    role: agent.role,
    label: agent.label ?? null,
    dates: agent.dates?.display ?? null,
  };
}

function publicPart(description: Description): Description {
  const isPublic = (thing: { internal?: true }) => thing.internal !== true;
  const elements = Object.entries(description.elements)
    .map(([name, notes]): [string, Note[]] => [name, notes.filter(isPublic)])
    .filter(([, notes]) => notes.length > 0);
  return {
    ...description,
    elements: Object.fromEntries(elements),
    accessPoints: description.accessPoints.filter(isPublic),
  };
}

/** What of a record must be the same again: all it says of itself, not its ids and times. */
export function saidOf(record: HarvestRecord, depth: number) {
  const { description, agents, ties, digitalObjects } = record;
  const {
    title,
    titleLang,
    level,
    levelLabel,
    unitType,
    referenceCode,
    formerCodes,
    dates,
    visibility,
    consultableFrom,
  } = record;
  return {
    depth,
    title,
    titleLang,
    level,
    levelLabel,
    unitType,
    referenceCode,
    formerCodes,
    dates,
    visibility,
    consultableFrom,
    description: {
      ...description,
      elements: Object.fromEntries(Object.entries(description.elements).toSorted()),
    },
    agents: agents
      .map(({ role, kind, name, label, dates: held }) => [role, kind, name, label, held].join(' | '))
      .toSorted(),
    ties,
    digitalObjects: digitalObjects.map(({ href, label, role, mediaType }) => ({
      href,
      label,
      role,
      mediaType,
    })),
  };
}
