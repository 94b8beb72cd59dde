import { SourceFault } from '#ingest/parse/xml/fault.ts';
import type { PageText } from '#lib/records/page-text.ts';
import { readAlto } from './alto.ts';
import { readHocr } from './hocr.ts';
import type { ImageSize, ReadPage } from './page-lines.ts';

export type PageTextFormat = Extract<PageText['origin'], 'alto' | 'hocr'>;

/** What a file said that is to be of one page, or in plain English why it could not be read. */
export type PageTextReading = (ReadPage & { ok: true; origin: PageTextFormat }) | { ok: false; reason: string };

/** A page of a newspaper as ALTO, with every letter told, has some 10 MB. */
export const largestPageText = 64 * 1024 * 1024;

/** Which format of page text a file is, by its first 4 KiB; null: none. */
export function pageTextFormat(head: Uint8Array): PageTextFormat | null {
  const bytes = Buffer.from(head.subarray(0, 4096));
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
  const text = wide ? bytes.toString('latin1').replaceAll('\0', '') : bytes.toString('latin1');
  if (/<(?:[A-Za-z_][\w.-]*:)?alto[\s>]/.test(text)) return 'alto';
  if (/<html[\s>]/i.test(text) && /ocr_page|ocr-system|ocr-capabilities/.test(text)) return 'hocr';
  return null;
}

/**
 * The text of a page as an ALTO or hOCR file has it, in pixels of its image. Never throws over what the file holds.
 * @param image as shown, in pixels
 * @param page from 1, where the file has several
 */
export function readPageText(bytes: Uint8Array, image: ImageSize, page = 1): PageTextReading {
  if (bytes.length > largestPageText) return { ok: false, reason: 'page text of more than 64 MiB' };
  const origin = pageTextFormat(bytes);
  if (origin === null) return { ok: false, reason: 'neither ALTO nor hOCR' };
  try {
    const read = origin === 'alto' ? readAlto(bytes, image, page) : readHocr(bytes, image, page);
    return read ? { ok: true, origin, ...read } : { ok: false, reason: `no page ${page} in it` };
  } catch (error) {
    if (error instanceof SourceFault) return { ok: false, reason: error.message };
    throw error;
  }
}
