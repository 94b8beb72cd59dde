/**
 * What parsing and normalising give: the records model's own shapes, before ids, parents and agents are resolved.
 * A source is read as a stream of these, in document order, parents before children.
 */
import type { AgentDescription, AgentKind, AgentRelationKind, AgentRole } from '#lib/records/agent.ts';
import type { RecordDates } from '#lib/records/dates.ts';
import type { Description } from '#lib/records/description.ts';
import type { InstitutionDescription } from '#lib/records/institution.ts';
import type { Level } from '#lib/records/level.ts';

export type SourceFormat = 'ead2002' | 'ead3' | 'eac2010' | 'eac2' | 'eag2012' | 'scons2';

/** `warning`: the unit is kept; `severe`: the unit (and its subtree) or the file is quarantined. */
export interface Problem {
  code: string;
  severity: 'warning' | 'severe';
  message: string;
  /** What was found, shortened to 200 characters. */
  found?: string;
  line?: number;
  xpath?: string;
}

/** A mention of an agent by a record: matched by identifier, then by authorised form, else a stub is made. */
export interface AgentMention {
  role: AgentRole;
  kind: AgentKind;
  name: string | null;
  identifier: string | null;
  /** The source's own word for the role. */
  label?: string;
  dates?: RecordDates;
  internal?: true;
}

export interface DigitalObjectDraft {
  href: string;
  label: string | null;
  /** The source's role or type word, e.g. "image", "thumbnail". */
  role: string | null;
  mediaType?: string;
}

/** A link to another described thing by its identifier in the source system. */
export interface RecordMention {
  kind: string;
  identifier: string;
  note?: string;
}

export interface UnitDraft {
  kind: 'unit';
  /** 0 for archdesc, then 1, 2, … in document order. */
  ordinal: number;
  parentOrdinal: number | null;
  depth: number;
  /** Component @id, or for ICAR the system identifier; null when the source gives none or repeats one. */
  componentId: string | null;
  level: Level;
  levelLabel: string | null;
  unitType: string | null;
  referenceCode: string | null;
  formerCodes: string[];
  title: string;
  titleLang: string | null;
  dates: RecordDates;
  description: Description;
  agents: AgentMention[];
  records: RecordMention[];
  digitalObjects: DigitalObjectDraft[];
  /** The whole unit, and so its subtree, has `audience="internal"`. */
  internal: boolean;
  /** Access condition found in words or codes that closes documents until a day (ISO date), or for good (null). */
  closed: { until: string | null } | null;
  line: number;
  xpath: string;
  /** The same unit again, with what came after its components. */
  revision?: true;
}

export interface AgentDraft {
  kind: 'agent';
  /** recordId of the authority file, the first of its identifiers. */
  identifiers: string[];
  agentKind: AgentKind;
  authorisedName: string;
  dates: RecordDates;
  description: AgentDescription;
  relations: {
    kind: AgentRelationKind;
    identifier: string | null;
    name: string | null;
    note?: string;
    label?: string;
  }[];
  /** Links from the authority file to holdings (resourceRelation). */
  records: RecordMention[];
  internal: boolean;
  line: number;
  xpath: string;
}

/** An institution that keeps holdings (ISDIAH; EAG 2012, SCONS2). */
export interface InstitutionDraft {
  kind: 'institution';
  code: string;
  otherCodes: string[];
  name: string;
  otherNames: string[];
  description: InstitutionDescription;
  line: number;
  xpath: string;
}

/** Says which source follows: everything up to the next `source` belongs to it. */
export interface SourceDraft {
  kind: 'source';
  format: SourceFormat;
  /** Custodian's code or name as the source has it; the command line's --repository wins. */
  repositoryCode: string | null;
  repositoryName: string | null;
  /** eadid or recordid; null when the source has none (then the root's reference code, then the file's name). */
  identifier: string | null;
  /** ICAR-IMPORT recordHeader; `insert` for plain files. */
  action: 'insert' | 'update' | 'delete';
  cascade: boolean;
  lastUpdate: string | null;
  /** ICAR: the system's name (`SIA`), for ids are system-wide there. */
  system: string | null;
  title: string | null;
  language: string | null;
  line: number;
}

/** Closes a source; a source cut off by broken XML has none. */
export interface SourceEnd {
  kind: 'sourceEnd';
  /** Components met, archdesc included, quarantined ones too. */
  units: number;
}

/** A unit that cannot be loaded; its subtree goes with it and each is counted. */
export interface QuarantinedUnit {
  kind: 'quarantined';
  problem: Problem;
  /** 1 + descendants. */
  units: number;
  componentId: string | null;
  parentOrdinal: number | null;
  /** The unit's raw XML, at most 64 KiB of it. */
  raw: string;
}

/** The file cannot be read to its end; nothing of it can be trusted. */
export interface Failure {
  kind: 'failed';
  problem: Problem;
  /** Units met before it broke off. */
  units: number;
}

/** Whatever follows is what a provider calls by this name; told only of a harvest, as is `withdrawn`. */
export interface Origin {
  kind: 'origin';
  identifier: string;
}

/** The provider has deleted what it called by this name. */
export interface Withdrawal {
  kind: 'withdrawn';
  identifier: string;
}

export type Draft =
  | SourceDraft
  | UnitDraft
  | AgentDraft
  | InstitutionDraft
  | QuarantinedUnit
  | SourceEnd
  | Failure
  | Origin
  | Withdrawal
  | { kind: 'problem'; problem: Problem };
