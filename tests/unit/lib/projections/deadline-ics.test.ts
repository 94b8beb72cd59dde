import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineIcs, type CalendarDay } from '#lib/projections/deadline-ics.ts';

const day: CalendarDay = {
  uid: 'p1@comune.example',
  on: '2026-12-31',
  summary: 'Termine: Passo carrabile; zona "A", via Dante',
  description: 'Prima riga\nseconda riga',
  url: 'https://comune.example/mia-pagina/pratiche/p1',
  madeAt: '2026-11-26T09:30:00.123Z',
  sequence: 7,
};
const unfolded = (ics: string) => ics.replaceAll('\r\n ', '').split('\r\n');

describe('the end of a term in a calendar', () => {
  it('is a whole day, the year’s last too', () => {
    const lines = unfolded(deadlineIcs(day));
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines).toContain('DTSTAMP:20261126T093000Z');
    expect(lines).toContain('SUMMARY:Termine: Passo carrabile\\; zona "A"\\, via Dante');
    expect(lines).toContain('DESCRIPTION:Prima riga\\nseconda riga');
    expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });

  it('has lines of at most 75 octets, never cut within a character, and nothing of a title is a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const ics = deadlineIcs({ ...day, summary });
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(unfolded(ics).length).toBe(unfolded(deadlineIcs(day)).length);
        expect(ics.isWellFormed()).toBe(summary.isWellFormed());
      }),
    );
  });
});
