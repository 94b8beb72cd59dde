import type { Day } from '../day.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Text } from '../types/text.ts';
import { activityOf } from './activity-begun.ts';
import type { DecisionContext } from './decision.ts';
import { type AwaitedParty, partyAsked } from './party-awaited.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

/** A document that the type names. */
export interface NamedDocument {
  code: string;
  name: Text;
  formats: readonly string[];
}

/** What a party was asked for, and what has come of it. */
export interface DocumentsAsked {
  whom: AwaitedParty;
  what: Text;
  on: Day;
  /** The last day for it; null where there is none. */
  by: Day | null;
  /** Where the law says that it may be asked for. */
  article: string | null;
  /** What the office wrote. */
  words: string | null;
  documents: readonly NamedDocument[];
  answeredOn: Day | null;
}

/** What the activity at hand asks of a party, from all the events of the case; null where it asks nothing of any. */
export function documentsAsked(
  procedure: Procedure,
  context: Pick<DecisionContext, 'type' | 'catalogue' | 'calendar'>,
  events: readonly ProcedureEvent[],
): DocumentsAsked | null {
  const whom = partyAsked(procedure, context);
  if (whom === null || procedure.state !== 'running') return null;
  const { at } = procedure;
  const activity = activityOf(context, at.node);
  const begun = events.findLastIndex((event) => startedOf(event)?.n === at.n);
  const asking = events.slice(0, begun).findLast((event) => event.kind === 'activityDone');
  const asked = asking?.kind === 'activityDone' && asking.to === at.node ? asking : null;
  const answer = events.slice(begun).findLast((event) => event.kind === 'answerReceived');
  const { type } = context;
  const known: readonly NamedDocument[] = 'documents' in type ? type.documents : [];
  return {
    whom,
    what: activity?.actionRequired?.what ?? anything,
    on: at.startedOn,
    by: at.dueOn,
    article: stopArticleOf(procedure, at.startedOn) ?? normArticle(activity?.normSource),
    words: asked?.message ?? null,
    documents: known.filter(({ code }) => asked?.asked.includes(code)),
    answeredOn: answer?.kind === 'answerReceived' && at.state !== 'waiting' ? answer.on : null,
  };
}

const anything: Text = {
  it: 'Se vuoi, rispondi con parole e documenti',
  en: 'Answer, if you wish, with words and documents',
};

const startedOf = (event: ProcedureEvent) =>
  event.kind === 'activityStarted' || event.kind === 'reopened' || event.kind === 'filed' ? event.activity : null;

/** The article under which the term stands still since then, where it does. */
function stopArticleOf({ legal }: Procedure, on: Day): string | null {
  const stop = legal?.ledger.findLast(({ kind, from }) => kind !== 'extension' && from === on);
  return stop ? ledgerArticle(stop) : null;
}

/** Where the law says that a line of the ledger moves the term. */
export function ledgerArticle(entry: LedgerEntry): string {
  if (entry.kind === 'extension') return entry.article;
  if ('rule' in entry) return entry.rule.article;
  return entry.kind === 'art2c7' ? 'L. 241/1990 art. 2 c. 7' : 'L. 241/1990 art. 10-bis';
}

const normArticle = (source: { act: string; article?: string | undefined } | undefined): string | null =>
  source ? [source.act, source.article].filter(Boolean).join(' ') : null;
