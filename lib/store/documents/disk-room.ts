import { statfs } from 'node:fs/promises';
import { makeFolder } from '#lib/store/make-folder.ts';

/** Whether so many bytes more have room on the disk of documents, and leave what is kept free there. */
export type DiskRoom = (bytes: number) => Promise<boolean>;

/** Bytes that are written between two looks at the disk: with many writers at once they take little of what is kept free. */
export const betweenLooks = 4 * 1024 * 1024;

/**
 * The room for what comes in from outside, whichever way. The last of a disk is not for it: the database, the register and what we make
 * ourselves may stand on the same one, and must go on when no document can be taken any more.
 * @param keptFree bytes
 */
export function diskRoom(dataDir: string, keptFree: number): DiskRoom {
  return async (bytes) => {
    await makeFolder(dataDir);
    const { bavail, bsize } = await statfs(dataDir);
    return bavail * bsize - bytes >= keptFree;
  };
}

/** On whatever disk, to its end: for what we make ourselves. */
export const anyRoom: DiskRoom = () => Promise.resolve(true);
