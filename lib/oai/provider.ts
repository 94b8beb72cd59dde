import type { DisseminatingSite } from '#lib/records/harvest-views.ts';
import type { HarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import type { Format } from './format.ts';
import type { ReadAhead } from './read-ahead.ts';
import type { Tokens } from './token.ts';

/** What an answer is made from. */
export interface Provider {
  site: DisseminatingSite;
  store: HarvestStore;
  formats: readonly Format[];
  tokens: Tokens;
  ahead: ReadAhead;
  /** Seconds since 1970, of the machine. */
  now(): number;
  pages: PageSizes;
}

/** Things on a page. */
export interface PageSizes {
  records: number;
  headers: number;
  sets: number;
}

export const pageSizes: PageSizes = { records: 100, headers: 500, sets: 500 };

/** The moment an answer tells as its own, and up to which harvests see. */
export interface Moment {
  told: number;
  published: number;
}
