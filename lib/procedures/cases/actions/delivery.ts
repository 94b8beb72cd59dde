import type { Day } from '../../day.ts';
import { dayWords } from '../../day-words.ts';
import type { Reason } from '../decision.ts';
import { type Notice, receivedByAll } from '../notices.ts';
import { reason } from '../reason.ts';
import { receiptMoves } from '../receipt-moves.ts';
import { ledgerOf, type Standing } from '../standing.ts';
import { type Doing, refuse } from './doing.ts';

/** A receipt counts whatever has become of the case meanwhile: a decision is received after it was taken. */
export const noteDelivery: Doing<'noteDelivery'> = {
  bars: noticeBars,
  done: (standing, { kind: _kind, overrules, ...said }) => {
    const notice = noticeOf(standing, said.notice);
    if (!notice) return refuse(noSuchNotice);
    const known = notice.receipts.find(({ delivery }) => delivery === said.delivery);
    if (known) return refuse(known.on === said.on ? alreadyReceived(known.on) : receivedOtherwise(known.on));
    const bars = dayBars(standing, notice, said.on);
    if (bars.length > 0) return refuse(...bars);
    const { delivery, covers, on } = said;
    const next = { ...notice, receipts: [...notice.receipts, { delivery, covers, on }] };
    // Another way that proves to have been there first moves what hangs on it: for a person to decide.
    const { parties } = standing.procedure.filing;
    const before = receivedByAll(parties, notice);
    if (before !== null && receivedByAll(parties, next) !== before && !overrules)
      return refuse(receivedOtherwise(before));
    const moves = receiptMoves(standing, next);
    if (!moves) return refuse(noLaw);
    const byHand = notedByHand(standing, notice);
    const moved = moves.term?.receivedOn ?? null;
    if (byHand !== null && moved !== null && byHand !== moved && !overrules) return refuse(receivedOtherwise(byHand));
    // What an officer noted stands while another of the parties is still without.
    const term = moves.term && byHand !== null && moved === null ? null : moves.term;
    return [{ kind: 'actDelivered', ...said, moves: { ...moves, term } }];
  },
};

/** Only by a person, with the reason; what had been noted stays in the history. */
export const correctDelivery: Doing<'correctDelivery'> = {
  bars: noticeBars,
  done: (standing, { kind: _kind, ...said }) => {
    const notice = noticeOf(standing, said.notice);
    const known = notice?.receipts.find(({ delivery }) => delivery === said.delivery);
    if (!notice || !known) return refuse(noSuchNotice);
    if (known.on === said.on) return refuse(alreadyReceived(known.on));
    const { on } = said;
    const bars = on === null ? [] : dayBars(standing, notice, on);
    if (bars.length > 0) return refuse(...bars);
    const receipts = notice.receipts.flatMap((one) => {
      if (one !== known) return [one];
      return on === null ? [] : [{ ...one, on }];
    });
    const moves = receiptMoves(standing, { ...notice, receipts });
    return moves ? [{ kind: 'deliveryCorrected', ...said, was: known.on, moves }] : refuse(noLaw);
  },
};

function noticeBars({ procedure }: Standing): Reason[] {
  return procedure.notices.length > 0 ? [] : [noSuchNotice];
}

const noticeOf = ({ procedure }: Standing, n: number): Notice | undefined =>
  procedure.notices.find((notice) => notice.n === n);

const entryOf = ({ procedure }: Standing, { entry }: Notice) =>
  ledgerOf(procedure).find((one) => one.kind === 'art10bis' && one.id === entry);

/** The day that an officer noted for the party's receipt, of no delivery. */
function notedByHand(standing: Standing, notice: Notice): Day | null {
  const entry = entryOf(standing, notice);
  return entry?.kind === 'art10bis' && notice.receipts.length === 0 ? entry.receivedOn : null;
}

/** Nobody has an act before it was made, nor after they answered it, nor tomorrow. */
function dayBars(standing: Standing, notice: Notice, on: Day): Reason[] {
  const entry = entryOf(standing, notice);
  const answered = entry?.kind === 'art10bis' ? entry.observationsOn : null;
  const last = answered ?? standing.day;
  if (on >= notice.on && on <= last) return [];
  const [from, until] = [dayWords(notice.on), dayWords(last)];
  return [
    reason(
      'wrongDay',
      `il giorno della ricezione deve stare fra il ${from.it} (l’atto) e il ${until.it} (${answered ? 'la risposta' : 'oggi'})`,
      `the day of receipt must lie between ${from.en} (the act) and ${until.en} (${answered ? 'the answer' : 'today'})`,
    ),
  ];
}

const noSuchNotice = reason(
  'noSuchNotice',
  'questa pratica non ha un atto da comunicare come quello indicato',
  'this case has no such act to be communicated',
);
const noLaw = reason(
  'noLawInForce',
  'la norma in vigore quel giorno non è nota',
  'the rule of that day is not known',
  'L. 241/1990 art. 10-bis',
);

function alreadyReceived(on: Day): Reason {
  const words = dayWords(on);
  return reason(
    'alreadyReceived',
    `la ricezione è già annotata: ${words.it}`,
    `the receipt is noted already: ${words.en}`,
  );
}

function receivedOtherwise(on: Day): Reason {
  const words = dayWords(on);
  return reason(
    'receivedOtherwise',
    `la ricezione è annotata in un altro giorno: ${words.it}`,
    `the receipt is noted on another day: ${words.en}`,
  );
}
