import type { Ability, DisseminatedRow } from './dissemination.ts';
import type { Level } from './level.ts';

/** One thing that a set, or a format, asks of what is harvested. */
export type HarvestCondition =
  | { by: 'kind'; kinds: readonly DisseminatedRow['kind'][] }
  | { by: 'fonds'; id: string }
  | { by: 'level'; level: Level }
  /** `ever`: also what once was, for those who have it to hear that it is no more. */
  | { by: 'ability'; ability: Ability; ever: boolean };

/** Where a page begins: past one of the list's things, in its order. Seconds since 1970. */
export interface HarvestPlace {
  stamp: number;
  id: string;
}

/** What a harvest asks for; days included, seconds since 1970. */
export interface HarvestSelection {
  conditions: readonly HarvestCondition[];
  /** By which stamp: a finding aid changes with all that is in it. */
  stampOf: 'item' | 'findingAid';
  from: number | null;
  until: number;
}
