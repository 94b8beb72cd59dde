import type { Day } from '../../day.ts';
import type { Procedure } from '../procedure.ts';
import { reason } from '../reason.ts';
import { retentionEnd, retentionOf, retentionStart } from '../retention-computed.ts';
import type { Standing } from '../standing.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

type Retained = Extract<Procedure, { state: 'closed' }>['retention'];

export const close: Doing<'close'> = {
  bars: (standing) => onlyWhile(standing, 'concluded'),
  done: (standing, { unregisteredDocuments, postponeRetention, setByHand }) => {
    if (unregisteredDocuments > 0) return refuse(unregistered(unregisteredDocuments));
    const computed = retained(standing, setByHand ?? null);
    if (computed) return [{ kind: 'closed', on: standing.day, retention: computed }];
    if (postponeRetention === undefined) return refuse(notComputable);
    return [{ kind: 'closed', on: standing.day, retention: { kind: 'postponed', reason: postponeRetention } }];
  },
};

function retained({ procedure, context, day }: Standing, byHand: Day | null): Retained | null {
  if (procedure.state === 'running') return null;
  const rule = retentionOf(context.type, procedure.outcome);
  if (!rule || rule.disposition === 'unknown') return null;
  if (rule.disposition === 'keep') return { kind: 'computed', rule, disposition: 'keep', on: null };
  const start = retentionStart(rule, procedure, day, byHand);
  if (start === null) return null;
  return { kind: 'computed', rule, disposition: 'discard', on: retentionEnd(start, rule.years) };
}

const unregistered = (count: number) =>
  reason(
    'unregisteredDocuments',
    count === 1
      ? 'un documento del fascicolo non è registrato'
      : `${count} documenti del fascicolo non sono registrati`,
    count === 1 ? 'one document of the file is not registered' : `${count} documents of the file are not registered`,
    'DPR 445/2000 artt. 53 e 64-65',
  );

const notComputable = reason(
  'retentionUnknown',
  'non si può calcolare per quanto tempo si conserva: indica il giorno da cui decorre, o rinvia con un motivo',
  'how long it is kept cannot be reckoned: give the day it runs from, or put it off with a reason',
  'DPR 445/2000 art. 68',
);
