import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { CaseFacts } from './case-facts.ts';
import { partiesAs } from './delegations/acting.ts';
import type { CitizenSession } from './session.ts';

/**
 * What of a case's history its parties are told (L. 241/1990 art. 10 a; CAD art. 41 c. 2-quater): what has an effect for them. Who took it up,
 * to whom it was given, what the office noted for itself are its own affair.
 */
export const publicEvents = [
  'filed',
  'startCommunicated',
  'madeEffective',
  'clockMoved',
  'clockResumed',
  'noticeReceived',
  'actDelivered',
  'deliveryCorrected',
  'answerReceived',
  'activityStarted',
  'passedOn',
  'adopted',
  'paymentRequested',
  'paymentReceived',
  'refundDue',
  'concluded',
  'substituteAsked',
  'substituteStarted',
  'attestationAsked',
  'attestationIssued',
  'closed',
  'reopened',
  'deadlineReprojected',
] as const satisfies readonly ProcedureEvent['kind'][];

const told = new Set<string>(publicEvents);

/** Whether parties are told of such events. */
export const isPublicEvent = ({ kind }: Pick<ProcedureEvent, 'kind'>): boolean => told.has(kind);

/**
 * Which events of a case somebody is told of as its party: the public ones, what the office wrote to their side, and the messages of their own
 * conversation. What one party answered is not told to another: for that there is access to documents (L. 241/1990 art. 22).
 */
export function toldTo(
  session: CitizenSession,
  facts: Pick<CaseFacts, 'id' | 'type' | 'parties'>,
): (event: ProcedureEvent) => boolean {
  const { parties } = facts;
  const own = partiesAs(session, facts, 'read');
  const filed = own.some(({ role }) => role !== 'counterparty');
  const third = own.filter(({ role }) => role === 'counterparty').map(({ agent }) => agent);
  const ofTheirs = (party: string): boolean =>
    third.includes(party) || (filed && parties.some(({ agent, role }) => agent === party && role !== 'counterparty'));
  return (event) => {
    switch (event.kind) {
      case 'toNotify':
        if (event.message === null) return false;
        return event.whom === 'applicant' ? filed : event.whom === 'counterparties' && third.length > 0;
      case 'messageSent':
        return event.thread === applicantsThread ? filed : third.includes(event.thread);
      case 'answerReceived':
        return event.party === null ? filed : ofTheirs(event.party);
      default:
        return isPublicEvent(event);
    }
  };
}
