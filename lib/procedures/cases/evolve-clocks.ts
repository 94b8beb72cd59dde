import type { Clock } from '../clock.ts';
import type { Day } from '../day.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

type Started = Extract<ProcedureEvent, { kind: 'clockStarted' }>;

export const started = (procedure: Procedure, { legal, service }: Started): Procedure => ({
  ...procedure,
  legal,
  service,
});

/** What holds the term of law holds the promise and the substitute's term too; what prolongs it does not. */
export function moved(procedure: Procedure, entry: LedgerEntry): Procedure {
  const add = (clock: Clock): Clock => ({ ...clock, ledger: [...clock.ledger, entry] });
  if (entry.kind === 'extension') return { ...procedure, legal: procedure.legal && add(procedure.legal) };
  return everyClock(procedure, add);
}

export const resumed = (procedure: Procedure, id: string, on: Day): Procedure =>
  everyClock(procedure, (clock) =>
    changedEntry(clock, id, (entry) =>
      entry.kind === 'art10bis' || entry.kind === 'extension' ? entry : { ...entry, to: on },
    ),
  );

export const received = (procedure: Procedure, id: string, on: Day | null): Procedure =>
  everyClock(procedure, (clock) =>
    changedEntry(clock, id, (entry) => (entry.kind === 'art10bis' ? { ...entry, receivedOn: on } : entry)),
  );

/** Observations of art. 10-bis; additions close their line by an event of its own. */
export const answered = (procedure: Procedure, id: string | null, on: Day): Procedure =>
  id === null
    ? procedure
    : everyClock(procedure, (clock) =>
        changedEntry(clock, id, (entry) =>
          entry.kind === 'art10bis' && entry.observationsOn === null ? { ...entry, observationsOn: on } : entry,
        ),
      );

/** Only the first end counts: what is decided later, after a reopening, was no longer under that term. */
export const stopped = (procedure: Procedure, on: Day): Procedure =>
  everyClock(procedure, (clock) => ({ ...clock, concludedOn: clock.concludedOn ?? on }));

function everyClock(procedure: Procedure, change: (clock: Clock) => Clock): Procedure {
  const { legal, service, substitute } = procedure;
  return {
    ...procedure,
    legal: legal && change(legal),
    service: service && change(service),
    substitute: substitute.state === 'active' ? { ...substitute, clock: change(substitute.clock) } : substitute,
  };
}

const changedEntry = (clock: Clock, id: string, change: (entry: LedgerEntry) => LedgerEntry): Clock => ({
  ...clock,
  ledger: clock.ledger.map((entry) => (entry.id === id ? change(entry) : entry)),
});
