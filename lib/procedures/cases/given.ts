import type { Findable } from './action.ts';
import type { Act } from './procedure.ts';

/** What a person brings to a step; `null` words and no act where time alone takes it. */
export interface Given {
  found: readonly Findable[];
  /** Positions in the checklist; null where nobody is there to tick them. */
  checked: readonly number[] | null;
  act: Act | null;
  message: string | null;
  /** Codes of the type's documents that the party is asked for. */
  asked: readonly string[];
  note: string | null;
}

export const nothingGiven: Given = { found: [], checked: null, act: null, message: null, asked: [], note: null };
