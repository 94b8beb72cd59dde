import { describe, expect, it } from 'vitest';
import { annullamentoDUfficioUntil } from '#lib/procedures/annullamento-d-ufficio.ts';
import { readClock } from '#lib/procedures/clock.ts';
import { indennizzoFor } from '#lib/procedures/indennizzo.ts';
import { lawClock } from '#lib/procedures/law-clock.ts';
import { potereSostitutivoClock } from '#lib/procedures/potere-sostitutivo.ts';
import { mayRefuse, preavvisoDiRigettoWindow } from '#lib/procedures/preavviso-di-rigetto.ts';
import { registroGiornalieroBy } from '#lib/procedures/registro-giornaliero.ts';
import { residenzaTerms } from '#lib/procedures/residenza.ts';
import { sciaControlClock } from '#lib/procedures/scia.ts';
import { effectOfAct, selfDeclarationFrom, silenceOf } from '#lib/procedures/silenzio.ts';
import { aClock, art2c7, law, on, padova, proroga } from '#tests/builders/procedure-time.ts';

describe('preavvisoDiRigetto (art. 10-bis)', () => {
  const window = preavvisoDiRigettoWindow('2026-03-20', law, padova);
  if (window.kind !== 'window') throw new Error('no law for 2026');

  it('gives the party ten days from the receipt', () => expect(window.until).toBe('2026-03-30'));

  it.each([
    {
      name: 'not on the last day of the window, for the party still may answer',
      observations: null,
      today: '2026-03-30',
      may: false,
    },
    { name: 'the day after', observations: null, today: '2026-03-31', may: true },
    { name: 'as soon as it has answered', observations: '2026-03-24', today: '2026-03-24', may: true },
  ])('lets refuse $name', ({ observations, today, may }) => expect(mayRefuse(window, observations, today)).toBe(may));
});

describe('potereSostitutivo (art. 2 c. 9-ter)', () => {
  it.each([
    {
      name: 'fifteen of thirty days; 25 April is a holiday, the 26th a Sunday',
      days: 30,
      half: 15,
      deadline: '2026-04-27',
    },
    {
      name: 'twenty-three of forty-five, for half a day is given whole; 3 May is a Sunday',
      days: 45,
      half: 23,
      deadline: '2026-05-04',
    },
    { name: 'one of one', days: 1, half: 1, deadline: '2026-04-11' },
  ])('has $name', ({ days, half, deadline }) => {
    const clock = potereSostitutivoClock(aClock({ days }), '2026-04-10', law);
    if (clock.kind === 'noLawInForce') throw new Error('no law for 2026');
    expect(clock).toMatchObject({ kind: 'substitute', term: { startOn: '2026-04-10', days: half }, ledger: [] });
    expect(readClock(clock, on('2026-04-10')).deadline).toEqual({ kind: 'fixed', on: deadline });
  });

  it('is half of the term first laid down: extensions and suspensions do not count', () => {
    const clock = aClock({}, [art2c7('2026-03-12', '2026-03-27'), proroga('2026-03-28', 30)]);
    expect(potereSostitutivoClock(clock, '2026-06-01', law)).toMatchObject({ term: { days: 15 } });
  });
});

describe('SCIA (art. 19)', () => {
  it.each([
    { name: 'sixty days in general', field: 'general' as const, deadline: '2026-05-02' },
    { name: 'thirty for building works; 2 April is a Thursday', field: 'edilizia' as const, deadline: '2026-04-02' },
  ])('may be forbidden within $name', ({ field, deadline }) => {
    // Filed on Tuesday 3 March 2026.
    const clock = sciaControlClock('2026-03-03', field, law, padova);
    if (clock.kind === 'noLawInForce') throw new Error('no law for 2026');
    expect(readClock(clock, on('2026-03-04')).deadline).toEqual({ kind: 'fixed', on: deadline });
  });
});

describe('terms that the law itself sets', () => {
  it.each([
    { name: 'twenty days for an opinion (art. 16)', key: 'parereDays' as const, term: { days: 20, unit: 'calendar' } },
    {
      name: 'thirty for access (art. 25)',
      key: 'accessoDocumentaleDays' as const,
      term: { days: 30, unit: 'calendar' },
    },
    { name: 'two working days', key: 'residenzaRegistrationWorkingDays' as const, term: { days: 2, unit: 'working' } },
  ])('$name', ({ key, term }) => {
    expect(lawClock(key, '2026-03-02', law, padova)).toMatchObject({ kind: 'legal', term });
  });

  it('are not known before the first checked day', () => {
    expect(lawClock('sciaControlDays', '2010-01-01', law, padova)).toMatchObject({ kind: 'noLawInForce' });
    expect(residenzaTerms('2010-01-01', law, padova)).toMatchObject({ kind: 'noLawInForce' });
    expect(registroGiornalieroBy('2010-01-01', law, padova)).toMatchObject({ kind: 'noLawInForce' });
    expect(preavvisoDiRigettoWindow('2010-01-01', law, padova)).toMatchObject({ kind: 'noLawInForce' });
    expect(indennizzoFor('2010-01-01', '2010-02-01', law, padova)).toMatchObject({ kind: 'noLawInForce' });
    expect(potereSostitutivoClock(aClock({}), '2010-01-01', law)).toMatchObject({ kind: 'noLawInForce' });
    expect(annullamentoDUfficioUntil('2010-01-01', law)).toMatchObject({ kind: 'noLawInForce' });
    expect(selfDeclarationFrom('2010-01-01', law, padova)).toMatchObject({ kind: 'noLawInForce' });
  });
});

describe('residenza (DL 5/2012 art. 5)', () => {
  it('declared on Friday 12 June 2026: registered by Tuesday, verified by 27 July', () => {
    const terms = residenzaTerms('2026-06-12', law, padova);
    if (terms.kind !== 'terms') throw new Error('no law for 2026');
    expect(terms).toMatchObject({ effectiveOn: '2026-06-12', registrationBy: '2026-06-16' });
    expect(readClock(terms.verification, on('2026-06-12')).deadline).toEqual({ kind: 'fixed', on: '2026-07-27' });
  });
});

describe('silence', () => {
  const silence = (
    effect: 'none' | 'silenzioAssenso' | 'silenzioRigetto',
    clock: ReturnType<typeof aClock>,
    today: string,
  ) => silenceOf(effect, clock, readClock(clock, on(today)));

  it('is awaited until the end of the last day', () => {
    expect(silence('silenzioAssenso', aClock({}), '2026-04-01')).toEqual({ kind: 'pending', on: '2026-04-01' });
  });

  it('forms at the midnight after it, Italian time', () => {
    expect(silence('silenzioAssenso', aClock({}), '2026-04-02')).toEqual({
      kind: 'formed',
      effect: 'silenzioAssenso',
      term: '2026-04-01',
      at: new Date('2026-04-01T22:00:00Z'),
    });
  });

  it('is avoided by an act in time and not by one after it', () => {
    expect(silence('silenzioRigetto', aClock({}, [], '2026-04-01'), '2026-05-01')).toEqual({
      kind: 'avoided',
      on: '2026-04-01',
    });
    expect(silence('silenzioRigetto', aClock({}, [], '2026-04-02'), '2026-05-01')).toMatchObject({ kind: 'formed' });
  });

  it('has no day yet while the clock stands still', () => {
    expect(silence('silenzioAssenso', aClock({}, [art2c7('2026-03-12', null)]), '2026-03-27')).toEqual({
      kind: 'held',
      earliest: '2026-04-16',
      latest: '2026-05-02',
    });
  });

  it('means nothing where the type gives it no effect', () => {
    expect(silence('none', aClock({}), '2026-07-01')).toEqual({ kind: 'none' });
  });

  it('makes later acts ineffective where the law says so (art. 2 c. 8-bis)', () => {
    const reading = readClock(aClock({}), on('2026-04-10'));
    expect(effectOfAct('2026-04-01', true, reading)).toEqual({ kind: 'effective' });
    expect(effectOfAct('2026-04-02', true, reading)).toEqual({ kind: 'ineffective', term: '2026-04-01' });
    expect(effectOfAct('2026-04-02', false, reading)).toEqual({ kind: 'effective' });
  });

  it('is proved by a self-declaration ten days after an attestation was asked for in vain (art. 20 c. 2-bis)', () => {
    expect(selfDeclarationFrom('2026-04-10', law, padova)).toBe('2026-04-21');
    // The office's ten days would end on Sunday 19 April.
    expect(selfDeclarationFrom('2026-04-09', law, padova)).toBe('2026-04-21');
  });
});

describe('indennizzo (DL 69/2013 art. 28)', () => {
  it.each([
    { name: 'nothing on the last day', until: '2026-04-01', euro: 0, capped: false },
    { name: 'thirty euro for each day', until: '2026-04-11', euro: 300, capped: false },
    { name: 'sixty-six days: 1,980', until: '2026-06-06', euro: 1980, capped: false },
    { name: 'from the sixty-seventh the ceiling', until: '2026-06-07', euro: 2000, capped: true },
  ])('is $name', ({ until, euro, capped }) => {
    expect(indennizzoFor('2026-04-01', until, law, padova)).toEqual({
      kind: 'indennizzo',
      euro,
      capped,
      requestBy: '2026-04-21',
    });
  });
});

describe('annullamentoDUfficio (art. 21-nonies)', () => {
  it.each([
    { name: 'six months for an act of 2026', adoptedOn: '2026-03-02', until: '2026-09-02' },
    {
      name: 'twelve for one whose year ends before the new six months would',
      adoptedOn: '2025-03-01',
      until: '2026-03-01',
    },
    { name: 'six from the new law for one adopted shortly before it', adoptedOn: '2025-11-01', until: '2026-06-18' },
  ])('$name', ({ adoptedOn, until }) => expect(annullamentoDUfficioUntil(adoptedOn, law)).toBe(until));
});
