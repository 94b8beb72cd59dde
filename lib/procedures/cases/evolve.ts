import { laterOf } from '../day.ts';
import { answered, moved, received, resumed, started, stopped } from './evolve-clocks.ts';
import { corrected, delivered, toCommunicate } from './evolve-notices.ts';
import { adopted, at, concluded, closed, filed, reopened } from './evolve-state.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

/**
 * One event more. A procedure is the fold of its events from nothing: no law, calendar or type is asked, so that what happened stays
 * what it was under the rules of its day.
 */
export function evolve(procedure: Procedure | null, event: ProcedureEvent): Procedure {
  if (procedure === null) {
    if (event.kind !== 'filed') throw new Error(`a procedure begins with its filing, not with "${event.kind}"`);
    return filed(event);
  }
  const next = changed(procedure, event);
  return { ...next, version: procedure.version + 1, lastOn: laterOf(procedure.lastOn, event.day) };
}

function changed(procedure: Procedure, event: ProcedureEvent): Procedure {
  switch (event.kind) {
    case 'filed':
      throw new Error(`${procedure.id} is filed already`);
    case 'startCommunicated':
      return { ...procedure, startCommunicatedOn: event.day };
    case 'madeEffective':
      return { ...procedure, effectiveOn: event.on };
    case 'clockStarted':
      return started(procedure, event);
    case 'clockMoved':
      return moved(procedure, event.entry);
    case 'clockResumed':
      return resumed(procedure, event.entry, event.on);
    case 'clockStopped':
      return stopped(procedure, event.on);
    case 'noticeReceived':
      return at(received(procedure, event.entry, event.on), { dueOn: event.until });
    case 'answerReceived':
      return event.awaited
        ? at(answered(procedure, event.entry, event.on), 'answered')
        : answered(procedure, event.entry, event.on);
    case 'activityStarted':
      return at({ ...procedure, activities: event.activity.n }, event.activity);
    case 'activityTaken':
      return at({ ...procedure, assignee: event.by }, 'taken');
    case 'assigned':
      return at({ ...procedure, assignee: event.to }, 'handed');
    case 'passedOn':
      return at({ ...procedure, unit: event.to, assignee: null }, 'handed');
    case 'activityDone':
      return silenceFound(procedure, event.found);
    case 'adopted':
      return adopted(procedure, event);
    case 'referenceAdded':
      return withReference(procedure, { scheme: event.scheme, value: event.value });
    case 'concluded':
      return concluded(procedure, event);
    case 'substituteAsked':
      return { ...procedure, substitute: { state: 'requested', on: event.on } };
    case 'substituteStarted':
      return { ...procedure, substitute: { state: 'active', clock: event.clock } };
    case 'attestationAsked':
      return {
        ...procedure,
        attestation: { state: 'requested', on: event.on, selfDeclarationFrom: event.selfDeclarationFrom },
      };
    case 'attestationIssued':
      return { ...procedure, attestation: { state: 'issued', on: event.on } };
    case 'closed':
      return closed(procedure, event);
    case 'reopened':
      return reopened(procedure, event);
    case 'toNotify':
      return toCommunicate(procedure, event);
    case 'actDelivered':
      return delivered(procedure, event);
    case 'deliveryCorrected':
      return corrected(procedure, event);
    case 'documentAdded':
    case 'noteWritten':
    case 'messageSent':
    case 'paymentRequested':
    case 'paymentReceived':
    case 'refundDue':
    case 'toPublish':
    case 'deadlineReprojected':
      return procedure;
  }
}

function silenceFound(procedure: Procedure, found: readonly string[]): Procedure {
  if (found.includes('silenceApplies')) return { ...procedure, silence: 'applies' };
  if (found.includes('silenceExcluded')) return { ...procedure, silence: 'excluded' };
  return procedure;
}

function withReference(procedure: Procedure, reference: Procedure['filing']['externalReferences'][number]): Procedure {
  const { filing } = procedure;
  return { ...procedure, filing: { ...filing, externalReferences: [...filing.externalReferences, reference] } };
}
