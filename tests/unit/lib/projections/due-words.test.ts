import { describe, expect, it } from 'vitest';
import { dueWords, type DueLine } from '#lib/projections/due-words.ts';

const line = (part: Partial<DueLine>): DueLine => ({
  state: 'running',
  dueOn: null,
  dueLatest: null,
  clockState: 'runs',
  concludedOn: null,
  daysLate: null,
  ...part,
});

describe('the end of a term in words', () => {
  const today = '2026-11-23';
  it.each([
    ['2026-11-26', 'soon', 'tra 3 giorni, giovedì 26 novembre', 'in 3 days, Thursday 26 November'],
    ['2026-11-24', 'soon', 'domani, martedì 24 novembre', 'tomorrow, Tuesday 24 November'],
    ['2026-11-23', 'today', 'oggi, lunedì 23 novembre', 'today, Monday 23 November'],
    ['2026-11-19', 'late', 'scaduta da 4 giorni, giovedì 19 novembre', 'overdue by 4 days, since Thursday 19 November'],
    ['2026-11-22', 'late', 'scaduta da 1 giorno, domenica 22 novembre', 'overdue by 1 day, since Sunday 22 November'],
    ['2026-12-01', 'later', 'tra 8 giorni, martedì 1° dicembre', 'in 8 days, Tuesday 1 December'],
    ['2027-01-07', 'later', 'tra 45 giorni, giovedì 7 gennaio 2027', 'in 45 days, Thursday 7 January 2027'],
  ])('%s is %s', (dueOn, heat, it_, en) => {
    expect(dueWords(line({ dueOn }), today)).toEqual({ heat, words: { it: it_, en } });
  });

  it('says of a held term when it may end, and of none that there is none', () => {
    expect(
      dueWords(line({ clockState: 'suspended', dueOn: '2026-12-02', dueLatest: '2026-12-20' }), today),
    ).toMatchObject({
      heat: 'held',
      words: { it: 'termine sospeso; non prima di mercoledì 2 dicembre, al più tardi domenica 20 dicembre' },
    });
    expect(dueWords(line({ clockState: null }), today).heat).toBe('none');
  });

  it('counts no day of delay once the decision has stopped the clock', () => {
    expect(dueWords(line({ clockState: 'stopped', dueOn: '2026-11-04' }), today)).toEqual({
      heat: 'done',
      words: {
        it: 'decisa; il termine era mercoledì 4 novembre',
        en: 'decided; the term was Wednesday 4 November',
      },
    });
  });

  it('says of what is concluded by how much it was late', () => {
    expect(dueWords(line({ state: 'concluded', concludedOn: '2026-11-20', daysLate: 2 }), today).words.it).toBe(
      'conclusa venerdì 20 novembre, con 2 giorni di ritardo',
    );
  });
});
