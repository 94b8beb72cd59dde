import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';

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

/** Whether a party is told of an event. */
export const isPublicEvent = ({ kind }: Pick<ProcedureEvent, 'kind'>): boolean => told.has(kind);
