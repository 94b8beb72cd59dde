import type { AgentMention, DigitalObjectDraft, RecordMention } from '#ingest/draft.ts';
import type { DateStatement } from '#ingest/normalise/dates.ts';
import type { XmlElement } from '#ingest/parse/xml/element.ts';
import type { Description, IsadElement, Note } from '#lib/records/description.ts';

/** What the elements of one unit have given so far. */
export interface UnitParts {
  unitids: XmlElement[];
  titles: XmlElement[];
  dates: DateStatement[];
  description: Description;
  agents: AgentMention[];
  records: RecordMention[];
  digitalObjects: DigitalObjectDraft[];
  /** Extents that were counted, and how prose would say them. */
  counts: { line: string; ways: string[] }[];
  /** Kinds of things that the unit is made of, and the one word that names it where the source has it. */
  unitTypes: string[];
  typology: string | null;
  genre: string | null;
  accessStatements: string[];
  /** A visibility code hides the unit. */
  hidden: boolean;
}

export function emptyUnit(): UnitParts {
  return {
    unitids: [],
    titles: [],
    dates: [],
    description: {
      elements: {},
      otherTitles: [],
      extents: [],
      containers: [],
      accessPoints: [],
      languages: [],
      identifiers: [],
    },
    agents: [],
    records: [],
    digitalObjects: [],
    counts: [],
    unitTypes: [],
    typology: null,
    genre: null,
    accessStatements: [],
    hidden: false,
  };
}

export function addNote(parts: UnitParts, element: IsadElement, note: Note): void {
  (parts.description.elements[element] ??= []).push(note);
}

/** A reader's label in front of a value: "Supporto: Carta". */
export function labelled(label: string | null, value: string): string {
  return label === null ? value : `${label}: ${value}`;
}
