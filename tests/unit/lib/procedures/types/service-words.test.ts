import { describe, expect, it } from 'vitest';
import { procedureTypeSchema } from '#lib/procedures/types/procedure-type.ts';
import { costWords, durationWords } from '#lib/procedures/types/service-words.ts';
import { silencePlainly } from '#lib/procedures/types/silence-words.ts';
import { rollWords, termLines } from '#lib/procedures/types/term-lines.ts';
import { suspensionWords } from '#lib/procedures/types/term-words.ts';
import { groupByTheme, themeOf } from '#lib/procedures/types/theme.ts';
import { unverifiedSources } from '#lib/procedures/types/unverified.ts';
import { law } from '#tests/builders/procedure-time.ts';
import { demoType, smallTypes, typeFiles } from '#tests/builders/procedure-types.ts';

const codes = typeFiles.map((file) => file.replace('.yaml', ''));
const small = Object.values(smallTypes).map((type) => procedureTypeSchema.parse(type));

it.each([
  ['permesso-di-costruire', 'Entro 90 giorni', 'Within 90 days'],
  [
    'occupazione-suolo-48-ore',
    'Di norma entro 5 giorni; al più tardi entro 30 giorni',
    'Usually within 5 days; at the latest within 30 days',
  ],
  ['scia-agibilita', 'Ha effetto subito; controllo entro 30 giorni', 'Effective at once; check within 30 days'],
  ['iscrizione-nido', 'I tempi sono nel bando', 'Times are in the notice'],
])('%s takes: %s', (code, italian, english) =>
  expect(durationWords(demoType(code))).toEqual({ it: italian, en: english }),
);

it.each([
  ['cambio-residenza', 'Non si paga niente'],
  ['occupazione-suolo-48-ore', 'Bollo 32 €; canone unico patrimoniale: secondo i casi'],
  ['accesso-documentale', 'Costi di ricerca e copia: da verificare'],
])('%s costs: %s', (code, words) => expect(costWords(demoType(code)).it).toBe(words));

it('a table of amounts is told by its ends', () =>
  expect(costWords(demoType('permesso-di-costruire')).en).toMatch(/^Fees from €\d+ to €\d+/));

describe('themes', () => {
  it('follow from the titolario', () => {
    expect(codes.filter((code) => themeOf(demoType(code)) === 'other')).toEqual([]);
    expect(themeOf(demoType('consultazione-archivio'))).toBe('documentsAndArchives');
    expect(themeOf(demoType('patrocinio'))).toBe('eventsAndAssociations');
    expect(themeOf({ titolario: { title: 'XIV', class: 1 } })).toBe('other');
  });

  it('hold every type once, by title', () => {
    const inForce = codes.filter((code) => !code.includes('.')).map(demoType);
    const groups = groupByTheme(inForce, 'it');
    expect(groups.flatMap(({ types }) => types)).toHaveLength(inForce.length);
    expect(groups.find(({ theme }) => theme === 'homeAndBuilding')?.types.map(({ code }) => code)).toEqual([
      'accesso-pratiche-edilizie',
      'certificato-destinazione-urbanistica',
      'cila',
      'permesso-di-costruire',
      'scia-agibilita',
    ]);
  });
});

describe('silence, plainly', () => {
  it.each([
    ['permesso-di-costruire', /si considera accolta.*Non vale se ci sono vincoli/],
    ['accesso-documentale', /si considera rifiutata/],
    ['cambio-residenza', /si considera confermato/],
    ['occupazione-suolo-48-ore', /né sì né no/],
    ['scia-agibilita', /Non devi aspettare una risposta/],
  ])('%s: %s', (code, words) => expect(silencePlainly(demoType(code)).text.it).toMatch(words));

  it.each(small.map((type) => [type.family, type] as const))('%s says something', (_family, type) =>
    expect(silencePlainly(type).text.en).not.toBe(''),
  );
});

describe('what makes a term longer', () => {
  const said = (code: string, day = '2026-11-25') =>
    suspensionWords(demoType(code), law, day).map(({ text }) => text.it);

  it('comes from the graph, with the figures in force on the day', () => {
    expect(said('occupazione-suolo-48-ore').join()).toMatch(/non più di 30 giorni.*hai 10 giorni per rispondere/);
    expect(said('accesso-documentale').join()).toMatch(/ricomincia da capo/);
    expect(said('scia-agibilita').join()).toMatch(/che cosa correggere/);
    expect(said('iscrizione-nido')).toEqual([]);
  });

  it('has no figure for a day of which no law is known', () =>
    expect(said('occupazione-suolo-48-ore', '1990-01-01').join()).not.toMatch(/\d+ giorni/));
});

describe('the lines of a term', () => {
  it('give the parts that the law makes of it', () =>
    expect(termLines(demoType('permesso-di-costruire')).map(({ value }) => value.it)).toEqual([
      'entro 90 giorni',
      '60 giorni',
      '30 giorni',
    ]));

  it('say what a holiday does, where a term is counted', () => {
    expect(rollWords(demoType('patrocinio'))?.it).toContain('festivo');
    expect(rollWords(demoType('iscrizione-nido'))).toBeNull();
  });

  it.each(small.map((type) => [type.family, type] as const))(
    '%s has at least one, in both languages',
    (_family, type) => {
      const lines = termLines(type);
      expect(lines.length).toBeGreaterThan(0);
      expect(JSON.stringify(lines)).not.toMatch(/undefined|""/);
      expect(durationWords(type).en).not.toBe('');
      expect(costWords(type).it).not.toBe('');
    },
  );
});

it('what nobody has read in force is named once, and promises of the demonstration are not', () => {
  const found = unverifiedSources(demoType('permesso-di-costruire')).map(
    ({ act, article }) => `${act} ${article ?? ''}`,
  );
  expect(found).toContain('DPR 380/2001 art. 20');
  expect(new Set(found).size).toBeGreaterThan(1);
  expect(found.join()).not.toContain('Obiettivo');
});
