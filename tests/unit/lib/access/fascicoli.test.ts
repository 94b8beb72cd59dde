import { describe, expect, it } from 'vitest';
import { fascicoliReachOf, maySeeFascicolo } from '#lib/access/fascicoli.ts';
import { citizen, organisation, staff } from '#tests/builders/access.ts';

const sees = (session: Parameters<typeof maySeeFascicolo>[0], unit: string, type: string | null = null) =>
  maySeeFascicolo(session, { unit, type }, organisation).allowed;

describe('who sees a fascicolo', () => {
  it.each([
    [staff('officer', 'atti'), ['atti']],
    [staff('responsible', 'edilizia'), ['edilizia']],
    [staff('manager', 'edilizia'), ['atti', 'edilizia']],
    [staff('manager', null), ['atti', 'edilizia', 'gabinetto']],
    [staff('archivist', 'atti'), ['atti', 'edilizia', 'gabinetto']],
    [staff('frontOffice', 'atti'), []],
    [staff('administrator', null), []],
    [citizen('lucia'), []],
  ] as const)('%j: those of %j', (session, units) => {
    expect(['atti', 'edilizia', 'gabinetto'].filter((unit) => sees(session, unit))).toEqual(units);
    expect(fascicoliReachOf(session, organisation).length > 0).toBe(units.length > 0);
  });

  it('a role for some types is none for what no procedure leads', () => {
    const narrow = staff('officer', 'atti', { types: ['accesso'] });
    expect([sees(narrow, 'atti', 'accesso'), sees(narrow, 'atti', 'patrocinio'), sees(narrow, 'atti')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('says whose it is', () =>
    expect(maySeeFascicolo(staff('officer', 'atti'), { unit: 'gabinetto', type: null }, organisation)).toMatchObject({
      allowed: false,
      reason: { code: 'anotherOffice' },
    }));
});
