import type { AgentRole } from '#lib/records/agent.ts';
import type { Phase, Sensitivity, Visibility } from '#lib/records/phase.ts';

/** What decides the visibility of a record (design §3). Days are ISO dates. */
export interface VisibilityFacts {
  phase: Phase;
  sensitivity: Sensitivity;
  internal: boolean;
  /** The source or the archivist closes it, up to and including a day or (null) until further notice. */
  closed: { until: string | null } | null;
  /** Last day documents of this record bear; the terms of D.Lgs. 42/2004 art. 122 run from it. */
  lastDate: string | null;
}

/** Years a document stays closed, by the reason: D.Lgs. 42/2004 art. 122 c. 1 and art. 125. */
export const closureYears: Record<Sensitivity, number> = {
  none: 0,
  judicialOrSensitive: 40,
  healthSexFamily: 70,
  stateReserved: 50,
};

/** First day on which the documents may be read; null when free already or closed without a day. */
export function consultableFrom(facts: VisibilityFacts): string | null {
  const years = closureYears[facts.sensitivity];
  const byLaw = years > 0 && facts.lastDate ? addYears(facts.lastDate, years) : null;
  const bySource = facts.closed?.until ? dayAfter(facts.closed.until) : null;
  if (byLaw && bySource) return byLaw > bySource ? byLaw : bySource;
  return byLaw ?? bySource;
}

/**
 * The one decision on what the public sees: `hidden` (404), `described` (all but documents and images), `open`.
 * @param today ISO date, passed in because this folder has no clock.
 */
export function decideVisibility(facts: VisibilityFacts, today: string): Visibility {
  if (facts.internal || facts.phase !== 'historical') return 'hidden';
  if (facts.closed && facts.closed.until === null) return 'described';
  if (closureYears[facts.sensitivity] > 0 && !facts.lastDate) return 'described';
  const free = consultableFrom(facts);
  return free !== null && free > today ? 'described' : 'open';
}

/** Whether anybody may read the document that a record is: law limits reading documents, not describing them (D.Lgs. 42/2004 art. 122). */
export const mayAnybodyRead = (record: { visibility: Visibility; internal: boolean }): boolean =>
  record.visibility === 'open' && !record.internal;

/** The closed documents of a file, together. */
export interface ClosedDocuments {
  /** The day on which the last of them may be read; null when there is none for one of them. */
  from: string | null;
}

/**
 * What the public sees of a file and from when it may be read: a document follows its own date, a file is open when all its documents are
 * (design §3).
 * @param documents null where none of its documents is closed
 */
export function decideWithDocuments(
  facts: VisibilityFacts,
  documents: ClosedDocuments | null,
  today: string,
): { visibility: Visibility; from: string | null } {
  const visibility = decideVisibility(facts, today);
  const from = consultableFrom(facts);
  if (visibility === 'hidden' || documents === null) return { visibility, from };
  const endless = documents.from === null || (visibility === 'described' && from === null);
  return { visibility: 'described', from: endless ? null : laterOf(documents.from, from) };
}

/** What the source says of access and what the archivist says: both hold. */
export function bothClosures(
  one: VisibilityFacts['closed'],
  other: VisibilityFacts['closed'],
): VisibilityFacts['closed'] {
  if (!one || !other) return one ?? other;
  return one.until === null || other.until === null ? { until: null } : { until: laterOf(one.until, other.until) };
}

function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** `9999-12-31`, the last day there is, stays. */
function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  return next.length > 24 ? day : next.slice(0, 10);
}

/** What a 29 February begins ends, where there is none, with the last of the month: free on 1 March. */
function addYears(day: string, years: number): string {
  const number = Number(day.slice(0, 4)) + years;
  const year = String(number).padStart(4, '0');
  const isLeap = number % 4 === 0 && (number % 100 !== 0 || number % 400 === 0);
  return year + (day.slice(4) === '-02-29' && !isLeap ? '-03-01' : day.slice(4));
}

/** Whether a tie between a record and an agent may be shown: who is party to a procedure is nobody else's business. */
export function isPublicRole(role: AgentRole): boolean {
  return role !== 'party';
}
