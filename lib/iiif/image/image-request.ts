import { decimal } from './numbers.ts';
import { isRefused, refused, type Refused } from './refused.ts';
import { readRegion, type Region, type Size } from './region.ts';
import { readSize, type Limits, type Scaled } from './size.ts';

export const qualities = ['default', 'color', 'gray', 'bitonal'] as const;
export type Quality = (typeof qualities)[number];

export const imageTypes = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
export type Format = keyof typeof imageTypes;
/** Formats that the standard knows too (Image API 3.0 §4.5). */
const notMade: readonly string[] = ['tif', 'gif', 'jp2', 'pdf'];

/** An answer that is asked for: the region, its size, mirrored, then turned clockwise by degrees (Image API 3.0 §4). */
export interface ImageRequest {
  region: Region;
  size: Scaled;
  mirrored: boolean;
  degrees: number;
  quality: Quality;
  format: Format;
}

/** The four parameters of a request, as its address has them. */
export interface Parameters {
  region: string;
  size: string;
  rotation: string;
  /** `{quality}.{format}`. */
  name: string;
}

/** What a request asks of an image of that size. */
export function readImageRequest(given: Parameters, image: Size, limits: Limits): ImageRequest | Refused {
  const rotation = readRotation(given.rotation);
  if (isRefused(rotation)) return rotation;
  const as = readName(given.name);
  if (isRefused(as)) return as;
  const region = readRegion(given.region, image);
  if (isRefused(region)) return region;
  const size = readSize(given.size, region, limits);
  if (isRefused(size)) return size;
  return { region, size, ...rotation, ...as };
}

function readRotation(text: string): { mirrored: boolean; degrees: number } | Refused {
  const mirrored = text.startsWith('!');
  const degrees = decimal(mirrored ? text.slice(1) : text);
  if (degrees === null || degrees > 360)
    return refused('the rotation is none: degrees from 0 to 360, with ! before them mirrored');
  return { mirrored, degrees: degrees % 360 };
}

function readName(text: string): { quality: Quality; format: Format } | Refused {
  const [, name, ending] = /^([a-z]{1,20})\.([a-z0-9]{1,10})$/.exec(text) ?? [];
  const quality = qualities.find((one) => one === name);
  if (!quality) return refused(`the quality is none: ${qualities.join(', ')}`);
  const format = isFormat(ending) ? ending : undefined;
  if (!format)
    return refused(
      `the format is none of ${Object.keys(imageTypes).join(', ')}`,
      notMade.includes(ending ?? '') ? 501 : 400,
    );
  return { quality, format };
}

const isFormat = (text: string | undefined): text is Format => text !== undefined && Object.hasOwn(imageTypes, text);

/** The same in the one way in which everybody writes it (Image API 3.0 §4.7). */
export function canonical({ region, size, mirrored, degrees, quality, format }: ImageRequest, image: Size): string {
  const isWhole = region.width === image.width && region.height === image.height;
  const part = isWhole ? 'full' : `${region.x},${region.y},${region.width},${region.height}`;
  const scaled = size.isMax ? 'max' : `${size.upscales ? '^' : ''}${size.width},${size.height}`;
  // Our images are of colour as they are.
  const as = quality === 'color' ? 'default' : quality;
  return `${part}/${scaled}/${mirrored ? '!' : ''}${degrees}/${as}.${format}`;
}
