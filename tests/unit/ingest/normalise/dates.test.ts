import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseDates } from '#ingest/normalise/dates.ts';

const spanOf = (display: string | null, normal: string | null = null) => {
  const { dates, problems } = normaliseDates([{ display, normal }]);
  return [dates.start, dates.end, dates.certainty, ...problems.map(({ code }) => code)];
};

describe('dates in words', () => {
  it.each<[string, string | null, string | null, string]>([
    ['1418', '1418-01-01', '1418-12-31', 'certain'],
    ['1418-1430', '1418-01-01', '1430-12-31', 'certain'],
    ['1418 – 1430', '1418-01-01', '1430-12-31', 'certain'],
    ['[1630 ca.]', '1630-01-01', '1630-12-31', 'approximate'],
    ['1975?', '1975-01-01', '1975-12-31', 'uncertain'],
    ['sec. XVI', '1501-01-01', '1600-12-31', 'approximate'],
    ['sec. XVI in.', '1501-01-01', '1520-12-31', 'approximate'],
    ['sec. XVI ex.', '1581-01-01', '1600-12-31', 'approximate'],
    ['sec. XVI metà', '1540-01-01', '1560-12-31', 'approximate'],
    ['prima metà sec. XVI', '1501-01-01', '1550-12-31', 'approximate'],
    ['sec. XVI seconda metà', '1551-01-01', '1600-12-31', 'approximate'],
    ['sec. XVI primo quarto', '1501-01-01', '1525-12-31', 'approximate'],
    ['ultimo quarto del sec. XVIII', '1776-01-01', '1800-12-31', 'approximate'],
    ['secc. XV-XVI', '1401-01-01', '1600-12-31', 'approximate'],
    ['sec. XV ex. - sec. XVI in.', '1481-01-01', '1520-12-31', 'approximate'],
    ['Ottocento', '1801-01-01', '1900-12-31', 'approximate'],
    ['1546 ott. 15 - 1583 apr. 19', '1546-10-15', '1583-04-19', 'certain'],
    ['1946 ott. 15 - 1983 apr. 19 (con documenti in copia del 1943)', '1946-10-15', '1983-04-19', 'certain'],
    ['1966 mag. 2', '1966-05-02', '1966-05-02', 'certain'],
    ['1942 gennaio-marzo', '1942-01-01', '1942-03-31', 'certain'],
    ['15 feb. 1930 - 1 ott. 1932', '1930-02-15', '1932-10-01', 'certain'],
    ['3-7 marzo 1912', '1912-03-03', '1912-03-07', 'certain'],
    ['31/12/1930', '1930-12-31', '1930-12-31', 'certain'],
    ['dal 1500 al 1600', '1500-01-01', '1600-12-31', 'certain'],
    ['post 1500', '1500-01-01', null, 'approximate'],
    ['ante 1600', null, '1600-12-31', 'approximate'],
    ['1991-', '1991-01-01', null, 'certain'],
    ['1914-18', '1914-01-01', '1918-12-31', 'certain'],
    ['1914, 1918-1920', '1914-01-01', '1920-12-31', 'certain'],
    ['1901, 2014, and undated', '1901-01-01', '2014-12-31', 'certain'],
    ['circa 1920', '1920-01-01', '1920-12-31', 'approximate'],
    ['c. 1850', '1850-01-01', '1850-12-31', 'approximate'],
    ['1900s', '1900-01-01', '1909-12-31', 'approximate'],
    ['1950s-1990s', '1950-01-01', '1999-12-31', 'approximate'],
    ['March 1912', '1912-03-01', '1912-03-31', 'certain'],
    ['March 3, 1912', '1912-03-03', '1912-03-03', 'certain'],
    ['late 19th century', '1881-01-01', '1900-12-31', 'approximate'],
    ['between 1500 and 1520', '1500-01-01', '1520-12-31', 'approximate'],
    ['12. März 1912', '1912-03-12', '1912-03-12', 'certain'],
    ['um 1920', '1920-01-01', '1920-12-31', 'approximate'],
    ['19. Jahrhundert', '1801-01-01', '1900-12-31', 'approximate'],
    ['XIXe siècle', '1801-01-01', '1900-12-31', 'approximate'],
    ['vers 1780', '1780-01-01', '1780-12-31', 'approximate'],
    ['19e eeuw', '1801-01-01', '1900-12-31', 'approximate'],
    ['1900-1950, bulk 1920-1940', '1900-01-01', '1950-12-31', 'certain'],
    ['1998 Spring', '1998-01-01', '1998-12-31', 'approximate'],
    ['1999 Spring/Summer', '1999-01-01', '1999-12-31', 'approximate'],
    ['primavera 1406', '1406-01-01', '1406-12-31', 'approximate'],
    ['14(21) juni 11', '1421-06-11', '1421-06-11', 'certain'],
    ['1772--1778', '1772-01-01', '1778-12-31', 'certain'],
    ['(1915).', '1915-01-01', '1915-12-31', 'certain'],
    ['1905, 1907/8, 1911/15, 1916/35.', '1905-01-01', '1935-12-31', 'certain'],
    ['1930-12', '1930-12-01', '1930-12-31', 'certain'],
    ['1901-03-03/1902-01-01', '1901-03-03', '1902-01-01', 'certain'],
    ['19301231', '1930-12-31', '1930-12-31', 'certain'],
    ['s.d. [ma post 1930]', '1930-01-01', null, 'approximate'],
    ['1980-oggi', '1980-01-01', null, 'certain'],
    ['1975-present', '1975-01-01', null, 'certain'],
    ['1900 in poi', '1900-01-01', null, 'certain'],
    ['-1910', null, '1910-12-31', 'approximate'],
    ['late 1880s', '1880-01-01', '1889-12-31', 'approximate'],
    ['[18..]', '1800-01-01', '1899-12-31', 'approximate'],
    ['XVIe-XVIIIe siècles', '1501-01-01', '1800-12-31', 'approximate'],
    ['15./16. Jh.', '1401-01-01', '1600-12-31', 'approximate'],
    ['16e-18e eeuw', '1501-01-01', '1800-12-31', 'approximate'],
    ['siglos XVI-XVIII', '1501-01-01', '1800-12-31', 'approximate'],
    ['desde 1900 hasta 1910', '1900-01-01', '1910-12-31', 'certain'],
    ['1861 or 1862', '1861-01-01', '1862-12-31', 'certain'],
    ['1900-1910, inclusive', '1900-01-01', '1910-12-31', 'certain'],
    ['s.f.', null, null, 'certain'],
    ['undated.', null, null, 'certain'],
    ["1906-1928, 1960's.", '1906-01-01', '1969-12-31', 'approximate'],
    ['not before 1984', '1984-01-01', null, 'approximate'],
    ['1947/', '1947-01-01', null, 'certain'],
    ['s.d.', null, null, 'certain'],
    ['undated', null, null, 'certain'],
    ['ohne Datum', null, null, 'certain'],
  ])('%s', (display, start, end, certainty) => {
    expect(spanOf(display)).toEqual([start, end, certainty]);
    expect(normaliseDates([{ display }]).dates.display).toBe(display);
  });

  it.each(['nach dem Krieg', 'February 29, 1901', '1397 - l40l', 'fascicolo 1914'])(
    'keeps as text what it does not understand: %s',
    (display) => {
      expect(spanOf(display)).toEqual([null, null, 'certain', 'date-unreadable']);
      expect(normaliseDates([{ display }]).dates.display).toBe(display);
    },
  );
});

describe('standard values', () => {
  it.each<[string, string | null, string | null, ...string[]]>([
    ['1941', '1941-01-01', '1941-12-31'],
    ['1941-02', '1941-02-01', '1941-02-28'],
    ['1944-02', '1944-02-01', '1944-02-29'],
    ['19410531', '1941-05-31', '1941-05-31'],
    ['1941-05-31', '1941-05-31', '1941-05-31'],
    ['2025/02/22', '2025-02-22', '2025-02-22'],
    ['1941/1984', '1941-01-01', '1984-12-31'],
    ['19410531/198401', '1941-05-31', '1984-01-31'],
    ['1941-1984', '1941-01-01', '1984-12-31'],
    ['1941/', '1941-01-01', null],
    ['/1984', null, '1984-12-31'],
    ['0/9999', null, null, 'date-beyond'],
    ['1928/13302', '1928-01-01', null, 'date-beyond'],
    ['-300/200', null, '0200-12-31', 'date-bce'],
    ['1984/1941', null, null, 'date-inverted'],
    ['0100/1900', '0100-01-01', '1900-12-31', 'date-span'],
    ['1941-02-30', null, null, 'date-unreadable'],
    ['xx', null, null, 'date-unreadable'],
  ])('%s', (normal, start, end, ...problems) => {
    expect(spanOf('text', normal)).toEqual([start, end, 'certain', ...problems]);
  });

  it('win over words, and give way to them when they are malformed', () => {
    expect(spanOf('primi anni', '1900/1910').slice(0, 2)).toEqual(['1900-01-01', '1910-12-31']);
    expect(spanOf('1914-1918', '1914-18-00')).toEqual(['1914-01-01', '1918-12-31', 'certain']);
    expect(spanOf('undated', 'undated')).toEqual([null, null, 'certain']);
  });

  it('inverted dates keep their text', () => {
    expect(normaliseDates([{ display: '1984-1941', normal: '1984/1941' }]).dates.display).toBe('1984-1941');
  });
});

describe('several dates of one unit', () => {
  it('cover all of them, bulk dates only shown', () => {
    const { dates } = normaliseDates([
      { display: '1900-1950', normal: '1900/1950' },
      { display: '1962', normal: '1962' },
      { display: '1890-1895', normal: '1890/1895', bulk: true },
    ]);
    expect(dates).toEqual({
      display: '1900-1950, 1962, bulk 1890-1895',
      start: '1900-01-01',
      end: '1962-12-31',
      certainty: 'certain',
    });
  });

  it('without words the values are shown', () => {
    expect(normaliseDates([{ display: null, normal: '1941/1984' }]).dates.display).toBe('1941-1984');
    expect(normaliseDates([{ display: null, from: '1941', to: '1984' }]).dates.display).toBe('1941-1984');
    expect(normaliseDates([]).dates).toEqual({ display: null, start: null, end: null, certainty: 'certain' });
  });

  it('take certainty from the source', () => {
    expect(normaliseDates([{ display: '1920', certainty: 'circa' }]).dates.certainty).toBe('approximate');
    expect(normaliseDates([{ display: '1920', certainty: 'dubbia' }]).dates.certainty).toBe('uncertain');
  });
});

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const pieces = fc.constantFrom(
  '1418',
  '18',
  '31',
  'sec.',
  'XVI',
  'ott.',
  'marzo',
  'ca.',
  '?',
  '-',
  '/',
  ' ',
  ' - ',
  'post',
  'bulk',
  's.d.',
  '[',
  ']',
  '(',
  ')',
  ',',
  '1900s',
  'in.',
  '99999',
  '0',
  'metà',
  'e',
);

it.each<[string, fc.Arbitrary<string>]>([
  ['any text', fc.string({ unit: 'grapheme', maxLength: 60 })],
  ['date-like text', fc.array(pieces, { maxLength: 9 }).map((words) => words.join(''))],
])('%s: never throws, real days, start before end', (_, text) => {
  fc.assert(
    fc.property(text, text, (display, normal) => {
      for (const statement of [{ display }, { display, normal }, { display: null, from: display, to: normal }]) {
        const { start, end } = normaliseDates([statement]).dates;
        for (const day of [start, end]) {
          if (day === null) continue;
          expect(day).toMatch(isoDay);
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        }
        if (start !== null && end !== null) expect(start <= end).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

const months = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
  ' ',
);
const day = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});
/** A day in the styles that archivists write. */
const styles: ((y: string, m: number, d: number, iso: string) => string)[] = [
  (_y, _m, _d, iso) => iso,
  (y, m, d) => `${d} ${months[m - 1]} ${y}`,
  (y, m, d) => `${y} ${months[m - 1]?.slice(0, 3)}. ${d}`,
  (y, m, d) => `${y} ${months[m - 1]} ${d}`,
  (y, m, d) => `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
  (y, m, d) => `[${d} ${months[m - 1]} ${y}]`,
];

function written(date: Date, style: number): { iso: string; text: string } {
  const iso = date.toISOString().slice(0, 10);
  const [y = '', m = '', d = ''] = iso.split('-');
  return { iso, text: styles[style]?.(y, Number(m), Number(d), iso) ?? '' };
}

it('any day in any style, alone or as a side of a range, is that day', () => {
  fc.assert(
    fc.property(day, day, fc.nat(styles.length - 2), (one, other, style) => {
      const [from, to] = one <= other ? [one, other] : [other, one];
      const [start, end] = [written(from, style), written(to, style)];
      expect(spanOf(start.text)).toEqual([start.iso, start.iso, 'certain']);
      expect(spanOf(`${start.text} - ${end.text}`).slice(0, 2)).toEqual([start.iso, end.iso]);
      expect(spanOf('text', `${start.iso}/${end.iso}`).slice(0, 2)).toEqual([start.iso, end.iso]);
    }),
    { numRuns: 300 },
  );
});
