import type { SourceRow } from '#lib/search/postgres-index-source.ts';
import type { ResolvedAgent } from '#lib/store/writing/agent-resolver.ts';
import type { StagedUnit } from '#lib/store/writing/staged-unit.ts';
import type { AgentMention, UnitDraft } from './draft.ts';

/** A mention with the agent it means. */
export interface NamedAgent {
  mention: AgentMention;
  agent: ResolvedAgent;
}

/** A new unit as its search rows are made of it: what `readSources` would read back once it is written. */
export function toSearchSource(
  unit: UnitDraft,
  row: StagedUnit,
  agents: readonly NamedAgent[],
  rootId: string,
): SourceRow {
  return {
    id: row.candidateId,
    rootId,
    level: unit.level,
    unitType: unit.unitType,
    referenceCode: unit.referenceCode,
    formerCodes: unit.formerCodes,
    title: unit.title,
    object: null,
    dateStart: unit.dates.start,
    dateEnd: unit.dates.end,
    description: unit.description,
    internal: unit.internal,
    visibility: row.visibility,
    digital: unit.digitalObjects.length > 0,
    pageWords: [],
    agents: agents.map(({ mention, agent }) => ({
      id: agent.id,
      name: agent.name,
      role: mention.role,
      internal: isInternal({ mention, agent }),
    })),
  };
}

export function isInternal({ mention, agent }: NamedAgent): boolean {
  return mention.internal === true || agent.internal;
}
