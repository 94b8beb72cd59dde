import type { ImageRequest } from './image-request.ts';
import type { Size } from './region.ts';
import type { Limits } from './size.ts';

/** How many times smaller than its own pixels an image is that has so many a side at most; 1 where it is no larger. */
export const reductionTo = ({ width, height }: Size, side: number): number =>
  Math.max(1, Math.max(width, height) / side);

export const reducedLimits = (limits: Limits, side: number): Limits => ({
  maxWidth: Math.min(limits.maxWidth, side),
  maxHeight: Math.min(limits.maxHeight, side),
  maxArea: Math.min(limits.maxArea, side * side),
});

/**
 * Whether an answer shows no more than the image made smaller by that much: parts of it may be asked for, and no part may be finer, or whoever
 * puts them together would have it whole. A pixel is left for rounding.
 */
export const isWithinReduction = (
  { region, size }: Pick<ImageRequest, 'region' | 'size'>,
  reduction: number,
): boolean => size.width <= Math.ceil(region.width / reduction) && size.height <= Math.ceil(region.height / reduction);
