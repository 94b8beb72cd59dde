import type { DisseminatingSite } from '#lib/records/harvest-views.ts';
import type { HarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import type { Format } from './formats.ts';
import type { Tokens } from './token.ts';

/** What an answer is made from. */
export interface Provider {
  site: DisseminatingSite;
  store: HarvestStore;
  formats: readonly Format[];
  tokens: Tokens;
  /** Seconds since 1970, of the machine. */
  now(): number;
}

/** The moment an answer tells as its own, and up to which harvests see. */
export interface Moment {
  told: number;
  published: number;
}
