import type { ServerResponse } from 'node:http';

/** Bytes of answers that lie in memory until whoever asked has read them. */
export interface BytesUnderWay {
  /** Counts an answer until it is read or given up; false where it is large and there is no room for it: it is not to be sent. */
  take(response: ServerResponse, bytes: number): boolean;
}

/** Milliseconds in which somebody reads something of an answer, or it is given up. */
const longestPause = 30_000;
/** What is small is always sent. */
const small = 256 * 1024;

/** @param most bytes of all answers together, beyond which large ones are refused */
export function createBytesUnderWay(most: number, pause = longestPause): BytesUnderWay {
  let total = 0;
  return {
    take(response, bytes) {
      if (bytes > small && total + bytes > most) return false;
      total += bytes;
      response.once('close', () => {
        total -= bytes;
      });
      response.setTimeout(pause, () => response.destroy());
      return true;
    },
  };
}
