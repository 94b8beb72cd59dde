import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfStep, requestSteps, sectionsOf, sectionTitle } from '#lib/procedures/requests/request-steps.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import { demoType } from '#tests/builders/procedure-types.ts';

const namesOf = (code: string) => {
  const type = demoType(code);
  return sectionsOf('fields' in type ? type.fields : []).map((fields) => fields.map(({ name }) => name));
};
const aField = (kind: 'text' | 'date' | 'longText' | 'address', n: number): DataField => ({
  kind,
  name: `f${n}`,
  label: { it: `Campo ${n}`, en: `Field ${n}` },
  required: true,
});

describe('pages of a form', () => {
  it.each([
    ['accesso-documentale', [['documents', 'reason', 'manner']]],
    ['patrocinio', [['initiative'], ['programme'], ['from', 'to'], ['place'], ['nonProfit']]],
    ['consultazione-archivio', [['units'], ['service', 'topic', 'period'], ['use', 'visitOn']]],
    ['permesso-di-costruire', [['site'], ['parcels'], ['works', 'use', 'volume'], ['title', 'protected']]],
  ])('%s', (code, pages) => expect(namesOf(code)).toEqual(pages));

  it('ask every field once, in the order of the type, few at a time', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('text', 'date', 'longText', 'address')), (kinds) => {
        const fields = kinds.map(aField);
        const pages = sectionsOf(fields);
        expect(pages.flat()).toEqual(fields);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(3);
      }),
    ));

  it('ask for whom only who can file for somebody else', () => {
    const slugs = (represents: boolean, code = 'patrocinio') =>
      requestSteps(demoType(code), represents).map(({ slug }) => slug);
    expect(slugs(false)).toEqual(['1', '2', '3', '4', '5', 'documenti', 'controllo']);
    expect(slugs(true)[0]).toBe('per-chi');
    expect(slugs(true, 'consultazione-riservata')[0]).toBe('1');
  });

  it('own the answers of their fields, and of no field that begins alike', () => {
    const [step] = requestSteps(demoType('patrocinio'), false);
    if (!step) throw new Error('no step');
    expect(
      ['a.initiative', 'a.initiative.0.x', 'a.initiativeToo', 'a.place.0.street', 'for'].map((name) =>
        isOfStep(step, name),
      ),
    ).toEqual([true, true, false, false, false]);
  });

  it('are called as what they ask', () => {
    const label = (it: string): DataField => ({ ...aField('text', 0), label: { it, en: it } });
    expect(sectionTitle([label('Dal'), label('Al')], 'it')).toBe('Dal e al');
    expect(sectionTitle([label('Titolo'), label('SCIA'), label('Uso')], 'en')).toBe('Titolo, SCIA, and uso');
  });
});
