import { isDay, type Day } from '../day.ts';

/** A stamp on paper (contrassegno, DPR 642/1972 art. 3 c. 1 lett. a): the number by which it is told apart, and the day on which it was issued. */
export interface PaperStamp {
  serial: string;
  issuedOn: Day;
}

export type PaperStampProblem = 'serialWanted' | 'serialWrong' | 'issuedWanted' | 'issuedLater' | 'issuedBefore';

/** Stamps with a number have been sold since then (decree of the Agenzia delle Entrate of 5 May 2005). */
const firstSold = '2005-05-05';

/** Reads what somebody copied from a stamp; the number may be in groups. */
export function readPaperStamp(
  typed: { serial: string; issuedOn: string },
  today: Day,
): { stamp: PaperStamp } | { problems: PaperStampProblem[] } {
  const serial = typed.serial.replace(/[\s.-]/g, '');
  const { issuedOn } = typed;
  const problems: PaperStampProblem[] = [];
  if (serial === '') problems.push('serialWanted');
  else if (!/^\d{14}$/.test(serial)) problems.push('serialWrong');
  if (!isDay(issuedOn)) problems.push('issuedWanted');
  else if (issuedOn > today) problems.push('issuedLater');
  else if (issuedOn < firstSold) problems.push('issuedBefore');
  return problems.length > 0 ? { problems } : { stamp: { serial, issuedOn } };
}
