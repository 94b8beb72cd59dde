import type { AgentView, InstitutionView, RecordView } from './public-views.ts';
import type { Level } from './level.ts';

/**
 * What harvests, linked data and dumps are made of: what a page shows, less what only a page needs (places among siblings, counts): what moves seldom.
 * Everything here has passed the visibility rules, as in public-views.ts.
 */

/** A unit above, as outputs name it. */
export interface HarvestAncestor {
  id: string;
  title: string;
  titleLang: string | null;
  level: Level;
  levelLabel: string | null;
  referenceCode: string | null;
}

/**
 * A unit as it is disseminated. `rightsUri` and `metadataLicence` are resolved: its own, else the nearest unit's above that says so, else the
 * institution's; each digital object has its own rights, else the unit's.
 */
export type HarvestRecord = Omit<RecordView, 'ancestors' | 'place' | 'childCount'> & {
  /** Root first. */
  ancestors: HarvestAncestor[];
  /** What its source ties it to, by the identifiers of the source's system, in its order; absent where it was not asked for. */
  ties?: SourceTie[];
};

/** A link to another described thing as a source has it; `kind` is the source's own word. */
export interface SourceTie {
  kind: string;
  identifier: string;
  note: string | null;
}

/** An agent as it is disseminated: with what it created at the highest level only. */
export type HarvestAgent = Omit<AgentView, 'created'> & {
  created: { id: string; title: string; level: Level; referenceCode: string | null }[];
};

/** An institution as it is disseminated; `fonds` are what it keeps. */
export type HarvestInstitution = Omit<InstitutionView, 'fonds' | 'fondsCount' | 'unitCount'> & {
  metadataLicence: string | null;
  rightsUri: string | null;
  fonds: { id: string; title: string; referenceCode: string | null }[];
};

export type HarvestItem =
  | { kind: 'record'; value: HarvestRecord }
  | { kind: 'agent'; value: HarvestAgent }
  | { kind: 'institution'; value: HarvestInstitution };

/** A finding aid walked from its root down, as its elements open and close. */
export type FindingAidStep = { step: 'open'; record: HarvestRecord } | { step: 'close' };

/** The site that disseminates. */
export interface DisseminatingSite {
  /** Without a slash at its end. */
  baseUrl: string;
  /** What `oai:` identifiers name it by. */
  oaiDomain: string;
  name: string;
  contact: string;
}
