import { isPublicEvent } from '#lib/access/public-events.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import { before, type CaseReason } from './topics.ts';

export const partyRoles = ['applicant', 'representative', 'counterparty'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** What one step of a case is to somebody: one thing, the most telling. */
export interface News {
  reason: CaseReason;
  by: Day | null;
  served: boolean;
}

interface Told {
  whom: readonly PartyRole[];
  reason: CaseReason;
  by: Day | null;
}

const everybody = partyRoles;
const applicants: readonly PartyRole[] = ['applicant', 'representative'];
const counterparties: readonly PartyRole[] = ['counterparty'];

/**
 * What the events of one step are to each role: nobody is told several times of what happened at once. Only what parties may read is told (the
 * rule is `lib/access`'s), and what the type says that they be told of.
 */
export function newsOfStep(events: readonly ProcedureEvent[], catalogue: ActivityCatalogue): Map<PartyRole, News> {
  const news = new Map<PartyRole, News>();
  const served = new Set<PartyRole>(
    events.flatMap((event) => (event.kind === 'toNotify' && event.manner === 'legal' ? rolesOf(event.whom) : [])),
  );
  for (const { whom, reason, by } of events.flatMap((event) => toldOf(event, catalogue)))
    for (const role of whom) {
      const known = news.get(role);
      if (!known || before(reason, known.reason)) news.set(role, { reason, by, served: served.has(role) });
    }
  return news;
}

function toldOf(event: ProcedureEvent, catalogue: ActivityCatalogue): Told[] {
  if (event.kind === 'toNotify') {
    const whom = rolesOf(event.whom);
    return whom.length > 0 ? [{ whom, reason: 'told', by: null }] : [];
  }
  if (!isPublicEvent(event)) return [];
  if (event.kind === 'activityStarted' || event.kind === 'reopened') {
    const started = activityNews(event.activity, catalogue);
    return event.kind === 'reopened' ? [...started, { whom: everybody, reason: 'reopened', by: null }] : started;
  }
  const reason = reasonOf(event);
  return reason ? [{ whom: everybody, reason, by: dayOf(event) }] : [];
}

/** By what the type says of the activity: whose turn it is, and whether its beginning is told at all. */
function activityNews(
  { activity, dueOn }: Extract<ProcedureEvent, { kind: 'activityStarted' }>['activity'],
  catalogue: ActivityCatalogue,
): Told[] {
  const type = catalogue.get(activity);
  if (type?.actor === 'applicant') return [{ whom: applicants, reason: 'yourTurn', by: dueOn }];
  if (type?.actor === 'counterparty') return [{ whom: counterparties, reason: 'yourTurn', by: dueOn }];
  return type && type.notify !== 'none' ? [{ whom: everybody, reason: 'moved', by: null }] : [];
}

/** Null: nothing that needs telling by itself. */
function reasonOf(event: ProcedureEvent): CaseReason | null {
  switch (event.kind) {
    case 'filed':
      return 'registered';
    case 'startCommunicated':
      return event.by === 'separate' ? 'started' : null;
    case 'madeEffective':
      return 'effective';
    case 'clockMoved':
      return event.entry.kind === 'extension' ? 'termMoved' : 'termHeld';
    case 'clockResumed':
      return 'termResumed';
    case 'deadlineReprojected':
      return 'termMoved';
    case 'answerReceived':
      return 'answered';
    case 'passedOn':
      return 'passedOn';
    case 'paymentRequested':
      return 'payment';
    case 'refundDue':
      return 'refund';
    case 'concluded':
      return 'decided';
    case 'substituteStarted':
      return 'substitute';
    case 'attestationIssued':
      return 'attestation';
    case 'closed':
      return 'closed';
    default:
      return null;
  }
}

const dayOf = (event: ProcedureEvent): Day | null => (event.kind === 'deadlineReprojected' ? event.after : null);

function rolesOf(whom: Extract<ProcedureEvent, { kind: 'toNotify' }>['whom']): readonly PartyRole[] {
  if (whom === 'applicant') return applicants;
  return whom === 'counterparties' ? counterparties : [];
}

/** Days after which nobody is told any more that something happened: what a demonstration or a restored copy brings along is no news. */
export const freshDays = 7;

/** Of one step for one agent. */
export const stepKey = (procedure: string, firstEvent: number): string => `step:${procedure}:${firstEvent}`;
