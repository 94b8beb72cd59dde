import sharp, { type Sharp } from 'sharp';
import type { Format, ImageRequest, Quality } from '#lib/iiif/image/image-request.ts';
import type { Size } from '#lib/iiif/image/region.ts';
import { levelFor, levelSize, levelsOf, regionAt } from './pyramid-level.ts';

// Pyramids never change under their name; what is open stays open for the next tile of it.
sharp.cache({ memory: 64, files: 64, items: 200 });
// Requests come many at once: each on one thread is the fastest for all.
sharp.concurrency(1);

/** Seconds after which what is drawn is given up. */
const longestSeconds = 20;
const white = { r: 255, g: 255, b: 255, alpha: 1 };
const nothing = { r: 0, g: 0, b: 0, alpha: 0 };

/**
 * Draws an answer from the pyramid in a file, reading no more of it than it needs.
 * @param coarsest the first level that may be read: what is only shown smaller is drawn from what is smaller
 * @throws where the file is no such pyramid, or it takes too long
 */
export async function render(file: string, image: Size, asked: ImageRequest, coarsest: number): Promise<Buffer> {
  const levels = levelsOf(image);
  const level = Math.min(levels - 1, Math.max(coarsest, levelFor(asked, levels)));
  const at = regionAt(asked.region, image, level);
  const whole = levelSize(image, level);
  const { width, height } = asked.size;
  let drawn = sharp(file, { page: level, limitInputPixels: false, failOn: 'error' }).timeout({
    seconds: longestSeconds,
  });
  if (at.width !== whole.width || at.height !== whole.height)
    drawn = drawn.extract({ left: at.x, top: at.y, width: at.width, height: at.height });
  if (at.width !== width || at.height !== height) drawn = drawn.resize(width, height, { fit: 'fill' });
  if (asked.mirrored) drawn = drawn.flop();
  if (asked.degrees !== 0) drawn = await turned(drawn, asked);
  return encoded(inQuality(drawn, asked.quality), asked.format).toBuffer();
}

/** Turned after all else is done: what is drawn in one go is turned before it is made smaller. */
async function turned(drawn: Sharp, { degrees, format }: ImageRequest): Promise<Sharp> {
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .timeout({ seconds: longestSeconds })
    .rotate(degrees, { background: format === 'jpg' ? white : nothing });
}

function inQuality(drawn: Sharp, quality: Quality): Sharp {
  if (quality === 'gray') return drawn.greyscale();
  return quality === 'bitonal' ? drawn.greyscale().threshold(128) : drawn;
}

function encoded(drawn: Sharp, format: Format): Sharp {
  if (format === 'jpg') return drawn.jpeg({ quality: 82 });
  return format === 'png' ? drawn.png({ compressionLevel: 6 }) : drawn.webp({ quality: 80, effort: 2 });
}
