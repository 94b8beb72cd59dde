import { z } from 'zod';

/** Levels of description of ISAD(G) 3.1.4; anything else is `other` and carries its own label. */
export const levels = ['fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'other'] as const;

export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

/** How high a level stands in the tree: 0 for a fonds. `other` stands between series and file. */
export const levelHeight: Record<Level, number> = {
  fonds: 0,
  subfonds: 1,
  series: 2,
  subseries: 3,
  other: 4,
  file: 5,
  item: 6,
};
