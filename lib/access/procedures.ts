import type { Action, ActionKind } from '#lib/procedures/cases/action.ts';
import { actionRules, turnRules } from './action-rules.ts';
import { capacitiesOf, capacityWords, isOwnCase, type Capacity } from './capacities.ts';
import { reachFacts, type CaseFacts } from './case-facts.ts';
import type { Organisation } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import { reachOf } from './reach-of.ts';
import { reaches } from './reach.ts';
import type { CitizenSession, Session, StaffSession } from './session.ts';

/** Whether somebody sees a case at all; to who does not, it does not exist. */
export function maySee(session: Session, facts: CaseFacts, organisation: Organisation): Permission {
  if (reaches(reachOf(session, organisation), reachFacts(facts))) return allowed;
  return denied(
    'outsideReach',
    'La pratica non è fra quelle che puoi vedere.',
    'The case is not among those you can see.',
  );
}

/**
 * Whether somebody may do a thing to a case. Whether the law lets it happen now is `decide`'s to say.
 * @param action as it is to be done, or only its kind, for the buttons of a page
 */
export function mayAct(
  session: Session,
  facts: CaseFacts,
  action: Action | ActionKind,
  organisation: Organisation,
): Permission {
  const seen = maySee(session, facts, organisation);
  if (!seen.allowed) return seen;
  if (isOwnCase(session, facts)) return ownCase;
  const kind = typeof action === 'string' ? action : action.kind;
  const rule = actionRules[kind];
  const { who, article } =
    rule.who === 'turn' ? (facts.turn ? turnRules[facts.turn] : nobodysTurn) : { who: rule.who, article: rule.article };
  const held = capacitiesOf(session, facts, organisation, 'file');
  const counting = who.filter((capacity) => held.has(capacity));
  if (counting.length === 0 && session.kind === 'citizen' && onlyReads(session, facts, who, organisation))
    return readsOnly;
  if (counting.length === 0) return who.length === 0 ? nothingRuns : othersDo(who, article);
  if (rule.respectsAssignee && isColleagues(session, facts, counting)) return colleagueHasIt;
  return typeof action === 'string' ? allowed : mayNameThose(session, action);
}

/** A delegate who would have to be one that acts. */
function onlyReads(
  session: CitizenSession,
  facts: CaseFacts,
  who: readonly Capacity[],
  organisation: Organisation,
): boolean {
  const held = capacitiesOf(session, facts, organisation, 'read');
  return who.some((capacity) => held.has(capacity));
}

const nobodysTurn = { who: [] as readonly Capacity[], article: null };

/** Responsible and manager dispose of what officers have; whoever signs does not depend on who prepared the measure. */
const isColleagues = (session: Session, { assignee }: CaseFacts, counting: readonly Capacity[]): boolean =>
  session.kind === 'staff' &&
  assignee !== null &&
  assignee !== session.member &&
  counting.every((capacity) => ['officer', 'archivist', 'frontOffice'].includes(capacity));

/** Nobody takes a case in a colleague's name. */
function mayNameThose(session: Session, action: Action): Permission {
  if (action.kind !== 'take' || (session.kind === 'staff' && action.by === session.member)) return allowed;
  return denied(
    'takesForAnother',
    'Si prende in carico solo a nome proprio: per un collega, assegna.',
    'You can take a case only for yourself: for a colleague, assign it.',
  );
}

/** Whether a case may be given to a member of the staff: one who could go on with it, and whose own it is not. */
export function mayReceive(member: StaffSession, facts: CaseFacts, organisation: Organisation): Permission {
  if (isOwnCase(member, facts)) return ownCase;
  const held = capacitiesOf(member, facts, organisation);
  const who = ['officer', 'archivist', 'responsible'] as const;
  return who.some((capacity) => held.has(capacity)) ? allowed : othersDo(who, null);
}

const readsOnly = denied(
  'readsOnly',
  'La delega che hai per questa pratica è di sola lettura.',
  'The delegation that you have for this case lets you read only.',
);

const ownCase = denied(
  'ownCase',
  'Sei parte di questa pratica: la tratta un’altra persona dell’ufficio.',
  'You are a party to this case: somebody else of the office handles it.',
  'L. 241/1990 art. 6-bis',
);

const colleagueHasIt = denied(
  'colleagueHasIt',
  'La pratica è di un’altra persona dell’ufficio: chi è responsabile può riassegnarla.',
  'A colleague has the case: the person responsible can assign it anew.',
);

const nothingRuns = denied('nothingRuns', 'Nessuna attività è in corso.', 'No activity is running.');

/** Names those who may. */
export const othersDo = (who: readonly Capacity[], article: string | null): Permission =>
  denied(
    'othersDo',
    `Spetta a: ${who.map((capacity) => capacityWords[capacity].it).join('; ')}.`,
    `This is for: ${who.map((capacity) => capacityWords[capacity].en).join('; ')}.`,
    article,
  );
