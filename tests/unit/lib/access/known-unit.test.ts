import { expect, it } from 'vitest';
import { unknownUnit } from '#lib/access/known-unit.ts';

const units = new Map([['urp', {}]]);

it.each([
  ['urp', null],
  ['__proto__', 'unknownUnit'],
  ['URP ', 'unknownUnit'],
])('a case passed to the office %j: %j', (unit, code) => {
  expect(unknownUnit({ kind: 'passOn', unit, reason: 'è loro' }, units)?.code ?? null).toBe(code);
});

it('asks it of no other action', () => expect(unknownUnit({ kind: 'askAttestation' }, units)).toBeNull());
