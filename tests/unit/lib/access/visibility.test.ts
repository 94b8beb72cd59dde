import { describe, expect, it } from 'vitest';
import { consultableFrom, decideVisibility, type VisibilityFacts } from '#lib/access/visibility.ts';

const historical: VisibilityFacts = {
  phase: 'historical',
  sensitivity: 'none',
  internal: false,
  closed: null,
  lastDate: '1950-12-31',
};
const today = '2026-11-23';

describe('decideVisibility', () => {
  it.each<[string, Partial<VisibilityFacts>, string]>([
    ['imported holdings are open', {}, 'open'],
    ['internal audience hides', { internal: true }, 'hidden'],
    ['a current file is hidden', { phase: 'current' }, 'hidden'],
    ['a file in deposit is hidden', { phase: 'deposit' }, 'hidden'],
    ['closed until further notice is described', { closed: { until: null } }, 'described'],
    ['closed until a day to come is described', { closed: { until: '2045-01-01' } }, 'described'],
    ['closed until a day that is past is open', { closed: { until: '2020-01-01' } }, 'open'],
    ['closed until today is closed today', { closed: { until: today } }, 'described'],
    ['closed until yesterday is open', { closed: { until: '2026-11-22' } }, 'open'],
    ['closed to the end of days', { closed: { until: '9999-12-31' } }, 'described'],
    ['health data of 1950 are free after 70 years (art. 122)', { sensitivity: 'healthSexFamily' }, 'open'],
    ['health data of 1970 are not', { sensitivity: 'healthSexFamily', lastDate: '1970-05-01' }, 'described'],
    [
      'judicial data of 1990 wait 40 years',
      { sensitivity: 'judicialOrSensitive', lastDate: '1990-05-01' },
      'described',
    ],
    ['sensitive without a date stays described', { sensitivity: 'judicialOrSensitive', lastDate: null }, 'described'],
    ['internal wins over open', { internal: true, closed: { until: '2020-01-01' } }, 'hidden'],
  ])('%s', (_, facts, visibility) => expect(decideVisibility({ ...historical, ...facts }, today)).toBe(visibility));
});

describe('consultableFrom', () => {
  it('is the later of law and source', () => {
    const facts = {
      ...historical,
      sensitivity: 'healthSexFamily' as const,
      lastDate: '1970-05-01',
      closed: { until: '2050-01-01' },
    };
    expect(consultableFrom(facts)).toBe('2050-01-02');
    expect(consultableFrom({ ...facts, closed: { until: '2030-01-01' } })).toBe('2040-05-01');
  });
  it('is null when nothing closes the record', () => expect(consultableFrom(historical)).toBeNull());
});
