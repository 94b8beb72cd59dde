/**
 * Looks at images and makes pyramids, in a process of its own: what a hostile file does to the decoder, it does here, and whoever sent it ends
 * this process when it takes too long or too much memory (`image-workers.ts`).
 */
import { open, readFile } from 'node:fs/promises';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp, { type Metadata } from 'sharp';
import { WorldError } from '#lib/errors.ts';
import { BadImage, makePyramid, mostPixels, type MadePyramid } from './make-pyramid.ts';
import type { ImageAnswer, ImageFault, ImageTask, LookedAt } from './image-task.ts';

sharp.cache(false);
sharp.concurrency(1);

const dpi = 300;
const pointsInInch = 72;
const mostPages = 10_000;
/** A PDF is read whole. */
const largestPdf = 512 * 1024 * 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

process.on('message', (task: ImageTask) => {
  work(task)
    .catch((error: unknown): ImageAnswer => ({ ok: false, fault: faultOf(error), reason: messageOf(error) }))
    .then((answer) => process.send?.(answer))
    .catch(() => process.exit(1));
});
process.on('disconnect', () => process.exit(0));

const faultOf = (error: unknown): ImageFault =>
  error instanceof BadImage ? 'file' : error instanceof WorldError ? 'place' : 'unknown';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function work(task: ImageTask): Promise<ImageAnswer> {
  if (task.kind === 'look') return { ok: true, kind: 'look', ...(await lookAt(task.file)) };
  const made = (await isPdf(task.file))
    ? await fromPdf(task)
    : await makePyramid(task.file, task.page - 1, task.target);
  return { ok: true, kind: 'make', ...made };
}

/** What a file is by its bytes, and how many pages it has. */
async function lookAt(file: string): Promise<LookedAt> {
  if (await isPdf(file)) {
    const { document } = await openPdf(file);
    const pages = document.getPageCount();
    document.destroy();
    if (pages === 0) throw new BadImage('a PDF without pages');
    if (pages > mostPages) throw new BadImage(`a PDF of ${pages} pages: more than ${mostPages}`);
    return { pages, mediaType: 'application/pdf', cut: 0 };
  }
  const seen = await sharp(file, { limitInputPixels: mostPixels })
    .metadata()
    .catch((error: unknown) => {
      throw new BadImage(`it is no image that can be read: ${messageOf(error).split('\n')[0] ?? ''}`, { cause: error });
    });
  const mediaType = mediaTypes[seen.format];
  if (!mediaType) throw new BadImage(`images of the kind ${seen.format} are not taken: TIFF, JPEG, PNG, WebP, PDF are`);
  if (seen.width * seen.height > mostPixels)
    throw new BadImage(
      `it says that it has ${seen.width} × ${seen.height} pixels: more than ${mostPixels / 1e6} megapixels`,
    );
  // Of what moves the first picture is the page; the levels of a pyramid are one.
  const pages = seen.format === 'tiff' && !(await isPyramid(file, seen)) ? (seen.pages ?? 1) : 1;
  return { pages: Math.min(pages, mostPages), mediaType, cut: Math.max(0, pages - mostPages) };
}

async function isPyramid(file: string, { width, height, pages = 1 }: Metadata): Promise<boolean> {
  if (pages < 2) return true;
  const second = await sharp(file, { page: 1, limitInputPixels: mostPixels }).metadata();
  return Math.abs(second.width * 2 - width) <= 2 && Math.abs(second.height * 2 - height) <= 2;
}

async function isPdf(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead).includes('%PDF-');
  } finally {
    await handle.close();
  }
}

/** The document that was opened last: its pages come one after the other. */
let opened: { file: string; document: PDFiumDocument } | null = null;

async function openPdf(file: string): Promise<{ document: PDFiumDocument }> {
  const bytes = await readFile(file);
  if (bytes.length > largestPdf) throw new BadImage('a PDF of more than 512 MiB');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    throw new BadImage(`a PDF that cannot be opened: ${messageOf(error)}`, { cause: error });
  });
  return { document };
}

async function fromPdf({ file, page, target }: Extract<ImageTask, { kind: 'make' }>): Promise<MadePyramid> {
  if (opened?.file !== file) {
    opened?.document.destroy();
    opened = null;
    opened = { file, ...(await openPdf(file)) };
  }
  const { data, width, height } = await drawn(opened.document, page);
  return makePyramid({ data: Buffer.from(data), width, height, channels: 4 }, 0, target);
}

async function drawn(
  document: PDFiumDocument,
  page: number,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const scale = dpi / pointsInInch;
  try {
    const leaf = document.getPage(page - 1);
    const { originalWidth: width, originalHeight: height } = leaf.getOriginalSize();
    if (width * height * scale * scale > mostPixels / 4)
      throw new BadImage(`page ${page} of the PDF would have more than ${mostPixels / 4e6} megapixels`);
    const bitmap = await leaf.render({ scale, render: 'bitmap' });
    if (bitmap.data.length === 0) throw new BadImage(`page ${page} of the PDF cannot be drawn`);
    return bitmap;
  } catch (error) {
    if (error instanceof BadImage) throw error;
    // What ran out of memory answers nothing more, nor gives anything back: the next page begins anew.
    opened = null;
    throw new BadImage(`page ${page} of the PDF cannot be drawn: ${messageOf(error)}`, { cause: error });
  }
}
