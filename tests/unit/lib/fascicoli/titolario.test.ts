import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '#lib/fascicoli/conservation-plan.ts';
import { numberOfCode, referenceCode, yearOfOpening } from '#lib/fascicoli/reference-code.ts';
import {
  findVoice,
  titolarioOn,
  titolarioSchema,
  versionsAtOdds,
  voiceCode,
  voiceIn,
  voiceOf,
  voicesOf,
  type Titolario,
} from '#lib/fascicoli/titolario.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import { classNotInForce } from '#lib/procedures/types/check-titolario.ts';
import { createTitolari } from '#lib/store/titolari.ts';

const titolari = createTitolari('schemas/titolario');
const national = titolari.on('2026-01-01');

/** The next version: private building moves to a class of its own, consultancy is no more. */
const next: Titolario = titolarioSchema.parse({
  ...national,
  version: '2027',
  validFrom: '2027-01-01',
  titles: national.titles.map((title) =>
    title.number === 'VI'
      ? {
          ...title,
          classes: [...title.classes.filter(({ number }) => number !== 3), { number: 11, name: 'Edilizia privata' }],
        }
      : title.number === 'V'
        ? { ...title, classes: title.classes.filter(({ number }) => number !== 3) }
        : title,
  ),
  replaces: {
    version: '2005',
    classes: [
      { from: { title: 'VI', class: 3 }, to: { title: 'VI', class: 11 } },
      { from: { title: 'V', class: 3 }, to: null },
    ],
  },
});
const both = [national, next];

describe('the titolario of December 2005', () => {
  it('has fourteen titles and 125 classes', () => {
    expect(national.titles.map(({ number }) => number).join(' ')).toBe(
      'I II III IV V VI VII VIII IX X XI XII XIII XIV',
    );
    expect(voicesOf(national).filter(({ class: number }) => number > 0)).toHaveLength(125);
  });

  it('keeps names whole where they have semicolons', () => {
    expect(findVoice(national, { title: 'I', class: 9 })?.className).toBe(
      'Politica del personale; ordinamento degli uffici e dei servizi',
    );
    expect(findVoice(national, { title: 'VI', class: 3 })?.className).toBe('Edilizia privata');
    expect(findVoice(national, { title: 'VI', class: 12 })).toBeNull();
  });

  it('lets a title without classes stand for itself, and no other', () => {
    expect(findVoice(national, { title: 'XIV', class: 0 })?.className).toBeNull();
    expect(findVoice(national, { title: 'VI', class: 0 })).toBeNull();
  });

  it('carries what no source says as unknown, with its reason', () => {
    const plan = titolari.planOf('2005');
    expect(plan).not.toBeNull();
    if (!plan) return;
    const building = rulesOf(plan, { title: 'VI', class: 3 });
    expect(building.map(({ retention }) => retention.disposition)).toEqual(['unknown']);
    const [orders] = rulesOf(plan, { title: 'IV', class: 12 });
    expect(orders?.retention).toMatchObject({
      disposition: 'unknown',
      reason: { it: expect.stringContaining('10 anni') },
    });
    const [relations] = rulesOf(plan, { title: 'IV', class: 13 });
    expect(relations?.retention).toMatchObject({ disposition: 'discard', years: 10, trigger: 'relationEnd' });
  });
});

describe('versions', () => {
  it('are in force from their day on', () => {
    expect(titolarioOn(both, '2026-12-31')?.version).toBe('2005');
    expect(titolarioOn(both, '2027-01-01')?.version).toBe('2027');
    expect(titolarioOn(both, '2005-11-30')).toBeNull();
  });

  it('say what became of a class', () => {
    expect(voiceIn(both, { version: '2005', title: 'VI', class: 3 }, '2027')).toEqual({ title: 'VI', class: 11 });
    expect(voiceIn(both, { version: '2005', title: 'VI', class: 1 }, '2027')).toEqual({ title: 'VI', class: 1 });
    expect(voiceIn(both, { version: '2005', title: 'V', class: 3 }, '2027')).toBeNull();
  });

  it('that contradict each other are told', () => {
    expect(versionsAtOdds(both)).toEqual([]);
    expect(versionsAtOdds([next])).toEqual(['version 2027 replaces 2005, which is not there']);
    expect(versionsAtOdds([national, { ...next, validFrom: national.validFrom }])).toHaveLength(1);
  });

  it('make a type that names a class no longer in force a finding', () => {
    const type = { titolario: { title: 'VI', class: 3 }, validFrom: '2025-01-01' };
    expect(classNotInForce(type, both, '2026-12-31')).toEqual([]);
    const [found] = classNotInForce(type, both, '2027-01-01');
    expect(found?.message.it).toContain('VI/11');
    // A draft that will begin with the new version is measured by that.
    expect(classNotInForce({ ...type, validFrom: '2027-03-01' }, both, '2026-12-31')).toHaveLength(1);
  });
});

describe('numbers of fascicoli', () => {
  const voice = fc.constantFrom(...voicesOf(national).map(({ title, class: number }) => ({ title, class: number })));

  it('are read back from their code', () => {
    fc.assert(
      fc.property(
        voice,
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.nat(99_999),
        (of, year, number, sub) => {
          const one = { ...of, year, number, sub };
          expect(numberOfCode(referenceCode(one))).toEqual(one);
        },
      ),
    );
    expect(referenceCode({ title: 'VI', class: 3, year: 2026, number: 12, sub: 0 })).toBe('2026-VI/3.12');
    expect(numberOfCode('2026-VI/3.0')).toBeNull();
    expect(numberOfCode('2026-IIII/3.1')).toBeNull();
  });

  it('have voices read back from theirs', () => {
    fc.assert(
      fc.property(voice, (of) => {
        expect(voiceOf(voiceCode(of))).toEqual(of);
      }),
    );
    for (const wrong of ['', 'VI/', 'VI/0', 'VI/03', 'VI/3/1', 'A/1', "VI/3'"]) expect(voiceOf(wrong)).toBeNull();
  });

  it('are of the year it is in Italy, to the second, wherever the machine stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 3_600_000 }), (year, by) => {
        const midnight = firstInstantOf(`${year}-01-01`).getTime();
        expect(yearOfOpening(romeDay(new Date(midnight)))).toBe(year);
        expect(yearOfOpening(romeDay(new Date(midnight + by)))).toBe(year);
        expect(yearOfOpening(romeDay(new Date(midnight - by)))).toBe(year - 1);
      }),
    );
    expect(yearOfOpening(romeDay(new Date('2026-12-31T23:30:00Z')))).toBe(2027);
  });
});
