import type { Action } from '#lib/procedures/cases/action.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';

/** A case is passed to an office that there is: with any other nobody would see it again. Null where nothing is against it. */
export function unknownUnit(action: Action, units: ReadonlyMap<string, unknown>): Reason | null {
  if (action.kind !== 'passOn' || units.has(action.unit)) return null;
  return {
    code: 'unknownUnit',
    text: { it: 'Questo ufficio non esiste.', en: 'There is no such office.' },
    article: null,
    from: null,
  };
}
