import { hash } from 'node:crypto';

/** PostgreSQL indexes no value beyond 2,704 bytes. */
const mostBytes = 1000;

/** A key as indexes take it: one that is too long is its beginning and a hash of the whole, so that two long ones stay two. */
export function boundedKey(key: string): string {
  // A character is three bytes at most for each of its UTF-16 units.
  if (key.length * 3 <= mostBytes || Buffer.byteLength(key) <= mostBytes) return key;
  return `${key.slice(0, 200).toWellFormed()}…${hash('sha256', key)}`;
}
