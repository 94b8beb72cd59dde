import { createHash } from 'node:crypto';
import type { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import type { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import type { StagedUnit } from '#lib/store/writing/staging.ts';
import type { AgentMention, UnitDraft } from './draft.ts';

/** A unit as the staging table takes it. Its agents must have been resolved and its ids reserved. */
export function toStagedUnit(
  unit: UnitDraft,
  revision: number,
  agents: AgentResolver,
  mint: IdentifierMint,
): StagedUnit {
  const description = JSON.stringify(unit.description);
  return {
    ordinal: unit.ordinal,
    revision,
    parentOrdinal: unit.parentOrdinal,
    depth: unit.depth,
    componentKey: unit.componentId,
    level: unit.level,
    levelLabel: unit.levelLabel,
    unitType: unit.unitType,
    referenceCode: unit.referenceCode,
    formerCodes: unit.formerCodes,
    title: unit.title,
    titleLang: unit.titleLang,
    dates: unit.dates,
    description,
    agents: unit.agents.length === 0 ? '[]' : JSON.stringify(unit.agents.map((mention) => resolved(mention, agents))),
    digitalObjects:
      unit.digitalObjects.length === 0
        ? '[]'
        : JSON.stringify(unit.digitalObjects.map((object) => ({ id: mint.take(), ...object }))),
    relations: unit.records.length === 0 ? '[]' : JSON.stringify(unit.records),
    internal: unit.internal,
    closed: unit.closed,
    contentHash: contentHash(unit, description),
    inheritedHash: inheritedHash(unit),
    candidateId: mint.take(),
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
    agentId: agents.idOf(mention),
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
  return createHash('sha1').update(JSON.stringify(content)).update(description).digest('hex');
}

/** Over what descendants take from this unit: creators, languages, access. */
function inheritedHash(unit: UnitDraft): string {
  const creators = unit.agents.filter((mention) => mention.role === 'creator');
  return createHash('sha1')
    .update(JSON.stringify([creators, unit.description.languages, unit.internal, unit.closed]))
    .digest('hex');
}
