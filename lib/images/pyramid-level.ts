import type { ImageRequest } from '#lib/iiif/image/image-request.ts';
import type { Region, Size } from '#lib/iiif/image/region.ts';

/** The size of a level of a pyramid: each is half of the one before, cut to whole pixels. */
export const levelSize = ({ width, height }: Size, level: number): Size => ({
  width: Math.max(1, Math.floor(width / 2 ** level)),
  height: Math.max(1, Math.floor(height / 2 ** level)),
});

/** How many levels the pyramid of an image of that size has, until one is a tile. */
export function levelsOf({ width, height }: Size, tile = 256): number {
  let levels = 1;
  while (Math.floor(width / 2 ** (levels - 1)) > tile || Math.floor(height / 2 ** (levels - 1)) > tile) levels++;
  return levels;
}

/** The smallest level that still has every pixel an answer needs: nothing is made larger that was there as large. */
export function levelFor({ region, size }: Pick<ImageRequest, 'region' | 'size'>, levels: number): number {
  const scale = Math.min(region.width / size.width, region.height / size.height);
  // A pixel of a level that was cut is not worth four times the work.
  const level = Math.floor(Math.log2(scale) + 0.01);
  return Math.max(0, Math.min(level, levels - 1));
}

/** A region of the whole, in the pixels of a level; one pixel at least. */
export function regionAt(region: Region, image: Size, level: number): Region {
  const at = levelSize(image, level);
  const left = Math.min(at.width - 1, Math.round((region.x * at.width) / image.width));
  const top = Math.min(at.height - 1, Math.round((region.y * at.height) / image.height));
  const right = Math.min(at.width, Math.round(((region.x + region.width) * at.width) / image.width));
  const bottom = Math.min(at.height, Math.round(((region.y + region.height) * at.height) / image.height));
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
