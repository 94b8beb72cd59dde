import { describe, expect, it } from 'vitest';
import { readAnswers } from '#lib/http/read-answers.ts';
import { answerParts } from '#lib/http/answer-parts.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { translator } from '#lib/i18n/translate.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';

const label = { it: 'Campo', en: 'Field' };
const base = { label, required: true };

const typed = (entries: readonly (readonly [string, string])[]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return rawForm(data);
};

describe('answers out of a form', () => {
  it.each<[DataField, [string, string][], unknown]>([
    [{ ...base, name: 'f', kind: 'text' }, [['a.f', ' via ']], 'via'],
    [{ ...base, name: 'f', kind: 'number' }, [['a.f', '1.250,5']], 1250.5],
    [{ ...base, name: 'f', kind: 'euro' }, [['a.f', '€ 12,30']], 12.3],
    [{ ...base, name: 'f', kind: 'number' }, [['a.f', '12.5']], 12.5],
    [{ ...base, name: 'f', kind: 'number' }, [['a.f', 'dodici']], 'dodici'],
    [{ ...base, name: 'f', kind: 'yesNo' }, [['a.f', 'no']], false],
    [{ ...base, name: 'f', kind: 'fiscalCode' }, [['a.f', 'rss mra 85t10 a562s']], 'RSSMRA85T10A562S'],
    [{ ...base, name: 'f', kind: 'date' }, [['a.f', '']], undefined],
    [
      { ...base, name: 'f', kind: 'address' },
      [
        ['a.f.0.street', 'via Dante'],
        ['a.f.0.number', '8'],
        ['a.f.0.interior', ''],
      ],
      { street: 'via Dante', number: '8' },
    ],
    [
      { ...base, name: 'f', kind: 'parcel', many: true },
      [
        ['a.f.0.sheet', '12'],
        ['a.f.0.parcel', '340'],
        ['a.f.1.sheet', ''],
        ['a.f.2.sheet', '13'],
        ['a.f.2.parcel', '1'],
      ],
      [
        { sheet: '12', parcel: '340' },
        { sheet: '13', parcel: '1' },
      ],
    ],
    [
      { ...base, name: 'f', kind: 'archivalUnit', many: true },
      [
        ['a.f.0.id', 'https://archivi.example.org/records/ab12?lang=it'],
        ['a.f.1.id', 'cd34'],
      ],
      ['ab12', 'cd34'],
    ],
    [
      {
        ...base,
        name: 'f',
        kind: 'choice',
        many: true,
        options: [
          { value: 'x', label },
          { value: 'y', label },
        ],
      },
      [
        ['a.f', 'x'],
        ['a.f', 'y'],
      ],
      ['x', 'y'],
    ],
  ])('reads %j', (field, entries, answer) => {
    expect(readAnswers([field], typed(entries))['f']).toEqual(answer);
  });

  it('shows one row more where it was asked for, with what was typed', () => {
    const field: DataField = { ...base, name: 'f', kind: 'archivalUnit', many: true };
    const raw = typed([
      ['a.f.0.id', 'ab12'],
      ['intent', 'more:f'],
    ]);
    const [part] = answerParts([field], raw, translator('it'), 'it');
    expect(part).toMatchObject({ kind: 'group', parts: [{ name: 'a.f.0.id', value: 'ab12' }, { name: 'a.f.1.id' }] });
  });

  it('does not show more rows than a form may have, whatever was sent', () => {
    const field: DataField = { ...base, name: 'f', kind: 'archivalUnit', many: true };
    const [part] = answerParts([field], typed([['a.f.999999.id', 'x']]), translator('it'), 'it');
    expect(part).toMatchObject({ kind: 'group', parts: [{ name: 'a.f.0.id' }] });
  });
});
