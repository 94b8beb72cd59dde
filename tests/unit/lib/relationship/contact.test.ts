import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedFor, phoneKey } from '#lib/relationship/asked-for.ts';
import {
  contactOutcomes,
  contactSteps,
  missingToClose,
  needs,
  ratings,
  stepsOf,
  type ContactSheet,
} from '#lib/relationship/contact.ts';

const empty: ContactSheet = { heard: '', need: null, type: null, told: '', outcome: null, rating: null };

describe('the four steps of a contact', () => {
  it.each<[string, Partial<ContactSheet>, string]>([
    ['nothing written', {}, 'now later later later'],
    ['heard', { heard: 'dov’è la mia pratica' }, 'done now later later'],
    ['understood before it was written down', { need: 'state' }, 'now done later later'],
    ['answered', { heard: 'x', need: 'state', outcome: 'answered' }, 'done done done now'],
    ['all', { heard: 'x', need: 'state', outcome: 'answered', rating: 'solved' }, 'done done done done'],
  ])('%s', (_, change, states) =>
    expect(
      stepsOf({ ...empty, ...change })
        .map(({ state }) => state)
        .join(' '),
    ).toBe(states),
  );

  it('are always all four in their order, at most one of them now', () => {
    const sheet = fc.record({
      heard: fc.string(),
      need: fc.constantFrom(null, ...needs),
      type: fc.constant(null),
      told: fc.string(),
      outcome: fc.constantFrom(null, ...contactOutcomes),
      rating: fc.constantFrom(null, ...ratings),
    });
    fc.assert(
      fc.property(sheet, (one) => {
        const steps = stepsOf(one);
        expect(steps.map(({ step }) => step)).toEqual(contactSteps);
        const now = steps.filter(({ state }) => state === 'now').length;
        expect(now).toBe(steps.every(({ state }) => state === 'done') ? 0 : 1);
        // What was said of it may be left open.
        expect(missingToClose(one)).not.toContain('evaluated');
      }),
    );
  });

  it('ends when it says what was asked, needed and answered', () => {
    expect(missingToClose(empty)).toEqual(['listened', 'decoded', 'delivered']);
    expect(missingToClose({ ...empty, heard: 'x', need: 'other', outcome: 'unmet' })).toEqual([]);
  });
});

describe('the one field of the front office', () => {
  it.each([
    ['MRC LNE 84E52 G224J', { by: 'taxCode', code: 'MRCLNE84E52G224J' }],
    ['99900170285', { by: 'taxCode', code: '99900170285' }],
    ['Elena@Example.org', { by: 'email', address: 'elena@example.org' }],
    ['+39 049 820 5111', { by: 'phone', digits: '0498205111' }],
    ['0039-3401234567', { by: 'phone', digits: '3401234567' }],
    ['3912345678', { by: 'phone', digits: '3912345678' }],
    ['prot. 0000123/2026', { by: 'protocol', number: 123, year: 2026 }],
    ['123 / 2026', { by: 'protocol', number: 123, year: 2026 }],
    ['n. 42', { by: 'protocol', number: 42, year: null }],
    ['2026-VI/3.12', { by: 'fascicolo', code: { title: 'VI', class: 3, year: 2026, number: 12, sub: 0 } }],
    ['  Niccolò   D’Àmbrosio ', { by: 'name', words: ['niccolo', 'd', 'ambrosio'] }],
    ["' | x:*", null],
    ['a', null],
    ['', null],
    ['0', null],
  ])('%j', (written, asked) => expect(askedFor(written)).toEqual(asked));

  it('takes whatever is typed, and looks by letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const asked = askedFor(written);
        if (asked?.by === 'name') for (const word of asked.words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
    expect(phoneKey('(+39) 049/8205111')).toBe('0498205111');
  });
});
