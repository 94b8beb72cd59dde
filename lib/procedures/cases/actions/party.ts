import { dayWords } from '../../day-words.ts';
import type { Day } from '../../day.ts';
import type { LedgerEntry } from '../../ledger.ts';
import { preavvisoDiRigettoWindow } from '../../preavviso-di-rigetto.ts';
import type { Reason } from '../decision.ts';
import { reason } from '../reason.ts';
import { partyAwaited } from '../party-awaited.ts';
import { ledgerOf, type Standing } from '../standing.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

const art10bis = 'L. 241/1990 art. 10-bis';

export const noteReceipt: Doing<'noteReceipt'> = {
  bars: (standing) => {
    const running = onlyWhile(standing, 'running');
    if (running.length > 0) return running;
    if (!standing.preavviso)
      return [
        reason('noPreavviso', 'nessun preavviso di rigetto è stato mandato', 'no notice of refusal was sent', art10bis),
      ];
    if (standing.preavviso.entry.receivedOn === null) return [];
    const words = dayWords(standing.preavviso.entry.receivedOn);
    return [
      reason(
        'alreadyReceived',
        `la ricevuta è già annotata: ${words.it}`,
        `the receipt is noted already: ${words.en}`,
        art10bis,
      ),
    ];
  },
  done: ({ preavviso, context, day }, { on }) => {
    if (!preavviso) return [];
    const { id, from, observationsOn } = preavviso.entry;
    const order = dayBars(on, from, observationsOn ?? day);
    if (order.length > 0) return refuse(...order);
    const window = preavvisoDiRigettoWindow(on, context.law, context.calendar);
    if (window.kind === 'window') return [{ kind: 'noticeReceived', entry: id, on, until: window.until }];
    return refuse(
      reason(
        'noLawInForce',
        'la norma in vigore quel giorno non è nota',
        'the rule of that day is not known',
        art10bis,
      ),
    );
  },
};

export const noteAnswer: Doing<'noteAnswer'> = {
  bars: (standing) => onlyWhile(standing, 'running'),
  done: ({ procedure, context, day }, { on, document, note, party }) => {
    const entry = awaited(procedure);
    const earliest = entry?.kind === 'art10bis' ? (entry.receivedOn ?? entry.from) : entry?.from;
    const order = dayBars(on, earliest ?? procedure.filing.filedOn, day);
    if (order.length > 0) return refuse(...order);
    return [
      {
        kind: 'answerReceived',
        entry: entry?.id ?? null,
        on,
        document,
        note: note ?? null,
        awaited: partyAwaited(procedure, context) !== null,
        party: party ?? null,
      },
      // What was waited for came on that day, whenever an officer reads it: a suspension ends and an interrupted term begins anew.
      ...(entry && entry.kind !== 'art10bis' ? [{ kind: 'clockResumed' as const, entry: entry.id, on }] : []),
    ];
  },
};

/** What the party was last asked and has not answered. */
function awaited(procedure: Standing['procedure']): Exclude<LedgerEntry, { kind: 'extension' }> | undefined {
  const last = ledgerOf(procedure).findLast((entry) => entry.kind !== 'extension');
  if (!last) return undefined;
  const answeredOn = last.kind === 'art10bis' ? last.observationsOn : last.to;
  return answeredOn === null ? last : undefined;
}

function dayBars(on: Day, first: Day, last: Day): Reason[] {
  if (on >= first && on <= last) return [];
  const [from, until] = [dayWords(first), dayWords(last)];
  return [
    reason(
      'wrongDay',
      `il giorno deve stare fra il ${from.it} e il ${until.it}`,
      `the day must lie between ${from.en} and ${until.en}`,
    ),
  ];
}
