import { at } from './evolve-state.ts';
import { received } from './evolve-clocks.ts';
import type { Notice, Receipt } from './notices.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

type Event<K extends ProcedureEvent['kind']> = Extract<ProcedureEvent, { kind: K }>;

/** What binds a term or a remedy must be communicated: it is kept until everybody has it, and afterwards, for it may be asked when. */
export function toCommunicate(procedure: Procedure, { about, whom, manner, day }: Event<'toNotify'>): Procedure {
  if (manner !== 'legal') return procedure;
  const last = procedure.legal?.ledger.at(-1);
  const hangs =
    last?.kind === 'art10bis' && last.from === day && last.receivedOn === null && last.observationsOn === null;
  const notice: Notice = {
    n: procedure.version + 1,
    about,
    whom,
    on: day,
    activity: procedure.activities + 1,
    entry: hangs && whom === 'applicant' ? last.id : null,
    receipts: [],
    effectiveOn: null,
  };
  return { ...procedure, notices: [...procedure.notices, notice] };
}

/** Somebody has it: what hangs on it moves. */
export const delivered = (procedure: Procedure, event: Event<'actDelivered'>): Procedure =>
  moved(
    withReceipts(procedure, event, (receipts) => [
      ...receipts,
      { delivery: event.delivery, covers: event.covers, on: event.on },
    ]),
    event,
  );

/** A person decided that what was noted was wrong: another day, or none. */
export const corrected = (procedure: Procedure, event: Event<'deliveryCorrected'>): Procedure =>
  moved(
    withReceipts(procedure, event, (receipts) =>
      receipts.flatMap((one) => {
        if (one.delivery !== event.delivery) return [one];
        return event.on === null ? [] : [{ ...one, on: event.on }];
      }),
    ),
    event,
  );

function withReceipts(
  procedure: Procedure,
  { notice: n, moves }: Pick<Event<'actDelivered'>, 'notice' | 'moves'>,
  change: (receipts: Receipt[]) => Receipt[],
): Procedure {
  const notices = procedure.notices.map((notice) =>
    notice.n === n ? { ...notice, receipts: change(notice.receipts), effectiveOn: moves.effectiveOn ?? null } : notice,
  );
  return { ...procedure, notices };
}

function moved(procedure: Procedure, { notice: n, moves }: Pick<Event<'actDelivered'>, 'notice' | 'moves'>): Procedure {
  const notice = procedure.notices.find((one) => one.n === n);
  const next = moves.term ? received(procedure, moves.term.entry, moves.term.receivedOn) : procedure;
  if (next.state !== 'running' || next.at.n !== notice?.activity || !moves.answer) return next;
  return at(next, { dueOn: moves.answer.dueOn, receivedOn: moves.answer.receivedOn });
}
