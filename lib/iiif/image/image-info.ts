import { largest, type Limits } from './size.ts';
import type { Size } from './region.ts';

export const imageContext = 'http://iiif.io/api/image/3/context.json';
/** What of level 2 and beyond is there (Image API 3.0 §5.7). */
const extraFeatures = [
  'canonicalLinkHeader',
  'mirroring',
  'profileLinkHeader',
  'rotationArbitrary',
  'sizeUpscaling',
] as const;
/** Pixels a side of a tile: as pyramids have them. */
export const tileSide = 256;

export interface InfoGiven {
  /** Address of the service, without a slash at its end. */
  id: string;
  image: Size;
  limits: Limits;
  rights: string | null;
  /** How much smaller than its own size everybody sees it at most; 1: whole. */
  reduction: number;
  /** Services that let somebody see more (Authorization Flow 2). */
  services: readonly object[];
}

/** `info.json` of an image (Image API 3.0 §5). */
export function imageInfo({ id, image, limits, rights, reduction, services }: InfoGiven): object {
  const factors = scaleFactors(image);
  const seen = factors.filter((factor) => factor >= reduction);
  const max = largest(image, limits);
  const sizes = factors
    .map((factor) => ({ width: Math.ceil(image.width / factor), height: Math.ceil(image.height / factor) }))
    .filter((size) => size.width <= max.width && size.height <= max.height)
    .toReversed();
  return {
    '@context': services.length > 0 ? ['http://iiif.io/api/auth/2/context.json', imageContext] : imageContext,
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    ...image,
    ...limits,
    sizes: sizes.length > 0 ? sizes : [max],
    ...(seen.length > 0 ? { tiles: [{ width: tileSide, height: tileSide, scaleFactors: seen }] } : {}),
    ...(rights !== null ? { rights } : {}),
    preferredFormats: ['webp', 'jpg'],
    extraFormats: ['webp'],
    extraQualities: ['color', 'gray', 'bitonal'],
    extraFeatures,
    ...(services.length > 0 ? { service: services } : {}),
  };
}

/** From 1 to the one at which the whole is one tile. */
export function scaleFactors({ width, height }: Size): number[] {
  const factors = [1];
  while (Math.max(width, height) / (factors.at(-1) ?? 1) > tileSide) factors.push((factors.at(-1) ?? 1) * 2);
  return factors;
}
