import { expect, it } from 'vitest';
import { unitOfCode, type FoundUnit } from '#app/(site)/confronta/find-units.ts';

const found = (id: string, referenceCode: string | null): FoundUnit => ({
  picture: id,
  hit: {
    id,
    url: `/records/${id}`,
    title: id,
    level: 'file',
    levelLabel: null,
    unitType: null,
    referenceCode,
    dates: { display: null, start: null, end: null },
    fonds: { id, title: id },
    ancestors: [],
    visibility: 'open',
    closure: null,
    digital: true,
    highlights: [],
  },
});

it.each([
  ['b. 3', 'one'],
  ['B3', 'one'],
  ['b. 30', null],
  // two bear it
  ['reg. 5', null],
  ['', null],
])('%s', (words, id) => {
  const units = [found('one', 'b. 3'), found('two', 'reg. 5'), found('three', 'Reg. 5'), found('four', null)];
  expect(unitOfCode(words, units)).toBe(id);
});
