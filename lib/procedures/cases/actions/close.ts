import type { Day } from '../../day.ts';
import type { Procedure } from '../procedure.ts';
import { reason } from '../reason.ts';
import { keepingOf, keptFileOf, retentionOf } from '../retention-computed.ts';
import type { RetentionFacts } from '../retention-facts.ts';
import { retentionWanting } from '../retention-wanting.ts';
import type { Standing } from '../standing.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

type Retained = Extract<Procedure, { state: 'closed' }>['retention'];

export const close: Doing<'close'> = {
  bars: (standing) => onlyWhile(standing, 'concluded'),
  done: (standing, { unregisteredDocuments, postponeRetention, setByHand, facts }) => {
    if (unregisteredDocuments > 0) return refuse(unregistered(unregisteredDocuments));
    const computed = retained(standing, setByHand ?? null, facts ?? {});
    if (computed.kind === 'computed') return [{ kind: 'closed', on: standing.day, retention: computed }];
    if (postponeRetention === undefined) return refuse(retentionWanting(computed.what));
    return [{ kind: 'closed', on: standing.day, retention: { kind: 'postponed', reason: postponeRetention } }];
  },
};

type Found = Extract<Retained, { kind: 'computed' }> | Extract<ReturnType<typeof keepingOf>, { kind: 'wanting' }>;

function retained({ procedure, context, day }: Standing, byHand: Day | null, facts: RetentionFacts): Found {
  if (procedure.state === 'running') return { kind: 'wanting', what: 'caseClosed' };
  const rule = retentionOf(context.type, procedure.outcome);
  const file = keptFileOf(procedure, day, facts);
  const keeping = keepingOf(rule, file, byHand);
  if (keeping.kind === 'wanting') return keeping;
  // A rule there is, for without one nothing is computed.
  if (!rule) return { kind: 'wanting', what: 'rule' };
  if (keeping.kind === 'keep') return { kind: 'computed', rule, disposition: 'keep', on: null };
  return {
    kind: 'computed',
    rule,
    disposition: 'discard',
    on: keeping.on,
    from: keeping.from,
    byHand: keepingOf(rule, file, null).kind === 'wanting',
  };
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
