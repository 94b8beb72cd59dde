import { describe, expect, it } from 'vitest';
import { carryOver } from '#lib/procedures/requests/carry-over.ts';
import type { DraftAnswers } from '#lib/procedures/requests/draft-answers.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { demoType } from '#tests/builders/procedure-types.ts';

const patrocinio = demoType('patrocinio');
const withFields = (fields: DataField[], change: Partial<ProcedureType> = {}): ProcedureType =>
  ({ ...patrocinio, documents: [], ...change, fields }) as ProcedureType;
const same = (text: string) => ({ it: text, en: text });
const text = (name: string, required = false): DataField => ({ kind: 'text', name, label: same(name), required });
const choice = (name: string, values: string[], many = false): DataField => ({
  kind: 'choice',
  name,
  label: same(name),
  required: false,
  many,
  options: values.map((value) => ({ value, label: same(value.toUpperCase()) })),
});
const parcels = (many: boolean): DataField => ({ kind: 'parcel', name: 'p', label: same('p'), required: false, many });
const rows = { 'a.p.0.sheet': ['1'], 'a.p.1.sheet': ['2'] };

const cases: [
  what: string,
  from: DataField[],
  to: DataField[],
  answers: DraftAnswers,
  kept: DraftAnswers,
  changes: object[],
][] = [
  ['the same', [text('x')], [text('x')], { 'a.x': ['1'], for: ['me'] }, { 'a.x': ['1'], for: ['me'] }, []],
  [
    'a new question',
    [text('x')],
    [text('x'), text('y')],
    { 'a.x': ['1'] },
    { 'a.x': ['1'] },
    [{ kind: 'added', label: same('y') }],
  ],
  [
    'one that is gone, answered',
    [text('x'), text('y')],
    [text('x')],
    { 'a.y': ['2'] },
    {},
    [{ kind: 'gone', label: same('y'), said: ['2'] }],
  ],
  ['one that is gone, unanswered', [text('x'), text('y')], [text('x')], {}, {}, []],
  [
    'a longer text',
    [text('x')],
    [{ ...text('x'), kind: 'longText' } as DataField],
    { 'a.x': ['1'] },
    { 'a.x': ['1'] },
    [],
  ],
  [
    'another kind',
    [text('x')],
    [{ ...text('x'), kind: 'date' } as DataField],
    { 'a.x': ['ieri'] },
    {},
    [{ kind: 'askedAnew', label: same('x'), said: ['ieri'] }],
  ],
  [
    'now mandatory',
    [text('x')],
    [text('x', true)],
    { 'a.x': ['1'] },
    { 'a.x': ['1'] },
    [{ kind: 'nowRequired', label: same('x') }],
  ],
  [
    'an option less',
    [choice('c', ['a', 'b'], true)],
    [choice('c', ['b'], true)],
    { 'a.c': ['a', 'b'] },
    { 'a.c': ['b'] },
    [{ kind: 'choiceGone', label: same('c'), said: ['A'] }],
  ],
  [
    'one choice where there were several',
    [choice('c', ['a', 'b'], true)],
    [choice('c', ['a', 'b'])],
    { 'a.c': ['a', 'b'] },
    { 'a.c': ['a'] },
    [{ kind: 'onlyOne', label: same('c') }],
  ],
  [
    'one row where there were several',
    [parcels(true)],
    [parcels(false)],
    rows,
    { 'a.p.0.sheet': ['1'] },
    [{ kind: 'onlyOne', label: same('p') }],
  ],
];

describe('a draft under a later version of its type', () => {
  it.each(cases)('%s', (_what, from, to, answers, kept, changes) =>
    expect(carryOver(withFields(from), withFields(to), answers)).toEqual({ answers: kept, changes }),
  );

  it('is told of documents that are asked for now, and no longer', () => {
    const asked = 'documents' in patrocinio ? patrocinio.documents : [];
    const without = withFields([], { documents: [] } as Partial<ProcedureType>);
    const withAll = withFields([], { documents: asked } as Partial<ProcedureType>);
    expect(carryOver(without, withAll, {}).changes.map(({ kind }) => kind)).toEqual(asked.map(() => 'documentAdded'));
    expect(carryOver(withAll, without, {}).changes.map(({ kind }) => kind)).toEqual(asked.map(() => 'documentGone'));
  });
});
