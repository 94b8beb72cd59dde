import { WorldError } from '#lib/errors.ts';
import { isRefusedData } from '#lib/store/refused-data.ts';

/** What is said of one file, be it gone or forbidden since it was found, or longer than can be read whole. */
const aboutOneFile = /^(ENOENT|EACCES|EPERM|EISDIR|EIO|ERR_FS_FILE_TOO_LARGE|ERR_STRING_TOO_LONG)$/;

/** Whether an error says that nothing more can be done (the database is gone, the disk is full), and not only that one file cannot be loaded. */
export function isBrokenWorld(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof WorldError) return true;
  if (isRefusedData(error)) return false;
  // What has no code is a mistake of this program, which one file brought to light; but for connections that ended.
  if (!('code' in error)) return /^(Connection terminated|Client was closed|timeout exceeded)/i.test(error.message);
  return !aboutOneFile.test(String(error.code));
}
