import type { Level } from '#lib/records/level.ts';

/** Whether SAN takes descriptions of a level: complessi archivistici, down to the sottoserie. */
export const isAggregation = (level: Level): boolean => /^(fonds|subfonds|series|subseries)$/.test(level);
