import path from 'node:path';
import type pg from 'pg';
import { isBrokenWorld } from '#ingest/broken-world.ts';
import { reasonOf } from '#ingest/find-files.ts';
import type { FileReport } from '#ingest/report.ts';
import { findHeldImages } from '#lib/store/images/find-held-images.ts';
import { keepAside } from '#lib/store/images/keep-aside.ts';
import type { NewImage } from '#lib/store/images/write-image-set.ts';
import { fingerprint } from '#lib/store/source-files.ts';
import type { LostPages, ReadPage } from './read-page.ts';
import { quarantinePage, warn } from './set-report.ts';
import type { SetSource } from './set-source.ts';

export interface GatheredPages {
  images: NewImage[];
  /** Of each page of the source: its places in `images`. */
  places: number[][];
  /** How many of the images were there before and stay, for what came of them cannot be read. */
  kept: number;
}

/**
 * The images of a set in their order, and what is told of those that could not be read. What was there before of these stays, with its id: whoever
 * cited the page finds it, though it came again in pieces.
 */
export async function gatherPages(
  read: readonly ReadPage[],
  source: SetSource,
  folder: string,
  recordId: string,
  report: FileReport,
  { pool, dataDir, dryRun }: { pool: pg.Pool; dataDir: string; dryRun: boolean },
): Promise<GatheredPages> {
  const gathered: GatheredPages = { images: [], places: [], kept: 0 };
  const fileOf = (at: number): string => source.pages[at]?.file ?? '';
  const before = await findHeldImages(
    pool,
    recordId,
    read.flatMap((page, at) => (page.ok && page.lost.length === 0 ? [] : [fileOf(at)])),
  );
  const tellLost = async (
    at: number,
    message: string,
    stays: boolean,
    file: string | null,
    units = 1,
  ): Promise<void> => {
    const aside = file !== null && !dryRun ? await aboutAside(dataDir, file) : '';
    quarantinePage(report, fileOf(at), message + (stays ? '; what was there before stays' : '') + aside, units);
  };
  for (const [at, page] of read.entries()) {
    const own = before.filter(({ originalName }) => originalName === fileOf(at));
    const stay = page.ok ? own.filter(({ originalPage }) => page.lost.some(isAmong(originalPage))) : own;
    const told = page.ok ? [...page.images, ...stay].toSorted((a, b) => a.originalPage - b.originalPage) : stay;
    gathered.kept += stay.length;
    gathered.places.push(told.map((image) => gathered.images.push(image) - 1));
    if (!page.ok) {
      await tellLost(at, page.message, stay.length > 0, page.at);
      continue;
    }
    for (const note of page.notes) warn(report, note);
    for (const lost of page.lost) {
      const stays = stay.some(({ originalPage }) => isAmong(originalPage)(lost));
      await tellLost(
        at,
        `${placeOf(lost)}: ${lost.message}`,
        stays,
        path.join(folder, fileOf(at)),
        lost.to - lost.from + 1,
      );
    }
  }
  return gathered;
}

const isAmong =
  (page: number) =>
  ({ from, to }: LostPages): boolean =>
    page >= from && page <= to;

const placeOf = ({ from, to }: LostPages): string => (from === to ? `page ${from}` : `pages ${from} to ${to}`);

/** Keeps the file of a page that is not loaded. @returns how that is told, after why */
async function aboutAside(dataDir: string, file: string): Promise<string> {
  try {
    const { sha256 } = await fingerprint(file);
    const key = await keepAside(dataDir, file, sha256);
    return key === null ? '; not kept aside: the disk is nearly full' : `; kept aside as ${key}`;
  } catch (error) {
    if (isBrokenWorld(error)) throw error;
    return `; not kept aside: ${reasonOf(error)}`;
  }
}
