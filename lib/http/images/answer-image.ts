import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ImageSight } from '#lib/access/images.ts';
import { imageAccess } from '#lib/i18n/image-access.ts';
import { authServices } from '#lib/iiif/auth/auth-answers.ts';
import { readImageAddress, type ImageAddress } from '#lib/iiif/image/image-address.ts';
import { imageContext, imageInfo } from '#lib/iiif/image/image-info.ts';
import { canonical, imageTypes, readImageRequest } from '#lib/iiif/image/image-request.ts';
import { isWithinReduction, reducedLimits, reductionTo } from '#lib/iiif/image/reduced-limits.ts';
import { isRefused } from '#lib/iiif/image/refused.ts';
import { largest, type Limits } from '#lib/iiif/image/size.ts';
import { turnedSize } from '#lib/iiif/image/turned-size.ts';
import { nameOf, PyramidGone, type Derived } from '#lib/images/derive.ts';
import { levelsOf } from '#lib/images/pyramid-level.ts';
import { TooBusy, Unwanted } from '#lib/images/turns.ts';
import { imageServiceOf } from '#lib/records/iiif-addresses.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import type { ServedImage } from '#lib/store/images/find-image.ts';
import { jsonAnswer, openToAll, plainAnswer, preflight, type ImageAnswer } from './image-answer.ts';
import type { ImageEyes } from './image-eyes.ts';

/** Answers of more pixels are not drawn: an image of 50 megapixels is given whole. */
export const imageLimits: Limits = { maxWidth: 12_000, maxHeight: 12_000, maxArea: 50_000_000 };

export interface ImageDoorParts {
  baseUrl: string;
  derived: Derived;
  eyes: ImageEyes;
}

type Held = ServedImage & { pyramidKey: string };

const unknown = plainAnswer(404, 'no image has this address');
const forOthers = plainAnswer(401, 'this image is reserved: info.json says how to sign in');
const elsewhere = plainAnswer(404, 'this image lies with another: the manifest of its unit says where');

/** Answers the Image API 3.0 below `/iiif/image/`. @param isWanted whether who asked still waits */
export async function answerImage(
  parts: ImageDoorParts,
  request: IncomingMessage,
  isWanted: () => boolean,
): Promise<ImageAnswer> {
  if (request.method === 'OPTIONS') return preflight;
  const pathname = (request.url ?? '').replace(/[?#].*$/s, '');
  const address = readImageAddress(pathname);
  if (!isIdentifier(address.id)) return unknown;
  if (address.kind === 'wrong') return plainAnswer(400, address.why);
  const image = await parts.eyes.image(address.id);
  if (!image) return unknown;
  const sight = await parts.eyes.sight(image, request);
  if (sight.kind === 'none' && !sight.exists) return unknown;
  if (!isHeld(image)) return elsewhere;
  if (address.kind === 'base') return redirect(parts.baseUrl, image.id);
  if (address.kind === 'info') return answerInfo(parts, image, sight, request);
  return answerPixels(parts, { image, sight, address, request, isWanted });
}

const isHeld = (image: ServedImage): image is Held => image.pyramidKey !== null;

const redirect = (base: string, id: string): ImageAnswer => ({
  status: 303,
  headers: { ...openToAll, location: `${imageServiceOf(base, id)}/info.json`, 'cache-control': 'no-store' },
  body: null,
});

const isOpen = (sight: ImageSight): boolean => sight.kind === 'whole' && !sight.reserved;

function answerInfo(
  { baseUrl }: ImageDoorParts,
  image: Held,
  sight: ImageSight,
  request: IncomingMessage,
): ImageAnswer {
  const { width, height } = image;
  const isReduced = sight.kind === 'reduced';
  const info = imageInfo({
    id: imageServiceOf(baseUrl, image.id),
    image: { width, height },
    limits: isReduced ? reducedLimits(imageLimits, sight.side) : imageLimits,
    rights: image.rightsUri,
    reduction: isReduced ? reductionTo(image, sight.side) : 1,
    services: isOpen(sight) ? [] : authServices(baseUrl, image.id, imageAccess),
  });
  const body = JSON.stringify(info);
  const isLd = /application\/ld\+json/i.test(request.headers.accept ?? '');
  const etag = `"${hashOf(body + String(isLd))}"`;
  const headers = {
    'content-type': isLd ? `application/ld+json;profile="${imageContext}"` : 'application/json',
    'cache-control': isOpen(sight) ? 'public, max-age=300' : 'private, no-store',
    vary: 'accept',
    etag,
    link: profileLink,
  };
  if (isKnown(request, etag)) return { status: 304, headers: { ...openToAll, ...headers }, body: null };
  return jsonAnswer(info, headers);
}

const profileLink = '<http://iiif.io/api/image/3/level2.json>;rel="profile"';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Whether who asks has it already (RFC 9110 §13.1.2). */
function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return (
    known !== undefined &&
    (known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
  );
}

interface Asked {
  image: Held;
  sight: ImageSight;
  address: Extract<ImageAddress, { kind: 'image' }>;
  request: IncomingMessage;
  isWanted: () => boolean;
}

async function answerPixels(
  parts: ImageDoorParts,
  { image, sight, address, request, isWanted }: Asked,
): Promise<ImageAnswer> {
  if (sight.kind === 'none') return forOthers;
  const size = { width: image.width, height: image.height };
  const side = sight.kind === 'reduced' ? sight.side : null;
  // What would be right for who sees it whole is refused as reserved, not as wrong.
  const whole = readImageRequest(address, size, imageLimits);
  if (isRefused(whole)) return plainAnswer(whole.status, whole.refused);
  const isPart = whole.region.width < size.width || whole.region.height < size.height;
  const asked = side === null ? whole : readImageRequest(address, size, reducedLimits(imageLimits, side));
  if (isRefused(asked)) return forOthers;
  // Half turned, what was asked for as large as is given would be twice that, and four times where its corners are to be seen through.
  const turned = turnedSize(asked);
  if (turned.width * turned.height > imageLimits.maxArea)
    return plainAnswer(400, 'turned, the answer would be larger than what is given (maxArea): ask for it smaller');
  const reduction = side === null ? 1 : reductionTo(size, side);
  if (reduction > 1 && !isWithinReduction(asked, reduction)) return forOthers;
  const coarsest = isPart ? Math.ceil(Math.log2(reduction)) : 0;
  if (coarsest >= levelsOf(size)) return forOthers;
  const drawn = { request: asked, coarsest };
  const etag = `"${hashOf(`${image.pyramidKey} ${nameOf(drawn, size)}`)}"`;
  // `max` is another size for who sees less.
  const isMax = asked.size.isMax && sameSize(asked.size, largest(asked.region, imageLimits));
  const link = `<${imageServiceOf(parts.baseUrl, image.id)}/${canonical({ ...asked, size: { ...asked.size, isMax } }, size)}>;rel="canonical", ${profileLink}`;
  const headers = {
    ...openToAll,
    'content-type': imageTypes[asked.format],
    'cache-control': isOpen(sight) ? 'public, max-age=604800, immutable' : 'private, no-store',
    etag,
    link,
  };
  if (isKnown(request, etag)) return { status: 304, headers, body: null };
  if (request.method === 'HEAD') return { status: 200, headers, body: null };
  try {
    const body = await parts.derived.of(image.pyramidKey, size, drawn, isWanted);
    return { status: 200, headers, body };
  } catch (error) {
    return failed(error, image.id);
  }
}

const sameSize = (one: { width: number; height: number }, other: { width: number; height: number }): boolean =>
  one.width === other.width && one.height === other.height;

function failed(error: unknown, id: string): ImageAnswer {
  if (error instanceof TooBusy || error instanceof Unwanted)
    return plainAnswer(503, 'too many images are asked for at once: ask again in a moment', { 'retry-after': '2' });
  if (error instanceof PyramidGone) return plainAnswer(404, 'the image is not there at present');
  if (error instanceof Error && /timeout/i.test(error.message))
    return plainAnswer(503, 'this answer takes too long to draw: ask for a smaller one', { 'retry-after': '60' });
  console.error(`the image ${id} cannot be drawn:`, error);
  return plainAnswer(500, 'the image cannot be drawn');
}
