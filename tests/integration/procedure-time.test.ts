import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarData } from '#lib/procedures/calendar-data.ts';
import { tendProcedures } from '#lib/jobs/tend-procedures.ts';
import { all, aRequest, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk('2026-03-02');
});
afterEach(() => desk.end());

const kindsOf = async (id: string): Promise<string[]> =>
  ((await desk.store.listEvents(id, all))?.events ?? []).map(({ event }) => event.kind);

/** The Comune makes a Wednesday a holiday. */
function withHoliday(data: CalendarData, day: string): CalendarData {
  const source = { article: 'ordinanza 1/2026', status: 'unverified' as const };
  const rule = {
    id: 'straordinaria',
    name: { it: 'Festa straordinaria', en: 'Extraordinary holiday' },
    on: { rule: 'once' as const, day },
    valid: [{ from: day, until: day, source }],
  };
  return { ...data, holidays: [...data.holidays, rule] };
}

describe('what time brings', () => {
  it('silence comes the day after the term, once, and a night that was missed changes nothing', async () => {
    const { id, dueOn } = await filed(desk.store, { type: 'accesso-documentale' });
    expect(dueOn).toBe('2026-04-01');
    desk.setDay('2026-04-01');
    expect(await desk.store.sweep()).toEqual({ asked: 1, changed: 0 });
    expect((await desk.store.findCase(id, all))?.line).toMatchObject({ state: 'running', overdue: false });
    // Nobody was there on the 2nd.
    desk.setDay('2026-04-03');
    expect(await desk.store.sweep()).toEqual({ asked: 1, changed: 1 });
    const view = await desk.store.findCase(id, all);
    expect(view?.line).toMatchObject({ state: 'concluded', outcome: 'silenzioRigetto' });
    expect(await desk.store.sweep()).toEqual({ asked: 0, changed: 0 });
    desk.setDay('2026-04-04');
    expect(await desk.store.sweep()).toEqual({ asked: 0, changed: 0 });
    const { rows } = await desk.pool.query(`SELECT by_silence FROM eli4u.procedure WHERE id = $1`, [id]);
    expect(rows[0].by_silence).toBe(true);
  });

  it('what only reads differently is written, so that lists tell what is late', async () => {
    const { id } = await filed(desk.store);
    desk.setDay('2026-04-10');
    await desk.store.sweep();
    const page = await desk.store.listWork({ view: 'overdue', me: 'anna', units: [], reach: all, filter: {} });
    expect(page.lines).toMatchObject([{ id, overdue: true, clockState: 'expired', dueOn: '2026-04-01' }]);
    expect(await kindsOf(id)).not.toContain('concluded');
  });

  it('asks nobody twice when the clock is set back', async () => {
    await filed(desk.store);
    desk.setDay('2026-03-10');
    expect((await desk.store.sweep()).asked).toBe(1);
    desk.setDay('2026-03-05');
    expect((await desk.store.sweep()).asked).toBe(0);
  });

  it('goes on where a sweep was broken off', async () => {
    await filed(desk.store);
    const stop = new AbortController();
    stop.abort();
    expect(await desk.store.sweep(stop.signal)).toEqual({ asked: 0, changed: 0 });
    expect((await desk.store.sweep()).asked).toBe(1);
  });

  it('two workers at once ask once', async () => {
    await filed(desk.store);
    const said: string[] = [];
    const tend = () => tendProcedures(desk.pool, desk.store, desk.now, (line) => said.push(line));
    await Promise.all([tend(), tend()]);
    const { rows } = await desk.pool.query(`SELECT value FROM eli4u.setting WHERE key = 'time_swept'`);
    expect(rows[0].value).toEqual({ day: '2026-03-02', after: null });
  });
});

describe('an edited calendar', () => {
  it('moves the deadlines that it touches, and says which days did it', async () => {
    const touched = await filed(desk.store);
    desk.setDay('2026-03-03');
    const untouched = await filed(desk.store);
    expect(await desk.store.reproject()).toEqual({ edited: false, looked: 0, moved: 0 });
    const edited = desk.withCalendar(withHoliday(desk.types.calendar(), '2026-04-01'));
    expect(await edited.reproject()).toEqual({ edited: true, looked: 2, moved: 1 });
    const view = await edited.findCase(touched.id, all);
    expect(view?.line.dueOn).toBe('2026-04-02');
    expect(view?.procedure.version).toBe(touched.version + 1);
    const last = (await edited.listEvents(touched.id, all))?.events.at(-1);
    expect(last).toMatchObject({
      actor: 'system',
      event: {
        kind: 'deadlineReprojected',
        before: '2026-04-01',
        after: '2026-04-02',
        because: [{ on: '2026-04-01', was: null, is: 'Festa straordinaria' }],
      },
    });
    expect(await kindsOf(untouched.id)).not.toContain('deadlineReprojected');
    // Once, and again when the edit is taken back.
    expect(await edited.reproject()).toMatchObject({ edited: false });
    expect(await desk.store.reproject()).toEqual({ edited: true, looked: 2, moved: 1 });
    expect((await desk.store.findCase(touched.id, all))?.line.dueOn).toBe('2026-04-01');
  });

  it('edited again before all cases were looked at, begins with the first', async () => {
    const { id } = await filed(desk.store);
    await desk.store.reproject();
    const broken = JSON.stringify({ id: 'zzzzzzzz', towards: 'a calendar that nobody has any more' });
    await desk.pool.query(
      `UPDATE eli4u.setting SET value = jsonb_set(value, '{after}', $1::jsonb) WHERE key = 'calendar'`,
      [broken],
    );
    const edited = desk.withCalendar(withHoliday(desk.types.calendar(), '2026-04-01'));
    expect(await edited.reproject()).toMatchObject({ edited: true, moved: 1 });
    expect((await edited.findCase(id, all))?.line.dueOn).toBe('2026-04-02');
  });

  it('leaves what has ended as it was', async () => {
    const { id } = await filed(desk.store, { type: 'accesso-documentale' });
    await desk.store.reproject();
    desk.setDay('2026-04-03');
    await desk.store.sweep();
    const edited = desk.withCalendar(withHoliday(desk.types.calendar(), '2026-04-01'));
    expect(await edited.reproject()).toEqual({ edited: true, looked: 0, moved: 0 });
    expect((await edited.findCase(id, all))?.line.concludedOn).not.toBeNull();
  });

  it('an office that acts after it finds the case as it now is', async () => {
    const receipt = await filed(desk.store, aRequest());
    await desk.store.reproject();
    const edited = desk.withCalendar(withHoliday(desk.types.calendar(), '2026-04-01'));
    await edited.reproject();
    const result = await edited.act({
      id: receipt.id,
      reach: all,
      actor: { kind: 'officer', id: 'anna' },
      action: { kind: 'assign', to: 'anna' },
      expected: receipt.version,
    });
    expect(result).toMatchObject({ kind: 'conflict', since: [{ event: { kind: 'deadlineReprojected' } }] });
  });
});
