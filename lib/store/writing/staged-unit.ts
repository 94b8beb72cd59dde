import type { AgentRole } from '#lib/records/agent.ts';
import type { Level } from '#lib/records/level.ts';
import type { RecordDates } from '#lib/records/dates.ts';
import type { Visibility } from '#lib/records/phase.ts';

/** One unit of a source with its agents found and an id at hand, ready to be written or to be compared with what the store holds. */
export interface StagedUnit {
  ordinal: number;
  /** Later rows of one ordinal win: an archdesc whose elements go on after its components. */
  revision: number;
  parentOrdinal: number | null;
  depth: number;
  componentKey: string | null;
  level: Level;
  levelLabel: string | null;
  unitType: string | null;
  referenceCode: string | null;
  formerCodes: readonly string[];
  title: string;
  titleLang: string | null;
  dates: RecordDates;
  /** JSON text, for it is hashed too. */
  description: string;
  agents: readonly StagedAgent[];
  digitalObjects: readonly {
    id: string;
    href: string;
    label: string | null;
    role: string | null;
    mediaType?: string;
  }[];
  relations: readonly { kind: string; identifier: string; note?: string }[];
  internal: boolean;
  /** Closed by itself or by what stands above it. */
  closed: { until: string | null } | null;
  visibility: Visibility;
  consultableFrom: string | null;
  /** SHA-1, in hexadecimal. */
  contentHash: string;
  inheritedHash: string;
  /** The id it gets if it is new, and its parent's. */
  candidateId: string;
  parentCandidateId: string | null;
}

export interface StagedAgent {
  agentId: string;
  role: AgentRole;
  label?: string;
  dates?: RecordDates;
  internal?: true;
}

/** Ordinals are smallint: what a record has beyond this many agents or relations is not kept. */
export const mostSatellites = 32_000;
