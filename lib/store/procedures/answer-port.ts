import type { Reach } from '#lib/access/reach.ts';
import type { Refusal } from '#lib/procedures/cases/decision.ts';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { NotAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { Actor } from './actor.ts';
import type { DocumentLine } from './case-view.ts';
import type { GivenFile, Idempotency, KeyReused } from './procedure-writing.ts';

/** A document that comes with an answer. */
export type AnswerDocument = GivenFile & {
  /** Which of the type's documents it is. */
  code: string | null;
  /** Names no person. */
  title: string;
};

/** What a party sends when the office has asked for something. */
export interface AnswerRequest {
  id: string;
  reach: Reach;
  /** Who sends it; at the front office whoever took what was brought. */
  actor: Extract<Actor, { kind: 'citizen' | 'officer' }>;
  sender: { name: string };
  /** Whose answer it is: the same, or whom they represent. */
  party: { agent: string; name: string };
  /** For the letter: of the case, and what had been asked. */
  about: { title: string; number: number; year: number; asked: string };
  words: string | null;
  documents: readonly AnswerDocument[];
  idempotency: Idempotency;
}

export type AnswerResult =
  | { kind: 'answered'; record: string; registration: Registration; replayed: boolean }
  | NotAdmitted
  | Refusal
  | KeyReused
  /** More than `mostAnswers` in the last hour. */
  | { kind: 'tooMany' }
  /** No such case within reach. */
  | { kind: 'unknown' };

/** Answers that the parties of a case may send in an hour: each takes a number of the protocollo, and room for its documents. */
export const mostAnswers = 20;

/** An answer that was sent: the letter, what came with it, who sent it and for whom. */
export interface SentAnswer {
  letter: DocumentLine;
  documents: DocumentLine[];
  /** As events name who did something. */
  sentBy: string;
  party: string | null;
  words: string | null;
  /** Whether a term that stood still runs again from its day. */
  resumed: boolean;
}
