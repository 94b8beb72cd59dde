import { describe, expect, it } from 'vitest';
import { checkGraph } from '#lib/procedures/types/check-graph.ts';
import { daysOfTerm, longestPath } from '#lib/procedures/types/check-term.ts';
import { placeProblems, readProcedureType } from '#lib/procedures/types/read-procedure-type.ts';
import { families } from '#lib/procedures/types/procedure-type.ts';
import { walkGraph } from '#lib/procedures/types/walk-graph.ts';
import { demoCatalogue, demoType, demoUnits, typeFiles, typeText } from '#tests/builders/procedure-types.ts';

const catalogue = demoCatalogue();
const units = demoUnits();
const codes = typeFiles.map((file) => file.replace('.yaml', ''));

it('are the sixteen of the demonstration, three of them in two versions', () =>
  expect(codes).toEqual([
    'accesso-documentale',
    'accesso-pratiche-edilizie',
    'cambio-residenza',
    'cancellazione-irreperibilita',
    'certificato-destinazione-urbanistica',
    'cila',
    'commercio-aree-pubbliche',
    'consultazione-archivio.v2',
    'consultazione-archivio',
    'consultazione-deposito',
    'consultazione-riservata.v2',
    'consultazione-riservata',
    'iscrizione-nido',
    'occupazione-suolo-48-ore',
    'occupazione-suolo-pubblico',
    'patrocinio',
    'permesso-di-costruire.v2',
    'permesso-di-costruire',
    'scia-agibilita',
  ]));

it('are of every family', () => expect(new Set(codes.map((code) => demoType(code).family))).toEqual(new Set(families)));

describe.each(typeFiles)('%s', (file) => {
  const text = typeText(file);
  const type = demoType(file.replace('.yaml', ''));

  it('is valid', () => expect(readProcedureType(text, file).problems).toEqual([]));

  it('has a sound graph', () => expect(placeProblems(text, file, checkGraph(type, catalogue))).toEqual([]));

  it('names offices that there are', () => {
    const named = [type.unit, type.responsible, type.decidingOffice, type.informationOffice, type.substitute.office];
    expect(named.filter((code) => !units.has(code))).toEqual([]);
  });

  it('leaves its activities room in the term', () => {
    const days = daysOfTerm(type)?.days ?? Infinity;
    expect(longestPath(type.graph, catalogue, walkGraph(type.graph)).days).toBeLessThanOrEqual(days);
  });

  it('asks for nothing in only one language', () => expect(text).not.toMatch(/\b(it|en): ['"]?\s*['"]?\s*[,}\n]/));
});

it('every activity of the catalogue says something to the citizen', () =>
  expect([...catalogue.values()].filter(({ citizenText }) => !citizenText)).toEqual([]));

it('every activity is used', () => {
  const used = new Set(
    codes.flatMap((code) => Object.values(demoType(code).graph.nodes).map(({ activity }) => activity)),
  );
  expect([...catalogue.keys()].filter((code) => !used.has(code))).toEqual([]);
});

it.each([
  ['permesso-di-costruire', 'term', 90],
  ['permesso-di-costruire.v2', 'term', 90],
  ['cancellazione-irreperibilita', 'term', 180],
  ['accesso-documentale', 'term', 30],
  ['scia-agibilita', 'controlWindow', 30],
  ['cambio-residenza', 'verification', 45],
])('%s has a %s of %i days', (code, part, days) =>
  expect(demoType(code)).toMatchObject({ [part]: { days, unit: 'calendar' } }),
);

it('what the reference could not check is marked: the law on silence of a building permit', () =>
  expect(demoType('permesso-di-costruire')).toMatchObject({
    silence: { kind: 'silenzioAssenso', source: { unverified: true } },
  }));

it('the second version of the building permit adds the conferenza di servizi and the extension, and takes nothing away', () => {
  const [first, second] = [demoType('permesso-di-costruire'), demoType('permesso-di-costruire.v2')];
  expect(first).not.toMatchObject({ term: { extension: {} } });
  expect(second).toMatchObject({
    version: 2,
    term: { days: 90, extension: { days: 60, source: { article: 'art. 20, c. 7', unverified: true } } },
  });
  expect(Object.keys(second.graph.nodes).filter((node) => !(node in first.graph.nodes))).toEqual(['conferenza']);
  const lines = (type: typeof first) => type.graph.transitions.map((line) => JSON.stringify(line));
  expect(lines(first).filter((line) => !lines(second).includes(line))).toEqual([]);
});
