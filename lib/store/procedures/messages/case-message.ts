import type { Reach } from '#lib/access/reach.ts';
import type { Actor } from '../actor.ts';
import type { Idempotency } from '../procedure-writing.ts';

/** Characters of one message, as the table has it. */
export const longestMessage = 4000;

/** Messages that one person may write in an hour: nobody who has something to say comes near, who floods an office does. */
export const mostMessages = { citizen: 30, officer: 300 } as const;

/** A message as who may read it reads it. */
export interface CaseMessage {
  /** Number of the event that it is of. */
  n: number;
  thread: string;
  fromOffice: boolean;
  writtenBy: string;
  /** In whose name, where a party or who represents it wrote. */
  party: string | null;
  text: string;
  at: string;
}

/** Who reads or writes in a thread, as the rule of the table knows them: a party by its own id, also where another acts for it. */
export type ThreadActor = Extract<Actor, { kind: 'officer' | 'citizen' }>;

export interface WriteMessage {
  id: string;
  reach: Reach;
  /** Who writes. */
  actor: ThreadActor;
  /** In whose name; null for the office. */
  party: string | null;
  thread: string;
  text: string;
  idempotency: Idempotency;
}

export type WriteMessageResult =
  | { kind: 'written'; n: number; replayed: boolean }
  | { kind: 'refused'; reasons: readonly { text: { it: string; en: string } }[] }
  /** More than one person may write in an hour. */
  | { kind: 'tooMany' }
  | { kind: 'keyReused' }
  | { kind: 'unknown' };

/** The last message of a case, for the list of conversations. */
export interface ConversationLine {
  procedure: string;
  title: string;
  type: { code: string; version: number };
  last: Pick<CaseMessage, 'text' | 'at' | 'fromOffice'>;
  isNew: boolean;
}

export interface ConversationPage {
  lines: ConversationLine[];
  next: string | null;
}

/** A case in which a message waits for the office. */
export interface UnreadCase {
  procedure: string;
  title: string;
  applicant: string | null;
  unit: string;
  assignee: string | null;
  since: string;
}
