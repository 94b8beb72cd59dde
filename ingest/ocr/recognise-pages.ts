import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { readHocr } from '#ingest/page-text/hocr.ts';
import { recognise } from '#lib/images/tesseract.ts';
import type { PageLine } from '#lib/records/page-text.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { listPagesToRecognise, type PageToRecognise } from '#lib/store/images/pages-to-recognise.ts';
import { pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { writePageText } from '#lib/store/images/write-page-text.ts';
import { writeHoldings } from '#lib/store/writing/write-transaction.ts';

export interface Recognition {
  pool: pg.Pool;
  dataDir: string;
  /** Null: all units. */
  recordId: string | null;
  /** `ita+lat` */
  languages: string;
  again: boolean;
  onPage: (page: PageToRecognise, outcome: { words: number } | { failed: string }) => void;
}

/** A sheet of A3 at 300 dots an inch: of larger images the next smaller level of the pyramid is read. */
const longestSide = 5000;
const pagesAtOnce = 100;

/** Recognises what is written on pages, one after the other; what is done is kept at once, so that a run that broke off goes on where it was. */
export async function recognisePages(task: Recognition): Promise<{ pages: number; failed: number }> {
  const done = { pages: 0, failed: 0 };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-ocr-'));
  try {
    for (let after: PageToRecognise | null = null; ;) {
      const pages = await listPagesToRecognise(task.pool, { ...task, after, limit: pagesAtOnce });
      for (const page of pages) {
        after = page;
        try {
          const lines = await linesOf(page, task, folder);
          await keep(task, page, lines);
          done.pages++;
          task.onPage(page, { words: lines.reduce((sum, line) => sum + line.words.length, 0) });
        } catch (error) {
          if (isOfStore(error)) throw error;
          done.failed++;
          task.onPage(page, { failed: error instanceof Error ? error.message : String(error) });
        }
      }
      if (pages.length < pagesAtOnce) return done;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function linesOf(page: PageToRecognise, task: Recognition, folder: string): Promise<PageLine[]> {
  const file = path.join(folder, 'page.png');
  const longest = Math.max(page.width, page.height);
  const level = Math.max(0, Math.ceil(Math.log2(longest / longestSide)));
  await sharp(pyramidPath(task.dataDir, page.pyramidKey), { page: level })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toFile(file);
  const read = readHocr(await recognise(file, task.languages), page);
  return read?.lines ?? [];
}

function keep(task: Recognition, { imageId, recordId }: PageToRecognise, lines: PageLine[]): Promise<void> {
  // Of several languages nobody knows which one a page is in.
  const language = task.languages.includes('+') ? null : task.languages;
  return writeHoldings(task.pool, async (client) => {
    const changed = await writePageText(client, { imageId, language, origin: 'recognised', lines });
    if (changed) await indexRecords(client, { sql: 'SELECT $1::text AS id', values: [recordId] });
    return { keep: true, value: undefined };
  });
}

/** PostgreSQL's errors have a severity; a broken connection a code of the system. */
const isOfStore = (error: unknown): boolean =>
  error instanceof Error &&
  ('severity' in error || ('code' in error && /^(ECONN|EPIPE|ENOSPC)/.test(String(error.code))));
