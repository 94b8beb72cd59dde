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

/** `9999-12-31`, the last day there is, stays. */
function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  return next.length > 24 ? day : next.slice(0, 10);
}

function addYears(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  return year + day.slice(4);
}

/** Whether a tie between a record and an agent may be shown: who is party to a procedure is nobody else's business. */
export function isPublicRole(role: AgentRole): boolean {
  return role !== 'party';
}
