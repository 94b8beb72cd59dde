/**
 * Ids: short, opaque, URL-safe, minted once, never reused (design §3). A number from the database's sequence is scattered over 2^40 by an
 * odd multiplier (a bijection, so numbers stay distinct) and written in 8 letters and digits that can't be misread or spell words.
 */
const alphabet = '0123456789bcdfghjkmnpqrstvwxyzae';
const space = 1n << 40n;
const multiplier = 0x9e3779b97fn | 1n;
const offset = 0x5bd1e995a7n;

/** Numbers in one block of the sequence `identifier_block`. */
export const blockSize = 1000;

/** The id of a number from 0 to 2^40 - 1. */
export function identifierOf(number: number): string {
  let scattered = (BigInt(number) * multiplier + offset) % space;
  let word = '';
  for (let i = 0; i < 8; i++) {
    word = alphabet.charAt(Number(scattered & 31n)) + word;
    scattered >>= 5n;
  }
  return word;
}

/** Whether a text can be an id at all; saves a question to the database. */
export function isIdentifier(text: string): boolean {
  return text.length === 8 && [...text].every((letter) => alphabet.includes(letter));
}
