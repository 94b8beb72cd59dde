import { type Clock, type ClockContext, readClock } from './clock.ts';
import type { Finding } from './findings.ts';
import type { LedgerEntry } from './ledger.ts';

/** What the law says to a stop or an extension before it is recorded: it may be written when nothing here is `refused`. */
export function checkEntry(clock: Clock, entry: LedgerEntry, context: ClockContext): Finding[] {
  const { findings } = readClock({ ...clock, ledger: [...clock.ledger, entry] }, context);
  return findings.filter((finding) => 'id' in finding && finding.id === entry.id);
}
