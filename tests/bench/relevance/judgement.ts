/** How a judged query is written down; README.md has the guidelines. */

export const grades = [3, 2, 1] as const;
export type Grade = (typeof grades)[number];

/** A record by what stays when ids are minted anew: its fonds, its code and title or, where it has no code, its title and its parent's. */
export interface Named {
  kind: 'record';
  fonds: string;
  code: string | null;
  title: string;
  /** Title of the parent; null: the fonds itself; undefined: the code says enough. */
  parent?: string | null;
}

/** Many records that are equally relevant. */
export type Rule =
  { kind: 'below'; record: Named; title: RegExp | null } | { kind: 'subject' | 'place'; label: string };

export type Meant = Named | Rule;

export const queryKinds = [
  'word',
  'name',
  'phrase',
  'code',
  'former code',
  'fonds',
  'place',
  'office',
  'inflection',
  'accent or elision',
  'dated',
  'question',
  'operator',
  'creator',
] as const;

export interface JudgedQuery {
  query: string;
  kind: (typeof queryKinds)[number];
  reader: 'scholar' | 'genealogist' | 'local historian' | 'architect' | 'student';
  judged: Partial<Record<Grade, readonly Meant[]>>;
}

/** All units below, or those among them whose titles are like this. */
export const below = (record: Named, title: RegExp | null = null): Rule => ({ kind: 'below', record, title });
export const subject = (label: string): Rule => ({ kind: 'subject', label });
export const place = (label: string): Rule => ({ kind: 'place', label });
