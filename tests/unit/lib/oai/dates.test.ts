import { describe, expect, it } from 'vitest';
import { readDate, writeDate } from '#lib/oai/dates.ts';

const day = Date.parse('2026-02-28T00:00:00Z') / 1000;

describe('dates of OAI-PMH', () => {
  it.each([
    ['2026-02-28', { granularity: 'day', first: day, last: day + 86_399 }],
    ['2026-02-28T00:00:00Z', { granularity: 'second', first: day, last: day }],
    ['0001-01-01', { granularity: 'day', first: -62_135_596_800, last: -62_135_510_401 }],
    ['2024-02-29T23:59:59Z', { granularity: 'second', first: 1_709_251_199, last: 1_709_251_199 }],
  ])('reads %s', (text, date) => expect(readDate(text)).toEqual(date));

  it.each([
    '',
    '2026',
    '2026-02',
    '2026-02-30',
    '2026-13-01',
    '2025-02-29',
    '0000-01-01',
    '2026-02-28T24:00:00Z',
    '2026-02-28T23:59:60Z',
    '2026-02-28T10:00Z',
    '2026-02-28T10:00:00',
    '2026-02-28T10:00:00+01:00',
    '2026-02-28T10:00:00.5Z',
    '2026-02-28 10:00:00Z',
    ' 2026-02-28',
    '2026-02-28\n',
    '+02026-02-28',
    '٢٠٢٦-٠٢-٢٨',
  ])('refuses %j', (text) => expect(readDate(text)).toBeNull());

  it('writes seconds of UTC', () => expect(writeDate(day + 1)).toBe('2026-02-28T00:00:01Z'));
});
