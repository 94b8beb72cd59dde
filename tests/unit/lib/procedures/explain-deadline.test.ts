import { describe, expect, it } from 'vitest';
import { explainDeadline } from '#lib/procedures/explain-deadline.ts';
import { aClock, art2c7, on, proroga, stop } from '#tests/builders/procedure-time.ts';

const rowsOf = (...[clock, scenario]: [ReturnType<typeof aClock>, 'latest'?]) =>
  explainDeadline(clock, on('2026-07-01'), scenario)?.rows.map(
    ({ from, to, days, counted, total, why }) => `${from}..${to} ${days}/${counted}=${total} ${why.kind}`,
  );

describe('why this is the deadline', () => {
  it('day by day: first day out, ten counted, fifteen held, twenty counted', () => {
    expect(rowsOf(aClock({}, [art2c7('2026-03-12', '2026-03-27')]))).toEqual([
      '2026-03-02..2026-03-02 1/0=0 firstDayOut',
      '2026-03-03..2026-03-12 10/10=10 counted',
      '2026-03-13..2026-03-27 15/0=10 stopped',
      '2026-03-28..2026-04-16 20/20=30 counted',
    ]);
  });

  it('says which act and article held it', () => {
    const explanation = explainDeadline(
      aClock({}, [{ ...art2c7('2026-03-12', '2026-05-01'), act: 'prot. 123' }]),
      on('2026-07-01'),
    );
    expect(explanation?.rows[2]?.why).toEqual({
      kind: 'stopped',
      stops: [
        {
          id: 'sosp',
          kind: 'art2c7',
          act: 'prot. 123',
          article: 'L. 241/1990 art. 2 c. 7',
          effect: 'suspends',
          ended: 'limit',
        },
      ],
    });
  });

  it('names the holidays a term rolled past, and counts the one it ended on', () => {
    const explanation = explainDeadline(aClock({ startOn: '2026-03-06' }), on('2026-07-01'));
    expect(explanation).toMatchObject({ lastCounted: '2026-04-05', deadline: '2026-04-07' });
    const row = explanation?.rows.at(-1);
    expect(row).toMatchObject({ from: '2026-04-06', to: '2026-04-07', counted: 0, total: 30 });
    expect(row?.why.kind === 'rolled' && row.why.passed.map((day) => [day.on, day.name.it])).toEqual([
      ['2026-04-05', 'domenica'],
      ['2026-04-06', 'lunedì dell’Angelo'],
    ]);
  });

  it('names the days an office was closed', () => {
    const clock = aClock({ startOn: '2025-06-11', days: 2, unit: 'working', roll: 'none' });
    expect(rowsOf(clock)).toEqual([
      '2025-06-11..2025-06-11 1/0=0 firstDayOut',
      '2025-06-12..2025-06-12 1/1=1 counted',
      '2025-06-13..2025-06-15 3/0=1 notWorking',
      '2025-06-16..2025-06-16 1/1=2 counted',
    ]);
    const closed = explainDeadline(clock, on('2026-07-01'))?.rows[2]?.why;
    expect(closed?.kind === 'notWorking' && closed.days.map(({ id }) => id)).toEqual([
      'santAntonio',
      'sabato',
      'domenica',
    ]);
  });

  it('shows where an interruption put the count back to nothing', () => {
    const clock = aClock({}, [stop('2026-03-12', '2026-03-20', { effect: 'interrupts' })]);
    expect(rowsOf(clock)).toEqual([
      '2026-03-02..2026-03-02 1/0=0 firstDayOut',
      '2026-03-03..2026-03-12 10/10=10 counted',
      '2026-03-13..2026-03-20 8/0=0 stopped',
      '2026-03-21..2026-04-19 30/30=30 counted',
      '2026-04-20..2026-04-20 1/0=30 rolled',
    ]);
    expect(explainDeadline(clock, on('2026-07-01'))?.rows[2]?.restarted).toBe('altro');
  });

  it('says what the budget is made of', () => {
    expect(explainDeadline(aClock({}, [proroga('2026-03-20', 15)]), on('2026-07-01'))).toMatchObject({
      budget: 45,
      extensions: [{ id: 'proroga', act: 'det. 12', article: 'regolamento art. 7', days: 15 }],
    });
  });

  it('shows a suspension on the last day after the thirty that were counted', () => {
    expect(rowsOf(aClock({}, [art2c7('2026-04-01', '2026-04-10')]))?.slice(1)).toEqual([
      '2026-03-03..2026-04-01 30/30=30 counted',
      '2026-04-02..2026-04-10 9/0=30 stopped',
    ]);
  });

  it('says what it assumes while a suspension is open', () => {
    const clock = aClock({}, [art2c7('2026-03-12', null)]);
    const today = on('2026-03-27');
    expect(explainDeadline(clock, today)).toMatchObject({ assumed: ['sosp'], deadline: '2026-04-16' });
    expect(explainDeadline(clock, today, 'latest')).toMatchObject({ assumed: ['sosp'], deadline: '2026-05-02' });
  });

  it('has nothing to explain where there is no latest deadline', () => {
    expect(explainDeadline(aClock({}, [stop('2026-03-12', null)]), on('2026-03-27'), 'latest')).toBeNull();
  });
});
