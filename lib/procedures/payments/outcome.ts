/** What the platform says was paid, as its receipt has it. */
export interface Outcome {
  cents: number;
  at: Date;
  /** Id of the ricevuta telematica, or IUBD of a digital stamp. */
  receiptId: string;
  psp: string | null;
  /** Null where the receipt does not say it: a digital stamp is asked for by its notice number. */
  noticeNumber: string | null;
  creditor: string | null;
  /** SHA-256 in base64 of what a digital stamp belongs to. */
  documentHash: string | null;
}

/** What is wrong with an outcome: then nothing counts as paid, and somebody has to look. */
export type OutcomeProblem = 'otherAmount' | 'otherNotice' | 'otherCreditor' | 'otherDocument';

/** Compares what the platform says with what was asked. Null: it is that payment. */
export function outcomeProblem(
  asked: { cents: number; noticeNumber: string; creditor: string; documentHash: string | null },
  said: Outcome,
): OutcomeProblem | null {
  if (said.cents !== asked.cents) return 'otherAmount';
  if (said.noticeNumber !== null && said.noticeNumber !== asked.noticeNumber) return 'otherNotice';
  if (said.creditor !== null && said.creditor !== asked.creditor) return 'otherCreditor';
  return asked.documentHash !== null && said.documentHash !== asked.documentHash ? 'otherDocument' : null;
}

const minute = 60_000;

/** How long after a notice the platform is asked again: often while somebody is likely to be paying, then seldom. */
export function nextAsking(noticedAt: Date, now: Date): Date {
  const age = now.getTime() - noticedAt.getTime();
  const steps: [number, number][] = [
    [15 * minute, minute],
    [2 * 60 * minute, 5 * minute],
    [24 * 60 * minute, 30 * minute],
  ];
  const pause = steps.find(([until]) => age < until)?.[1] ?? 6 * 60 * minute;
  return new Date(now.getTime() + pause);
}

/** After the platform did not answer for the nth time. */
export const nextAttempt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(2 ** attempts, 60) * minute);
