import { decimal, listed, whole } from './numbers.ts';
import { refused, type Refused } from './refused.ts';
import type { Size } from './region.ts';

/** How large an answer may be: what costs too much is not made (Image API 3.0 §5.3 maxWidth, maxHeight, maxArea). */
export interface Limits {
  maxWidth: number;
  maxHeight: number;
  maxArea: number;
}

export interface Scaled extends Size {
  /** As it was asked for: `^`. */
  upscales: boolean;
  /** Whether `max` gives the same. */
  isMax: boolean;
}

/** The largest size of a region within the limits; `grows` beyond its own pixels. */
export function largest(region: Size, limits: Limits, grows = false): Size {
  const scale = Math.min(
    limits.maxWidth / region.width,
    limits.maxHeight / region.height,
    Math.sqrt(limits.maxArea / (region.width * region.height)),
  );
  if (!grows && scale >= 1) return { width: region.width, height: region.height };
  const by = (round: (side: number) => number): Size => ({
    width: Math.max(1, Math.min(limits.maxWidth, round(region.width * scale))),
    height: Math.max(1, Math.min(limits.maxHeight, round(region.height * scale))),
  });
  const near = by(Math.round);
  return near.width * near.height <= limits.maxArea ? near : by((side) => Math.floor(side + 1e-9));
}

/** The size of the answer for a region (Image API 3.0 §4.2). */
export function readSize(text: string, region: Size, limits: Limits): Scaled | Refused {
  const upscales = text.startsWith('^');
  const asked = sizeAsked(upscales ? text.slice(1) : text, region, limits, upscales);
  if ('refused' in asked) return asked;
  const { width, height } = asked;
  if (width < 1 || height < 1) return refused('the size is empty');
  const grows = width > region.width || height > region.height;
  if (grows && !upscales) return refused('the size is larger than the region: ask with ^');
  if (width > limits.maxWidth || height > limits.maxHeight || width * height > limits.maxArea)
    return refused('the size is larger than what is given (maxWidth, maxHeight, maxArea in info.json)');
  const max = largest(region, limits);
  return { width, height, upscales: grows, isMax: width === max.width && height === max.height };
}

function sizeAsked(text: string, region: Size, limits: Limits, grows: boolean): Size | Refused {
  if (text === 'max') return largest(region, limits, grows);
  if (text.startsWith('pct:')) {
    const share = decimal(text.slice(4));
    if (share === null || share === 0) return refused('the percentage of the size is none');
    return { width: Math.round((region.width * share) / 100), height: Math.round((region.height * share) / 100) };
  }
  if (text.startsWith('!')) {
    const box = listed(text.slice(1), 2, whole);
    if (!box) return refused('the box of the size is none: !w,h');
    if (!grows && isFarBeyond(box, region)) return refused('the box is larger than the region: ask with ^');
    return confined(region, { width: box[0] ?? 0, height: box[1] ?? 0 }, limits, grows);
  }
  const [w = '', h = '', ...more] = text.split(',');
  const width = w === '' ? null : whole(w);
  const height = h === '' ? null : whole(h);
  const isWrong =
    more.length > 0 || !text.includes(',') || (w !== '' && width === null) || (h !== '' && height === null);
  if (isWrong || (width === null && height === null))
    return refused('the size is none: max, w, ,h w,h !w,h or pct:n, with ^ before it where it may be larger');
  return {
    width: width ?? Math.round((region.width * (height ?? 0)) / region.height),
    height: height ?? Math.round((region.height * (width ?? 0)) / region.width),
  };
}

/**
 * The standard gives the region itself where a box is larger (§4.2 `!w,h`), its validator wants such a box refused. Thumbnails of small images are
 * asked for by boxes of some hundred pixels, and are given; who asks for thousands expects them.
 */
const isFarBeyond = ([w = 0, h = 0]: readonly number[], region: Size): boolean =>
  w > region.width && h > region.height && Math.min(w, h) > 1000;

/** As large as possible within the box, the limits and, unless it grows, the region. */
function confined(region: Size, box: Size, limits: Limits, grows: boolean): Size {
  const most = largest(region, limits, grows);
  const scale = Math.min(box.width / region.width, box.height / region.height, most.width / region.width);
  return {
    width: Math.min(box.width, Math.round(region.width * scale)),
    height: Math.min(box.height, Math.round(region.height * scale)),
  };
}
