import { expect, it } from 'vitest';
import { seenRevision } from '#app/(site)/direzione/procedimenti/[code]/[version]/seen-revision.ts';

it.each([
  ['7', 7],
  ['', 0],
  ['seven', 0],
  ['1.5', 0],
  ['-1', 0],
  ['4294967296', 0],
])('a form made from the revision %j is of %i', (sent, seen) => {
  const data = new FormData();
  data.set('revision', sent);
  expect(seenRevision(data)).toBe(seen);
});
