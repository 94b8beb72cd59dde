import { randomBytes } from 'node:crypto';

/** A number to report an error by: the moment, so that the log is found, and a little chance, so that two are not one. */
export function failureNumber(): string {
  return `${Date.now().toString(36)}-${randomBytes(2).toString('hex')}`;
}
