import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { draftFrom, publishedSource } from '#lib/procedures/types/draft-source.ts';
import { plainFields, writePlainFields } from '#lib/procedures/types/plain-fields.ts';
import { editScalars, scalarText } from '#lib/procedures/types/yaml-edit.ts';
import { demoUnits, typeFiles, typeText } from '#tests/builders/procedure-types.ts';

const units = demoUnits();
// To make the one of graphemes takes two seconds, once.
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('a text that is edited in places', () => {
  const text = `# a comment\ntitle: { it: Uno, en: 'One' } # beside\nlong: |\n  first\n  second\nempty:\nlist: [a,   b]\n`;

  it('keeps every other character', () => {
    expect(editScalars(text, [{ path: ['title', 'it'], value: "L'altro, nuovo" }])).toBe(
      text.replace('Uno', "'L''altro, nuovo'"),
    );
    expect(editScalars(text, [{ path: ['long'], value: 'short' }])).toBe(
      text.replace('|\n  first\n  second\n', 'short\n'),
    );
    expect(editScalars(text, [{ path: ['empty'], value: 5 }])).toBe(text.replace('empty:', 'empty: 5'));
    expect(editScalars(text, [{ path: ['nowhere', 'it'], value: 5 }])).toBe(text);
    expect(editScalars(text, [{ path: ['list'], value: 5 }])).toBe(text);
  });

  it('says what was written, whatever it is', () => {
    const holder = (value: string) => editScalars('a: { x: old, y: other } # note\n', [{ path: ['a', 'x'], value }]);
    fc.assert(
      fc.property(anyText, (value) => {
        fc.pre(value.isWellFormed());
        expect(parse(holder(value))).toEqual({ a: { x: value, y: 'other' } });
      }),
      { numRuns: 200 },
    );
    for (const value of ['true', 'null', '1', '2026-01-01', '- a', 'a: b', 'a #b', '', ' a ', "'", 'è così'])
      expect(parse(`x: ${scalarText(value)}`)).toEqual({ x: value });
  });

  it.each(typeFiles)('%s becomes the next version’s draft and is published in four lines', (file) => {
    const source = typeText(file);
    const draft = draftFrom(source, 2);
    expect(parse(draft)).toEqual({ ...parse(source), version: 2, status: 'draft', validFrom: null, validTo: null });
    const published = publishedSource(draft, '2027-01-01');
    expect(parse(published)).toMatchObject({ version: 2, status: 'published', validFrom: '2027-01-01' });
    const [was, is] = [source.split('\n'), published.split('\n')];
    expect(is.length).toBe(was.length);
    expect(is.filter((line, i) => line !== was[i]).length).toBeLessThanOrEqual(4);
  });
});

describe('forms for plain fields', () => {
  it.each(typeFiles)('%s: each field changes its own place and no other', (file) => {
    const source = typeText(file);
    const fields = plainFields(source, units);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    expect(fields.filter(({ group }) => group === 'identity').length).toBe(4);
    expect(fields.filter(({ group }) => group === 'citizen').length).toBe(6);
    expect(writePlainFields(source, units, new Map(fields.map(({ name, value }) => [name, value])))).toBe(source);
    for (const field of fields) {
      const value =
        field.kind === 'number'
          ? '17'
          : field.kind === 'choice'
            ? (field.options.at(-1)?.value ?? '')
            : 'Altro: «testo»';
      const written = writePlainFields(source, units, new Map([[field.name, value]]));
      const after = plainFields(written, units);
      expect(after.filter((one, i) => one.value !== fields[i]?.value).map(({ name }) => name)).toEqual(
        value === field.value ? [] : [field.name],
      );
      expect(written.match(/#.*$/gm)).toEqual(source.match(/#.*$/gm));
    }
  });

  it('keeps figures figures, and what is none as it was typed', () => {
    const source = typeText('permesso-di-costruire.yaml');
    const write = (name: string, value: string) => parse(writePlainFields(source, units, new Map([[name, value]])));
    expect(write('term/days', '45').term.days).toBe(45);
    const paid = typeText('certificato-destinazione-urbanistica.yaml');
    const euro = plainFields(paid, units).find(({ name }) => name.endsWith('/euro'));
    if (!euro) throw new Error('no amount');
    const written = writePlainFields(paid, units, new Map([[euro.name, '16,50']]));
    expect(plainFields(written, units).find(({ name }) => name === euro.name)?.value).toBe('16.5');
    expect(written).toMatch(/euro: 16\.5\b/);
    expect(write('term/days', 'trenta').term.days).toBe('trenta');
    expect(write('term/suspendable', 'false').term.suspendable).toBe(false);
    expect(write('citizen/purpose/it', 'a\r\nb').citizen.purpose.it).toBe('a\nb');
  });

  it('are none for a text that cannot be read', () => expect(plainFields('a: [', units)).toEqual([]));
});
