import { describe, expect, it } from 'vitest';
import { agreesWithName } from '#lib/records/codice-fiscale-name.ts';

describe('a codice fiscale and the name it is of', () => {
  it.each<[string, string, string, boolean]>([
    ['MRCLNE84E52G224J', 'Marchetti', 'Elena', true],
    ['ZRZDVD75P14G224G', 'Zorzi', 'Davide', true],
    // Four consonants: the second is passed over.
    ['RSSGNN80A01G224X', 'Rossi', 'Giovanni', true],
    ['FOXAIX80A01G224X', 'Fo', 'Ai', true],
    ['DNGGPP80A01G224X', 'D’Angelo', 'Giuseppe', true],
    ['NCILCU80A01G224X', 'Nic', 'Lucù', true],
    ['MRCLNE84E52G224J', 'Elena', 'Marchetti', false],
    ['MRCLNE84E52G224J', 'Marchetti', 'Eleonora', false],
  ])('%s, %s %s: %s', (code, family, given, expected) => expect(agreesWithName(code, family, given)).toBe(expected));
});
