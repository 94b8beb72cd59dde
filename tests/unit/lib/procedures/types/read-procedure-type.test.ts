import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '#lib/procedures/types/check-graph.ts';
import { pathWords, type PlacedProblem } from '#lib/procedures/types/problem.ts';
import {
  placeProblems,
  readActivityCatalogue,
  readProcedureType,
  readUnits,
} from '#lib/procedures/types/read-procedure-type.ts';
import { demoCatalogue, demoType, typeText, withGraph } from '#tests/builders/procedure-types.ts';

const good = typeText('patrocinio.yaml');
const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
const told = (problems: readonly PlacedProblem[]) =>
  problems.map(({ line, path, message }) => `${line} ${pathWords(path)} ${message.en}`);

describe('readProcedureType', () => {
  it('names every problem of a file at its line, in their order', () => {
    const bad = good
      .replace('version: 1\n', 'version: 0\n')
      .replace('status: published\n', 'status: pubblished\n')
      .replace("validFrom: '2023-01-01'\n", "validFrom: '2026-02-30'\n")
      .replace('unit: gabinetto-sindaco\n', 'unit: Gabinetto del Sindaco\ncolour: green\n')
      .replace('delegation: true\n', '')
      .replace('  days: 30\n', '  days: thirty\n')
      .replace('    granted: { outcome: granted }\n', '    granted: { outcome: consolidated }\n');
    const { value, problems } = readProcedureType(bad, 'schemas/procedures/types/patrocinio.yaml');
    expect(value).toBeNull();
    const at = (words: string) => lineOf(bad, words);
    expect(told(problems).map((line) => line.replace(/(must be one of: ).*/, '$1…'))).toEqual([
      '2 delegation is missing',
      `${at('version: 0')} version cannot be less than 1`,
      `${at('pubblished')} status must be one of: …`,
      `${at('02-30')} validFrom must be a day, as 2026-01-31`,
      `${at('Gabinetto del')} unit has not the form that is needed: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/`,
      `${at('colour')} colour "colour" is no entry known here`,
      `${at('thirty')} term.days must be a number`,
      `${at('  granted:')} outcomes.granted no end of the graph has the outcome "granted"`,
      `${at('consolidated')} graph.ends.granted.outcome must be one of: …`,
      `${at('consolidated')} graph.ends.granted.outcome the outcome "consolidated" is neither among the type's outcomes nor its silence`,
    ]);
    expect(problems.every(({ column, file }) => column > 0 && file.endsWith('patrocinio.yaml'))).toBe(true);
    expect(problems.every(({ message }) => message.it && message.en)).toBe(true);
  });

  it.each([
    ['a key given twice', 'version: 1\n', 'version: 1\nversion: 2\n', 'version: 2', 'this entry is there already'],
    ['an unknown family', 'family: application', 'family: petition', 'petition', 'must be one of: application, scia'],
    ['a code that is not the file’s', 'code: patrocinio', 'code: patronage', 'patronage', 'the file is called'],
    ['an empty text', 'en: Initiative }', "en: '' }", "en: '' }", 'needs at least 1'],
    ['an office under no code', 'unit: gabinetto-sindaco', 'unit: 12', 'unit: 12', 'must be a text'],
    ['a repeated field', 'name: programme', 'name: initiative', 'name: initiative', '"initiative" is there already'],
    [
      'a standard without its indicator',
      'indicator: onTimeNet',
      'indicator: silences',
      'indicator: silences',
      'is not among',
    ],
    [
      'stages that don’t add up',
      '  days: 30\n',
      '  days: 30\n  stages: [{ label: { it: x, en: x }, days: 29 }]\n',
      'stages',
      '29',
    ],
    ['a parcel that nobody asks for', 'parcel: none', 'parcel: required', 'parcel: required', 'does not agree'],
    ['an end before the start', 'validTo: null', "validTo: '2020-01-01'", 'validTo', 'ends before it begins'],
    ['a guard that nobody knows', 'guards: [documentsComplete', 'guards: [moonFull', 'moonFull', 'must be one of'],
  ])('%s', (_, from, to, where, words) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    const { problems } = readProcedureType(bad, 'patrocinio.yaml');
    const lines = bad.split('\n').flatMap((line, index) => (line.includes(where) ? [index + 1] : []));
    const there = problems.filter(({ line }) => lines.includes(line));
    expect(there.map(({ message }) => message.en).join('\n')).toContain(words);
    expect(there.length).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', '', 1],
    ['a list', '- a\n- b\n', 1],
    ['a broken flow', 'code: patrocinio\ntitle: { it: x\nversion: 1\n', 3],
    ['tabs', 'code: x\n\tversion: 1\n', 2],
    ['two documents', 'code: x\n---\ncode: y\n', 1],
    ['aliases that unfold without end', bomb(), 1],
    ['a very deep nesting', `a: ${'['.repeat(20_000)}`, 1],
    ['a very long text', 'x'.repeat(600_000), 1],
    ['a prototype', '__proto__: { family: application }\n', 1],
  ])('%s is a problem with a place and never falls over', (_, text, line) => {
    const { value, problems } = readProcedureType(text, 'x.yaml');
    expect(value).toBeNull();
    expect(problems[0]?.line).toBe(line);
  });

  it('answers any damage to a file with problems at lines that it has', () => {
    const lines = good.split('\n');
    const damage = fc.record({
      at: fc.nat({ max: lines.length - 1 }),
      with: fc.constantFrom('', '  - ', 'x: [', '*nobody', '  ', '{}', 'null', '&a !!binary x', '"'),
      gone: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(damage, ({ at, with: words, gone }) => {
        const bad = lines.toSpliced(at, gone, ...(words ? [words] : [])).join('\n');
        const { value, problems } = readProcedureType(bad, 'patrocinio.yaml');
        expect(value === null).toBe(problems.length > 0);
        const last = bad.split('\n').length;
        expect(problems.every(({ line, column }) => line >= 1 && line <= last && column >= 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('places what the graph’s check finds', () => {
    const type = withGraph(demoType('patrocinio'), (graph) => ({
      ...graph,
      transitions: graph.transitions.map((one, index) => (index === 1 ? { ...one, to: 'nowhere' } : one)),
    }));
    const [first] = placeProblems(good, 'patrocinio.yaml', checkGraph(type, demoCatalogue())).filter(
      ({ code }) => code === 'toNowhere',
    );
    expect(good.split('\n')[(first?.line ?? 0) - 1]).toContain('from: registration');
  });
});

function bomb(): string {
  const rows = Array.from(
    { length: 9 },
    (_, i) =>
      `k${i}: &a${i} [${Array(9)
        .fill(i ? `*a${i - 1}` : 'x')
        .join(', ')}]`,
  );
  return rows.join('\n');
}

describe('readActivityCatalogue', () => {
  const one = (code: string) =>
    `  - { code: ${code}, name: { it: a, en: a }, verb: { it: a, en: a }, phase: istruttoria, mode: desk, actor: officer, norm: { days: 1, unit: working }, notify: none }\n`;

  it('refuses a code given twice, at its line', () =>
    expect(told(readActivityCatalogue(`activities:\n${one('a')}${one('b')}${one('a')}`, 'a.yaml').problems)).toEqual([
      '4 activities[2].code "a" is there already',
    ]));

  it('names a wrong phase and a wrong unit together', () => {
    const bad = `activities:\n${one('a').replace('istruttoria', 'final').replace('working', 'business')}`;
    expect(readActivityCatalogue(bad, 'a.yaml').problems.map(({ path }) => pathWords(path))).toEqual([
      'activities[0].phase',
      'activities[0].norm.unit',
    ]);
  });
});

describe('offices', () => {
  const placed = 'parent: null, contacts: {}';
  it('are refused in one language', () =>
    expect(told(readUnits(`units:\n  suap: { it: Suap, ${placed} }\n`, 'units.yaml').problems)).toEqual([
      '2 units.suap.en is missing',
    ]));
  it('belong to an office, to none, or say that nobody knows', () => {
    const parents = ['suap', 'null', '{ unknown: { it: non letto, en: not read } }'];
    for (const parent of parents) {
      const text = `units:\n  suap: { it: S, en: S, ${placed} }\n  a: { it: A, en: A, parent: ${parent}, contacts: {} }\n`;
      expect(readUnits(text, 'units.yaml').problems).toEqual([]);
    }
  });
  it('are refused below an office that is not there, and below themselves', () => {
    const text =
      'units:\n  a: { it: A, en: A, parent: b, contacts: {} }\n  b: { it: B, en: B, parent: a, contacts: {} }\n  c: { it: C, en: C, parent: d, contacts: {} }\n';
    expect(told(readUnits(text, 'units.yaml').problems)).toEqual([
      '2 units.a.parent the office belongs to itself',
      '3 units.b.parent the office belongs to itself',
      '4 units.c.parent "d" is no office',
    ]);
  });
});
