import { decimal, listed, whole } from './numbers.ts';
import { refused, type Refused } from './refused.ts';

/** Pixels of an image. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle of an image, in whole pixels, within it. */
export interface Region extends Size {
  x: number;
  y: number;
}

/** The part of an image that a region names, cut where it goes beyond its edges (Image API 3.0 §4.1). */
export function readRegion(text: string, image: Size): Region | Refused {
  if (text === 'full') return { x: 0, y: 0, ...image };
  if (text === 'square') {
    const side = Math.min(image.width, image.height);
    return {
      x: Math.floor((image.width - side) / 2),
      y: Math.floor((image.height - side) / 2),
      width: side,
      height: side,
    };
  }
  const isShare = text.startsWith('pct:');
  const numbers = isShare ? listed(text.slice(4), 4, decimal) : listed(text, 4, whole);
  if (!numbers) return refused('the region is none: full, square, x,y,w,h or pct:x,y,w,h');
  const [x = 0, y = 0, w = 0, h = 0] = isShare ? inPixels(numbers, image) : numbers;
  if (w === 0 || h === 0) return refused('the region is empty');
  if (x >= image.width || y >= image.height) return refused('the region lies outside the image');
  return { x, y, width: Math.min(w, image.width - x), height: Math.min(h, image.height - y) };
}

/** Edges are rounded, not sizes: neighbours meet. */
function inPixels([x = 0, y = 0, w = 0, h = 0]: readonly number[], { width, height }: Size): number[] {
  const left = Math.round((x * width) / 100);
  const top = Math.round((y * height) / 100);
  return [left, top, Math.round(((x + w) * width) / 100) - left, Math.round(((y + h) * height) / 100) - top];
}
