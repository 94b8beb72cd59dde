import type { CaseFacts } from '#lib/access/case-facts.ts';
import type { Organisation } from '#lib/access/organisation.ts';
import { mayAct } from '#lib/access/procedures.ts';
import type { Session } from '#lib/access/session.ts';
import type { ActionKind } from '#lib/procedures/cases/action.ts';
import type { Option, Reason } from '#lib/procedures/cases/decision.ts';

/** A button of the case: open, or greyed with why not. */
export interface CaseAction {
  option: Option;
  barred: Reason | null;
}

/** The next things to do, the ways on first, then what keeps and what is rare. */
export interface CaseActions {
  ways: CaseAction[];
  handling: CaseAction[];
  rare: CaseAction[];
}

const handling: readonly ActionKind[] = ['take', 'assign', 'passOn', 'noteReceipt', 'noteAnswer', 'writeNote', 'close'];

/** Only a citizen of the case, or another system, does these; documents, messages and what is delivered have forms of their own. */
const elsewhere: readonly ActionKind[] = ['addDocument', 'writeMessage', 'noteDelivery', 'correctDelivery'];

/**
 * What the law lets happen and who signs in may do. Who may is asked first: that somebody else must do a thing is the more useful reason.
 * Of what is rare only that is shown which the case could come to as it stands.
 */
export function caseActions(
  options: readonly Option[],
  { session, facts, organisation }: { session: Session; facts: CaseFacts; organisation: Organisation },
): CaseActions {
  const found = options
    .filter(({ action }) => !elsewhere.includes(action))
    .map((option): CaseAction => {
      const permission = mayAct(session, facts, option.action, organisation);
      return { option, barred: permission.allowed ? option.barred : permission.reason };
    });
  const isWay = ({ option }: CaseAction) => option.action === 'advance';
  const shown = found.filter((one) => isWay(one) || !isBeside(one));
  return {
    ways: openFirst(withoutTwins(shown.filter(isWay))),
    handling: shown.filter(({ option }) => handling.includes(option.action)),
    rare: shown.filter((one) => !isWay(one) && !handling.includes(one.option.action)),
  };
}

/** An end that can be reached in another way is not barred: the way that time will take is not shown beside it. */
const withoutTwins = (ways: readonly CaseAction[]): CaseAction[] =>
  ways.filter(
    ({ barred, option }) =>
      barred === null || !ways.some((other) => other.barred === null && other.option.to === option.to),
  );

const openFirst = (actions: readonly CaseAction[]): CaseAction[] => [
  ...actions.filter(({ barred }) => barred === null),
  ...actions.filter(({ barred }) => barred !== null),
];

/** Barred because the case is in another state of its life, or nothing of the kind is there: the button would only be in the way. */
const beside: ReadonlySet<string> = new Set([
  'stillRunning',
  'alreadyConcluded',
  'alreadyClosed',
  'noConsentBySilence',
  'noPreavviso',
  'timeOpensNothing',
  'noTerm',
]);
const isBeside = ({ option, barred }: CaseAction): boolean =>
  barred !== null && (beside.has(barred.code) || (option.barred !== null && beside.has(option.barred.code)));
