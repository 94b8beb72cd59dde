import { hash } from 'node:crypto';
import { consultableFrom, decideVisibility } from '#lib/access/visibility.ts';
import type { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import { boundedKey } from '#lib/store/writing/bounded-key.ts';
import type { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import type { StagedUnit } from '#lib/store/writing/staged-unit.ts';
import type { AgentMention, UnitDraft } from './draft.ts';

/** What a unit takes from where it stands: its parent's id if both are new, and the closure of what lies above. */
export interface Standing {
  revision: number;
  candidateId: string;
  parentCandidateId: string | null;
  closed: { until: string | null } | null;
}

/** A unit as the staging tables take it. Its agents must have been resolved and its ids reserved; `today` is an ISO date. */
export function toStagedUnit(
  unit: UnitDraft,
  standing: Standing,
  agents: AgentResolver,
  mint: IdentifierMint,
  today: string,
): StagedUnit {
  const facts = {
    phase: 'historical' as const,
    sensitivity: 'none' as const,
    internal: unit.internal,
    closed: standing.closed,
    lastDate: null,
  };
  const description = JSON.stringify(unit.description);
  return {
    ordinal: unit.ordinal,
    revision: standing.revision,
    parentOrdinal: unit.parentOrdinal,
    depth: unit.depth,
    componentKey: unit.componentId && boundedKey(unit.componentId),
    level: unit.level,
    levelLabel: unit.levelLabel,
    unitType: unit.unitType,
    referenceCode: unit.referenceCode,
    formerCodes: unit.formerCodes,
    title: unit.title,
    titleLang: unit.titleLang,
    dates: unit.dates,
    description,
    agents: unit.agents.map((mention) => resolved(mention, agents)),
    digitalObjects: unit.digitalObjects.map((object) => ({ id: mint.take(), ...object })),
    relations: unit.records.map((relation) => ({ ...relation, kind: boundedKey(relation.kind) })),
    internal: unit.internal,
    closed: standing.closed,
    visibility: decideVisibility(facts, today),
    consultableFrom: consultableFrom(facts),
    contentHash: contentHash(unit, description),
    inheritedHash: inheritedHash(unit),
    candidateId: standing.candidateId,
    parentCandidateId: standing.parentCandidateId,
  };
}

/** Ids that `toStagedUnit` will take for these units. */
export function idsNeeded(units: readonly UnitDraft[]): number {
  return units.reduce((sum, unit) => sum + 1 + unit.digitalObjects.length, 0);
}

/** Agents as records name them: one with neither name nor identifier says nothing. */
export function namedMentions(unit: UnitDraft): AgentMention[] {
  return unit.agents.filter((mention) => mention.name || mention.identifier);
}

function resolved(mention: AgentMention, agents: AgentResolver) {
  return {
    agentId: agents.of(mention).id,
    role: mention.role,
    label: mention.label,
    dates: mention.dates,
    internal: mention.internal,
  };
}

/** Over all the record says of itself, not where it stands: position and parent are compared apart. */
function contentHash(unit: UnitDraft, description: string): string {
  const content = [
    unit.level,
    unit.levelLabel,
    unit.unitType,
    unit.referenceCode,
    unit.formerCodes,
    unit.title,
    unit.titleLang,
    unit.dates,
    unit.agents,
    unit.records,
    unit.digitalObjects,
    unit.internal,
    unit.closed,
  ];
  return hash('sha1', JSON.stringify(content) + description);
}

/** Over what descendants take from this unit: creators, languages, access. */
function inheritedHash(unit: UnitDraft): string {
  const creators = unit.agents.filter((mention) => mention.role === 'creator');
  const { languages } = unit.description;
  if (creators.length === 0 && languages.length === 0 && !unit.internal && unit.closed === null)
    return nothingInherited;
  return hash('sha1', JSON.stringify([creators, languages, unit.internal, unit.closed]));
}

const nothingInherited = hash('sha1', JSON.stringify([[], [], false, null]));

/** A closed unit closes what lies below it, unless that is closed for longer. */
export function laterClosure(above: Standing['closed'], own: Standing['closed']): Standing['closed'] {
  if (above === null || own === null) return above ?? own;
  if (above.until === null || own.until === null) return { until: null };
  return above.until > own.until ? above : own;
}
