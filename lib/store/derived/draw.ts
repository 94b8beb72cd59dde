/**
 * Draws the first page of a PDF, or an image, small: `draw.ts pdf|image SOURCE FOLDER`. A process of its own, which whoever runs it ends when it
 * takes too long or too much (`run-drawing.ts`): the files come from anywhere. PDFium is compiled to WebAssembly: what a hostile PDF does to it, it
 * does inside of its own memory.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { previewSizes, type PreviewSize } from './derived-path.ts';

/** A picture that says that it is larger is a bomb, or of no use small. */
const mostPixels = 150_000_000;

sharp.cache(false);
sharp.concurrency(1);

const [kind = '', source = '', folder = ''] = process.argv.slice(2);
const drawn = kind === 'pdf' ? await firstPage(source) : sharp(source, { limitInputPixels: mostPixels }).rotate();
for (const size of Object.keys(previewSizes) as PreviewSize[]) {
  const side = previewSizes[size];
  await drawn
    .clone()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .webp({ quality: 80 })
    .toFile(path.join(folder, `${size}.webp`));
}

async function firstPage(file: string): Promise<Sharp> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(file));
  const page = document.getPage(0);
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const scale = previewSizes.page / Math.max(width, height, 1);
  const { data, ...size } = await page.render({ scale, render: 'bitmap' });
  return sharp(data, { raw: { width: size.width, height: size.height, channels: 4 } });
}
