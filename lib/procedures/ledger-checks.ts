import type { Day } from './day.ts';
import type { Finding } from './findings.ts';
import type { Law } from './law.ts';
import type { Extension, Ledger, LedgerEntry, StopRule, Suspension } from './ledger.ts';
import { isRule, ruleOf } from './stop-rule.ts';

export type Candidate =
  { kind: 'stop'; stop: Suspension; rule: StopRule } | { kind: 'extension'; extension: Extension };

interface Bounds {
  startOn: Day;
  concludedOn: Day | null;
  law: Law;
}

/**
 * What an entry is worth taken by itself: its dates, its rule, and how often that rule has been used before it in the ledger. Whether
 * the term was still running is asked later, for that depends on the others.
 */
export function candidatesOf(ledger: Ledger, bounds: Bounds): { candidates: Candidate[]; findings: Finding[] } {
  const candidates: Candidate[] = [];
  const findings: Finding[] = [];
  const used = new Map<string, number>();
  for (const entry of ledger) {
    const fault = faultOf(entry, bounds);
    if (fault) {
      findings.push(fault);
    } else if (entry.kind === 'extension') {
      candidates.push({ kind: 'extension', extension: entry });
    } else {
      const judged = judge(entry, bounds.law, used);
      if ('code' in judged) findings.push(judged);
      else candidates.push(judged);
    }
  }
  return { candidates, findings };
}

function judge(stop: Suspension, law: Law, used: Map<string, number>): Candidate | Finding {
  const rule = ruleOf(stop, law);
  if (!isRule(rule)) return { code: 'noLawInForce', effect: 'refused', id: stop.id, key: rule.key, on: rule.on };
  const name = `${stop.kind} ${rule.article}`;
  const times = (used.get(name) ?? 0) + 1;
  used.set(name, times);
  if (rule.times !== null && times > rule.times)
    return { code: 'suspendedTooOften', effect: 'refused', id: stop.id, article: rule.article, times: rule.times };
  return { kind: 'stop', stop, rule };
}

function faultOf(entry: LedgerEntry, { startOn, concludedOn }: Bounds): Finding | null {
  const { id, from } = entry;
  const days = datesOf(entry);
  const back = days.findIndex((day, index) => index > 0 && day < (days[index - 1] ?? day));
  if (back > 0)
    return { code: 'wrongOrder', effect: 'refused', id, earlier: days[back - 1] ?? from, later: days[back] ?? from };
  if (from < startOn) return { code: 'beforeStart', effect: 'refused', id, startOn };
  if (concludedOn !== null && from > concludedOn)
    return { code: 'afterConclusion', effect: 'refused', id, concludedOn };
  return null;
}

/** The days of an entry in the order they must have happened in. */
export function datesOf(entry: LedgerEntry): Day[] {
  if (entry.kind === 'extension') return [entry.from];
  const rest = entry.kind === 'art10bis' ? [entry.receivedOn, entry.observationsOn] : [entry.to];
  return [entry.from, ...rest.filter((day) => day !== null)];
}
