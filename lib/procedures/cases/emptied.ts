import type { ProcedureEvent } from './procedure-event.ts';

/** What stands where something was said of persons. */
export const emptiedWord = '(scartato)';

const gone = (words: string | null): string | null => (words === null ? null : emptiedWord);

/**
 * An event of a fascicolo that is destroyed with a permit: what happened and when stays, what it says of persons goes. Folding emptied events
 * gives the emptied procedure.
 */
export function emptied(event: ProcedureEvent): ProcedureEvent {
  switch (event.kind) {
    case 'filed':
      return { ...event, filing: { ...event.filing, parties: [], answers: {}, externalReferences: [] } };
    case 'activityDone':
      return { ...event, message: gone(event.message), note: gone(event.note) };
    case 'answerReceived':
      return { ...event, note: gone(event.note), party: null };
    case 'messageSent':
      return { ...event, thread: emptiedWord, party: null };
    case 'assigned':
    case 'substituteAsked':
      return { ...event, note: gone(event.note) };
    case 'toNotify':
      return { ...event, message: gone(event.message) };
    case 'actDelivered':
      return { ...event, covers: [] };
    case 'deliveryCorrected':
      return { ...event, reason: emptiedWord };
    case 'noteWritten':
      return { ...event, text: emptiedWord };
    case 'passedOn':
      return { ...event, reason: emptiedWord };
    case 'referenceAdded':
      return { ...event, value: emptiedWord };
    default:
      return event;
  }
}
