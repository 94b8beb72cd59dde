import { stat } from 'node:fs/promises';
import { canonical, type ImageRequest } from '#lib/iiif/image/image-request.ts';
import type { Size } from '#lib/iiif/image/region.ts';
import { anyRoom, type DiskRoom } from '#lib/store/documents/disk-room.ts';
import { pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { createShelf } from './byte-shelf.ts';
import { createDerivedFiles } from './derived-files.ts';
import { levelFor, levelsOf, regionAt } from './pyramid-level.ts';
import { render } from './render.ts';
import { createTurns, Unwanted } from './turns.ts';

/** The pyramid is not where it should lie. */
export class PyramidGone extends Error {}

export interface Derived {
  /**
   * The bytes of an answer, drawn unless they are kept. Whoever asks for the same meanwhile gets the same.
   * @param isWanted whether who asked still waits
   * @throws TooBusy, Unwanted, PyramidGone
   */
  of(pyramidKey: string, image: Size, asked: Drawn, isWanted?: () => boolean): Promise<Buffer>;
}

/** An answer, and the first level of the pyramid that it may be drawn from (see `render`). */
export interface Drawn {
  request: ImageRequest;
  coarsest: number;
}

export interface DerivedLimits {
  diskBytes: number;
  memoryBytes: number;
  atOnce: number;
  waiting: number;
  room: DiskRoom;
}
export const usualLimits: DerivedLimits = {
  diskBytes: 1024 * 1024 * 1024,
  memoryBytes: 48 * 1024 * 1024,
  atOnce: 2,
  waiting: 2000,
  room: anyRoom,
};
/** Pixels read or drawn of an answer that takes longer than some dozens of tiles: such are drawn one at a time, and no tile waits for them. */
const largeArea = 4_000_000;
/** Large answers that wait: a scan takes a second, and who comes after so many would wait for minutes. */
const mostLargeWaiting = 60;
/** Larger answers are asked for once, and would drive the tiles out. */
const largestInMemory = 256 * 1024;
const largestOnDisk = 8 * 1024 * 1024;

interface Flight {
  wanted: (() => boolean)[];
  bytes: Promise<Buffer>;
}

export const nameOf = ({ request, coarsest }: Drawn, image: Size): string =>
  `${request.region.x},${request.region.y}/${request.size.width},${request.size.height}/${coarsest}/${canonical(request, image)}`;

/** What an answer costs: the pixels of it, or of what it is drawn from. */
function pixelsOf({ request, coarsest }: Drawn, image: Size): number {
  const levels = levelsOf(image);
  const read = regionAt(request.region, image, Math.min(levels - 1, Math.max(coarsest, levelFor(request, levels))));
  return Math.max(read.width * read.height, request.size.width * request.size.height);
}

export function createDerived(dataDir: string, limits: Partial<DerivedLimits> = {}): Derived {
  const { diskBytes, memoryBytes, atOnce, waiting, room } = { ...usualLimits, ...limits };
  const files = createDerivedFiles(dataDir, diskBytes, room);
  const memory = createShelf<Buffer>(memoryBytes);
  const turns = createTurns(atOnce, waiting);
  const largeTurns = createTurns(1, Math.min(waiting, mostLargeWaiting));
  const flights = new Map<string, Flight>();
  files.begin().catch((error: unknown) => console.error(error));

  async function make(pyramidKey: string, image: Size, asked: Drawn, isWanted: () => boolean): Promise<Buffer> {
    const name = nameOf(asked, image);
    const kept = await files.read(pyramidKey, name);
    if (kept) return kept;
    const file = pyramidPath(dataDir, pyramidKey);
    if (!(await stat(file).catch(() => null))) throw new PyramidGone();
    const mine = pixelsOf(asked, image) > largeArea ? largeTurns : turns;
    const bytes = await mine.take(() => render(file, image, asked.request, asked.coarsest), isWanted);
    // What cannot be kept is given all the same.
    if (bytes.length <= largestOnDisk)
      files.write(pyramidKey, name, bytes).catch((error: unknown) => console.error(error));
    return bytes;
  }

  return {
    of: async (pyramidKey, image, asked, isWanted = () => true) => {
      const key = `${pyramidKey} ${nameOf(asked, image)}`;
      const kept = memory.get(key);
      if (kept) return kept;
      const running = flights.get(key);
      if (running) {
        running.wanted.push(isWanted);
        // Who asked first may have gone between; who comes then begins anew.
        return running.bytes.catch((error: unknown) => {
          if (error instanceof Unwanted && isWanted()) return make(pyramidKey, image, asked, isWanted);
          throw error;
        });
      }
      const wanted = [isWanted];
      const bytes = make(pyramidKey, image, asked, () => wanted.some((one) => one()));
      flights.set(key, { wanted, bytes });
      try {
        const drawn = await bytes;
        if (drawn.length <= largestInMemory) memory.put(key, drawn, drawn.length + 200);
        return drawn;
      } finally {
        flights.delete(key);
      }
    },
  };
}
