import sharp from 'sharp';
import { blank } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { dpi } from './to-mets.ts';

/** A drawn sheet as the scanner gives it. */
export async function toJpeg(sheet: Sheet): Promise<Buffer> {
  const { width, height, paper, chance } = sheet;
  let page = sharp(await blank(paper, width, height), { raw: { width, height, channels: 3 } });
  if (chance.next() < 0.5) page = page.flop();
  if (chance.next() < 0.5) page = page.flip();
  return page
    .composite([{ input: Buffer.from(sheet.svg()), blend: 'multiply' }])
    .withMetadata({ density: dpi })
    .jpeg({ quality: 86 })
    .toBuffer();
}
