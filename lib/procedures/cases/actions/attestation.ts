import { selfDeclarationFrom } from '../../silenzio.ts';
import type { Reason } from '../decision.ts';
import { reason } from '../reason.ts';
import type { Standing } from '../standing.ts';
import { type Doing, onlyWhile } from './doing.ts';

const article = 'L. 241/1990 art. 20 c. 2-bis';

export const askAttestation: Doing<'askAttestation'> = {
  bars: (standing) => [
    ...consentBars(standing),
    ...(standing.procedure.attestation.state === 'none'
      ? []
      : [reason('alreadyAsked', 'è già stata chiesta', 'it has been asked for already', article)]),
  ],
  done: ({ context, day }) => {
    const from = selfDeclarationFrom(day, context.law, context.calendar);
    return [{ kind: 'attestationAsked', on: day, selfDeclarationFrom: typeof from === 'string' ? from : null }];
  },
};

export const issueAttestation: Doing<'issueAttestation'> = {
  bars: (standing) => [
    ...consentBars(standing),
    ...(standing.procedure.attestation.state === 'issued'
      ? [reason('alreadyIssued', 'è già stata rilasciata', 'it has been issued already', article)]
      : []),
  ],
  done: ({ day }, { act }) => [{ kind: 'attestationIssued', on: day, act }],
};

/** Only where consent has formed by silence. */
function consentBars(standing: Standing): Reason[] {
  const { procedure } = standing;
  if (procedure.state === 'running') return onlyWhile(standing, 'concluded', 'closed');
  return procedure.outcome === 'silenzioAssenso'
    ? []
    : [
        reason(
          'noConsentBySilence',
          'la pratica non si è conclusa per silenzio assenso',
          'the case did not end by silent consent',
          article,
        ),
      ];
}
