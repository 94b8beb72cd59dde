import type { AgentDescription, AgentKind, AgentRelationKind, AgentRole } from './agent.ts';
import type { RecordDates } from './dates.ts';
import type { Description, IsadElement, Note } from './description.ts';
import type { Level } from './level.ts';
import type { Sensitivity, Visibility } from './phase.ts';
import type { InstitutionDescription } from './institution.ts';

/** What readers may see. Everything here has passed the visibility rules: no projection or page needs to ask again. */

/** A unit in one line: what breadcrumb, tree and lists show. */
export interface RecordLine {
  id: string;
  title: string;
  titleLang: string | null;
  level: Level;
  levelLabel: string | null;
  unitType: string | null;
  referenceCode: string | null;
  dates: RecordDates;
  childCount: number;
  visibility: Visibility;
  digital: boolean;
}

/** A unit among its siblings; `index` counts from 1. */
export interface ChildLine extends RecordLine {
  index: number;
  /** The image of its first page, where we hold its pages and anybody sees them. */
  picture: string | null;
}

/** A unit above, with its place among its siblings. */
export interface AncestorLine extends RecordLine {
  index: number;
  total: number;
}

/** A window on the children of a unit; `next` and `prev` are what `after` and `before` take. */
export interface ChildrenPage {
  items: ChildLine[];
  next: string | null;
  prev: string | null;
  total: number;
}

export interface AgentLink {
  id: string;
  name: string;
  kind: AgentKind;
  role: AgentRole;
  label: string | null;
  dates: string | null;
}

/** Something taken from a unit above, and from which. */
export interface Inherited<T> {
  from: { id: string; title: string; level: Level };
  value: T;
}

export interface DigitalObjectView {
  id: string;
  href: string;
  label: string | null;
  role: string | null;
  mediaType: string | null;
  rightsUri: string | null;
  /** A page of the unit, of which its manifest tells. */
  ofImages?: boolean;
  /** Of images whose size is known: pixels. */
  size?: { width: number; height: number } | null;
}

export interface RelatedRecord {
  kind: string;
  direction: 'to' | 'from';
  note: string | null;
  record: RecordLine | null;
}

export interface InstitutionLine {
  id: string;
  code: string;
  name: string;
}

export interface SiblingPlace {
  index: number;
  total: number;
  previous: { id: string; title: string } | null;
  next: { id: string; title: string } | null;
}

export const inheritableElements = [
  'conditionsOfAccess',
  'conditionsOfReproduction',
] as const satisfies readonly IsadElement[];
export type InheritableElement = (typeof inheritableElements)[number];

/** All that a record page, its JSON and its projections need. */
export interface RecordView extends RecordLine {
  rootId: string;
  parentId: string | null;
  formerCodes: string[];
  description: Description;
  sensitivity: Sensitivity;
  consultableFrom: string | null;
  metadataLicence: string | null;
  rightsUri: string | null;
  changedAt: string;
  institution: InstitutionLine & { description: InstitutionDescription };
  /** Root first, each with its place among its own siblings. */
  ancestors: AncestorLine[];
  agents: AgentLink[];
  digitalObjects: DigitalObjectView[];
  related: RelatedRecord[];
  inherited: {
    elements: Partial<Record<InheritableElement, Inherited<Note[]>>>;
    languages: Inherited<string[]> | null;
    creators: Inherited<AgentLink[]> | null;
  };
  place: SiblingPlace | null;
}

/** A tombstone says that something was here, and until when; never what. */
export type Lookup<T> = { state: 'found'; value: T } | { state: 'gone'; deletedAt: string } | null;

export interface AgentRelationLine {
  id: string;
  name: string;
  agentKind: AgentKind;
  kind: AgentRelationKind;
  direction: 'to' | 'from';
  dates: string | null;
  note: string | null;
  label: string | null;
}

export interface AgentView {
  id: string;
  kind: AgentKind;
  name: string;
  dates: RecordDates;
  description: AgentDescription;
  stub: boolean;
  changedAt: string;
  identifiers: string[];
  relations: AgentRelationLine[];
  created: { items: (RecordLine & { institution: string })[]; total: number };
}

export interface InstitutionView extends InstitutionLine {
  otherNames: string[];
  description: InstitutionDescription;
  stub: boolean;
  changedAt: string;
  fonds: FondsTile[];
  fondsCount: number;
  unitCount: number;
}

/** A fonds on the wall: what its drawing and its label are made of. */
export interface FondsTile extends RecordLine {
  extents: string[];
  institution: InstitutionLine;
  unitCount: number;
}

export interface Statistics {
  units: number;
  fonds: number;
  agents: number;
  institutions: number;
  digitalObjects: number;
  changedAt: string | null;
}
