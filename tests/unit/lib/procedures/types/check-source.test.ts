import { describe, expect, it } from 'vitest';
import { checkSource } from '#lib/procedures/types/check-source.ts';
import { checkValidFrom } from '#lib/procedures/types/check-valid-from.ts';
import { createTitolari } from '#lib/store/titolari.ts';
import { demoCatalogue, demoUnits, typeFiles, typeText } from '#tests/builders/procedure-types.ts';

const titolari = createTitolari('schemas/titolario').versions();
const context = { catalogue: demoCatalogue(), units: demoUnits(), titolari, today: '2026-11-26' };
const text = typeText('patrocinio.yaml');
const check = (source: string, version = 1) => checkSource(source, { code: 'patrocinio', version }, context);
const lineOf = (source: string, part: string) => source.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('the text of a version', () => {
  it.each(typeFiles)('%s has nothing wrong', (file) => {
    const [, code = '', version = '1'] = /^(.+?)(?:\.v(\d+))?\.yaml$/.exec(file) ?? [];
    expect(checkSource(typeText(file), { code, version: Number(version) }, context).problems).toEqual([]);
  });

  it('names all that is wrong, of whatever kind, with its line', () => {
    const wrong = text
      .replace(/^unit: .*$/m, 'unit: nowhere')
      .replace(/^version: 1$/m, 'version: 7')
      .replace(/^code: .*$/m, 'code: altro');
    expect(check(wrong).problems.map(({ code, line }) => [code, line])).toEqual([
      ['otherFileName', lineOf(wrong, 'code: altro')],
      ['otherVersion', lineOf(wrong, 'version: 7')],
      ['unknownOffice', lineOf(wrong, 'unit: nowhere')],
    ]);
  });

  it('names a dead end of the graph together with what the shape allows and the references do not', () => {
    const { problems, type } = check(
      text.replace(/^validFrom: .*$/m, 'validFrom: null').replace(/^unit: .*$/m, 'unit: nowhere'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['noValidFrom', 'unknownOffice']);
    expect(type?.unit).toBe('nowhere');
  });

  it('that cannot be read has one problem at its line, and no type', () => {
    const { problems, type } = check(text.replace('version: 1', 'version: [1'));
    expect(problems.length).toBeGreaterThan(0);
    expect(type).toBeNull();
  });
});

describe('the first day of a version', () => {
  it('is today or later, and not before that of a version that is published', () => {
    const codes = (day: string) =>
      checkValidFrom(day, '2026-11-25', ['2023-01-01', null, '2026-12-10']).map(({ code }) => code);
    expect(codes('2026-11-24')).toEqual(['validFromPast']);
    expect(codes('2026-12-09')).toEqual(['validFromBeforeOther']);
    expect(codes('2026-12-10')).toEqual([]);
    expect(checkValidFrom('2026-11-25', '2026-11-25', [])).toEqual([]);
  });
});
