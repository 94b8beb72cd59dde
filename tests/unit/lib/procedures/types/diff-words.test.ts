import { describe, expect, it } from 'vitest';
import { changesBetween } from '#lib/procedures/types/diff-words.ts';
import { isNamedKey } from '#lib/procedures/types/key-words.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { readProcedureType } from '#lib/procedures/types/read-procedure-type.ts';
import { demoType, demoUnits, typeFiles, typeText } from '#tests/builders/procedure-types.ts';

const units = demoUnits();
const type = demoType('permesso-di-costruire');
const told = (after: ProcedureType) =>
  changesBetween(type, after, units).map(({ label, before, after: now }) => [label.it, before?.it, now?.it]);
const edited = (...changes: [string, string][]): ProcedureType => {
  const text = changes.reduce((whole, [from, to]) => {
    expect(whole).toContain(from);
    return whole.replace(from, to);
  }, typeText('permesso-di-costruire.yaml'));
  const { value, problems } = readProcedureType(text, 'permesso-di-costruire.yaml');
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
};

describe('what one version says that another does not', () => {
  it('is nothing between a version and itself, whatever its number, state and first day', () => {
    expect(told(type)).toEqual([]);
    expect(told(edited(['version: 1', 'version: 2'], ["validFrom: '2023-01-01'", "validFrom: '2027-01-01'"]))).toEqual(
      [],
    );
  });

  it('names the part, what it was and what it is', () => {
    expect(told(edited(['it: Permesso di costruire,', 'it: Permesso di edificare,']))).toEqual([
      ['Titolo', 'Permesso di costruire', 'Permesso di edificare'],
    ]);
    expect(told(edited(['unit: edilizia-privata', 'unit: suap']))).toEqual([
      ['Unità o ufficio', units.get('edilizia-privata')?.it, units.get('suap')?.it],
    ]);
    expect(told(edited(['delegation: true', 'delegation: false']))).toEqual([['Delega', 'sì', 'no']]);
    expect(told(edited(['channels: [web, suap, pec]', 'channels: [web, counter, suap]']))).toEqual([
      ['Canali › PEC', 'PEC', undefined],
      ['Canali › allo sportello', undefined, 'allo sportello'],
    ]);
    expect(told(edited(['channels: [web, suap, pec]', 'channels: [suap, web, pec]']))).toEqual([
      ['Canali › ordine', 'in rete; SUAP; PEC', 'SUAP; in rete; PEC'],
    ]);
    expect(told(edited(['label: { it: Destinazione d’uso', 'label: { it: Uso']))).toEqual([
      ['Dati chiesti › use › dicitura', 'Destinazione d’uso', 'Uso'],
    ]);
  });

  it('tells the English apart', () =>
    expect(told(edited(['en: Use of the building', 'en: Use']))).toEqual([
      ['Dati chiesti › use › dicitura › in inglese', 'Use of the building', 'Use'],
    ]));

  it('names transitions by where they lead', () => {
    const first = type.graph.transitions[0];
    if (!first) throw new Error('no transition');
    const transitions = type.graph.transitions.slice(1);
    const after = { ...type, graph: { ...type.graph, transitions } } as ProcedureType;
    const [change] = changesBetween(type, after, units);
    expect(change?.label.it).toMatch(new RegExp(`^Passi › passaggi › ${first.from} → ${first.to}$`));
    expect(change?.after).toBeNull();
  });

  it('every part of the demonstration types has a name', () => {
    const dynamic = new Set(['nodes', 'ends', 'outcomes']);
    const unnamed = new Set<string>();
    const visit = (value: unknown, within: string): void => {
      if (Array.isArray(value)) for (const item of value) visit(item, within);
      else if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value)) {
          if (!dynamic.has(within) && !['it', 'en'].includes(key) && !isNamedKey(key)) unnamed.add(`${within}.${key}`);
          visit(part, dynamic.has(within) ? '' : key);
        }
    };
    for (const file of typeFiles) visit(demoType(file.replace('.yaml', '')), '');
    expect([...unnamed]).toEqual([]);
  });
});
