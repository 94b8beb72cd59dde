import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conservationPlanSchema } from '#lib/fascicoli/conservation-plan.ts';
import { keepingAtClosing, lineByClass, linesFor } from '#lib/fascicoli/keeping-at-closing.ts';
import { addDays } from '#lib/procedures/day.ts';

const source = { act: 'Piano' };
const line = (name: string, voice: { title: string; class: number } | null, retention: object) => ({
  aggregation: { it: name, en: name },
  ...voice,
  retention,
});
const discard = (trigger: string, years = 5) => ({ disposition: 'discard', years, trigger, source });
const voice = { title: 'I', class: 1 };
const plan = conservationPlanSchema.parse({
  titolario: '2005',
  rules: [
    line('chiusura', voice, discard('caseClosed')),
    line('rapporto', { title: 'I', class: 2 }, discard('relationEnd')),
    line('a mano', { title: 'I', class: 3 }, discard('setByHand', 1)),
    line('incerta', { title: 'I', class: 4 }, { disposition: 'unknown', reason: { it: 'x.', en: 'x.' } }),
    line('ovunque', null, { disposition: 'keep', source }),
  ],
});
const closedOn = '2026-03-02';
const at = (number: number) => ({ title: 'I', class: number });

describe('keeping at closing', () => {
  it.each([
    ['runs from the closing', 1, {}, { kind: 'discard', from: closedOn, on: '2031-03-02', fact: null, byHand: false }],
    ['waits for a fact', 2, {}, { kind: 'wanting', reason: { code: 'retentionUnknown' } }],
    ['keeps a given day as the fact', 2, { startsOn: '2026-01-01' }, { fact: 'relationEnd', byHand: false }],
    ['runs from a day by hand', 3, { startsOn: '2026-01-01' }, { on: '2027-01-01', fact: null, byHand: true }],
    ['takes no line that decides nothing by itself', 4, {}, { kind: 'wanting', reason: { code: 'lineWanted' } }],
    ['says why a named line decides nothing', 4, { line: 'incerta' }, { reason: { code: 'retentionUnknown' } }],
    ['takes a line of every class where it is named', 4, { line: 'ovunque' }, { kind: 'keep' }],
    ['takes none where none is said to fit', 1, { line: null }, { kind: 'wanting', reason: { code: 'lineWanted' } }],
    ['is put off where none fits', 1, { line: null, postpone: 'poi' }, { kind: 'postponed', rule: null, why: 'poi' }],
    ['knows no line of another class', 1, { line: 'rapporto', postpone: 'poi' }, { reason: { code: 'unknownLine' } }],
  ])('%s', (_says, number, request, expected) => {
    expect(keepingAtClosing(plan, at(number), closedOn, request)).toMatchObject(expected);
  });

  it('is wanting without a plan, whatever the class', () => {
    expect(keepingAtClosing(null, voice, closedOn, {})).toMatchObject({ reason: { code: 'retentionUnknown' } });
    expect(linesFor(null, voice)).toEqual([]);
    expect(lineByClass(null, voice)).toBeNull();
  });

  it('never ends before it began, and a reason to put it off never hides what can be told', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 3 }), (days, number) => {
        const request = { startsOn: addDays(closedOn, days) };
        const told = keepingAtClosing(plan, at(number), closedOn, request);
        expect(told.kind).toBe('discard');
        expect(keepingAtClosing(plan, at(number), closedOn, { ...request, postpone: 'poi' })).toEqual(told);
        if (told.kind === 'discard') expect(told.on > told.from).toBe(true);
      }),
    );
  });
});
