import { describe, expect, it } from 'vitest';
import { centuryInWords, datesInWords, dayInWords, languageName, languageTag } from '#lib/i18n/dates.ts';
import { chooseLanguage } from '#lib/i18n/language.ts';
import { translator } from '#lib/i18n/translate.ts';

describe('the language of a request', () => {
  it.each([
    ['en', 'it', 'it', 'en'],
    [null, 'en', 'it', 'en'],
    ['fr', undefined, 'en-GB,en;q=0.9', 'en'],
    [null, undefined, 'de, en;q=0.5, it;q=0.7', 'it'],
    [null, undefined, 'en;q=0, fr', 'it'],
    [null, 'xx', null, 'it'],
  ])('query %s, cookie %s, header %s: %s', (query, cookie, accept, expected) => {
    expect(chooseLanguage(query, cookie, accept)).toBe(expected);
  });
});

describe('words', () => {
  const it_ = translator('it');
  const en = translator('en');
  it('count in their own language', () => {
    expect(it_('search.total', { count: 1 })).toBe('1 risultato');
    expect(it_('search.total', { count: 1204 })).toBe('1.204 risultati');
    expect(en('search.total', { count: 1204 })).toBe('1,204 results');
  });
  it('leave a place empty-handed as it stands', () => {
    expect(it_('search.about')).toBe('circa {n}');
  });
});

describe('dates in words', () => {
  const t = translator('it');
  it.each([
    [{ display: 'sec. XVI in.', start: '1501-01-01', end: '1510-12-31' }, 'sec. XVI in.'],
    [{ display: null, start: '1418-01-01', end: '1418-12-31' }, '1418'],
    [{ display: null, start: '0918-01-01', end: '1000-12-31' }, '918–1000'],
    [{ display: null, start: '1885-01-01', end: null }, 'dal 1885'],
    [{ display: null, start: null, end: '1700-12-31' }, 'fino al 1700'],
    [{ display: null, start: null, end: null }, null],
  ])('%o: %s', (dates, expected) => {
    expect(datesInWords(dates, t)).toBe(expected);
  });
  it('write days, centuries and languages', () => {
    expect(dayInWords('2026-11-26', 'it')).toBe('26 novembre 2026');
    expect(dayInWords('2026-11-26T23:30:00.000Z', 'en')).toBe('26 November 2026');
    expect(dayInWords('2032-01-01', 'it')).toBe('1° gennaio 2032');
    expect(dayInWords('2032-01-11', 'it')).toBe('11 gennaio 2032');
    expect(['15', '21', '22', '23', '11'].map((century) => centuryInWords(century, 'en'))).toEqual([
      '15th century',
      '21st century',
      '22nd century',
      '23rd century',
      '11th century',
    ]);
    expect(['9', '14', '19', '20'].map((century) => centuryInWords(century, 'it'))).toEqual([
      'sec. IX',
      'sec. XIV',
      'sec. XIX',
      'sec. XX',
    ]);
    expect(languageName('lat', 'it')).toBe('latino');
    expect(languageName('ger', 'en')).toBe('German');
    expect(languageName('not a code', 'en')).toBe('not a code');
    expect([languageTag('ita'), languageTag('ger'), languageTag(null), languageTag('???')]).toEqual([
      'it',
      'de',
      'it',
      'it',
    ]);
  });
});
