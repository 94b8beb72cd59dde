import { applicantsThread } from '../message-thread.ts';
import { reason } from '../reason.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

/** Until the fascicolo is closed; with those who filed together, with each third party alone. */
export const writeMessage: Doing<'writeMessage'> = {
  bars: (standing) => onlyWhile(standing, 'running', 'concluded'),
  done: ({ procedure }, { from, thread, party }) => {
    const { parties } = procedure.filing;
    const ofThread = parties.filter(({ agent, role }) =>
      thread === applicantsThread ? role !== 'counterparty' : role === 'counterparty' && agent === thread,
    );
    const isTheirs = from === 'office' || ofThread.some(({ agent }) => agent === party);
    return ofThread.length > 0 && isTheirs
      ? [{ kind: 'messageSent', from, thread, party }]
      : refuse(
          reason(
            'noSuchParty',
            'questa conversazione non è di una parte della pratica',
            'this conversation is of no party to the case',
          ),
        );
  },
};
