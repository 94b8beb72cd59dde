import type { Action } from '#lib/procedures/cases/action.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { DocumentKind } from '#lib/store/procedures/case-view.ts';

/** A document that joins the fascicolo just before what is done. */
export interface Paper {
  kind: DocumentKind;
  flow: 'in' | 'out' | 'internal';
  /** Names no person. */
  title: string;
  paragraphs: readonly string[];
}

/** What somebody does next to a case, and when. */
export interface Move {
  at: Date;
  actor: Actor;
  paper: Paper | null;
  /** Kept of what is done once: see `CaseSoFar`. */
  once: string | null;
  /** Ways to do it, of which the first that the law lets happen is taken. @param record of the paper */
  actions(record: string | null): Action[];
}
