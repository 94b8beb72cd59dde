import type { Day } from '../day.ts';
import { parameterOn } from '../law.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Effect } from '../types/effects.ts';
import type { DecisionContext } from './decision.ts';
import type { Procedure } from './procedure.ts';

const stops = {
  'suspend:art2c7': 'art2c7',
  'suspend:art10bis': 'art10bis',
  'suspend:conferenza': 'conferenza',
  'interrupt:regularisation': 'regularisation',
  'interrupt:art19c3': 'art19c3',
} as const satisfies Partial<Record<Effect, string>>;
export type StopEffect = keyof typeof stops;

export const isStopEffect = (effect: Effect): effect is StopEffect => effect in stops;

/** SCIA: the act that orders to conform interrupts the control. */
export const art19c3 = 'L. 241/1990 art. 19 c. 3';
/** Access: the request with gaps. The article has not been read in force (see `schemas/procedures/README.md`). */
const regularisation = 'DPR 184/2006 art. 6 c. 5';
const conferenza = 'L. 241/1990 art. 14-bis c. 2';

/** The line of the ledger that an effect writes on a day. Its id follows from the history, so that a replay writes the same. */
export function stopEntry(
  effect: StopEffect,
  act: string | null,
  { procedure, day, law }: { procedure: Procedure; day: Day; law: DecisionContext['law'] },
): LedgerEntry {
  const entry = { id: `${stops[effect]}-${procedure.version + 1}`, act, from: day };
  const interrupts = (article: string): LedgerEntry => ({
    ...entry,
    kind: 'other',
    to: null,
    rule: { article, effect: 'interrupts', times: null, maxDays: null },
  });
  switch (effect) {
    case 'suspend:art2c7':
      return { ...entry, kind: 'art2c7', to: null };
    case 'suspend:art10bis':
      return { ...entry, kind: 'art10bis', receivedOn: null, observationsOn: null };
    case 'suspend:conferenza': {
      // Bodies for heritage, environment and health have the longer time: no conferenza takes more.
      const longest = parameterOn(law, 'conferenzaTutelaDays', day)?.value ?? null;
      return {
        ...entry,
        kind: 'conferenza',
        to: null,
        rule: { article: conferenza, effect: 'suspends', times: 1, maxDays: longest },
      };
    }
    case 'interrupt:regularisation':
      return interrupts(regularisation);
    case 'interrupt:art19c3':
      return interrupts(art19c3);
  }
}
