import type { Level } from './level.ts';

/** What decides in which formats a thing can be given: bits of `disseminated.able`, as its indices name them. */
export const abilities = {
  /** A root: finding aids are given whole. */
  findingAid: 1,
  /** From fonds to subseries: what SAN takes of records. */
  upperLevel: 2,
  /** Anybody sees its images. */
  digital: 4,
  /** Its images bear a rights URI, or, of a root, those of a unit below it do. */
  europeana: 8,
  /** An agent that created something that is shown. */
  creator: 16,
  /** A unit whose images are shown as a manifest. */
  images: 32,
} as const;

export type Ability = keyof typeof abilities;

/** What a harvest sees of a thing before it reads it. */
export interface DisseminatedRow {
  id: string;
  kind: 'record' | 'agent' | 'institution';
  /** Seconds since 1970; of the list's own order. */
  stamp: number;
  deleted: boolean;
  rootId: string | null;
  level: Level | null;
  able: number;
}

export const isAble = (row: Pick<DisseminatedRow, 'able'>, ability: Ability): boolean =>
  (row.able & abilities[ability]) !== 0;
