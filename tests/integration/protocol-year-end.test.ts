/** The turn of the year: numbers begin again at 1, and the daily register of 31 December is made when the office comes back (DPR 445/2000 arts. 53, 57). */
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { tendRegister } from '#lib/jobs/tend-register.ts';
import { movedClock } from '#lib/moved-clock.ts';
import type { DocumentToRegister } from '#lib/store/protocol/document-to-register.ts';
import { createProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
afterEach(() => desk.end());

const registrar = (now: () => Date) =>
  createProtocolStore({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now });

const aDocument = (object: string): DocumentToRegister => {
  const sha256 = createHash('sha256').update(object).digest('hex');
  return {
    flow: 'in',
    sender: [{ name: 'Marta Zanon', address: 'marta@pec.example.it' }],
    recipients: [{ name: 'Protocollo' }],
    object,
    main: {
      title: 'Documento',
      format: 'pdf',
      kept: { sha256, bytes: 1, storageKey: `${sha256.slice(0, 2)}/${sha256}` },
    },
    attachments: [],
    senderOn: null,
    senderNumber: null,
    channel: 'paper',
    operator: 'officer:anna',
    unit: null,
    classification: null,
    emergency: null,
  };
};

it.each([
  // 1 January 2027 is a Friday: the next working days after it begin on Monday.
  { year: 2026, deliver: ['2027-01-04', '2027-01-04'] },
  // 1 January 2030 is a Tuesday.
  { year: 2029, deliver: ['2030-01-02', '2030-01-02'] },
])(
  'the register of 31 December $year is made on 2 January, with that day’s numbers alone, and the new year’s begin at 1',
  async ({ year, deliver }) => {
    desk = await openTestDesk(`${year}-12-31`);
    const [eve, newYear] = [`${year}-12-31`, `${year + 1}-01-01`];
    // Five tenths of a second before and after midnight in Rome.
    const before = registrar(() => new Date(`${eve}T22:59:59.5Z`));
    const after = registrar(() => new Date(`${eve}T23:00:00.5Z`));
    expect(await before.register(aDocument('primo'))).toMatchObject({ year, number: 1, on: eve });
    expect(await before.register(aDocument('secondo'))).toMatchObject({ year, number: 2, on: eve });
    expect(await after.register(aDocument('terzo'))).toMatchObject({ year: year + 1, number: 1, on: newYear });
    // Who began before midnight and comes late takes no number of a day that is over.
    expect(await before.register(aDocument('quarto'))).toMatchObject({ year: year + 1, number: 2, on: newYear });

    // On New Year's Eve nothing is made yet; on New Year's Day the worker was off.
    expect(await before.makeDailyRegisters()).toBe(0);
    const back = registrar(() => new Date(`${year + 1}-01-02T07:30:00Z`));
    const said: string[] = [];
    await tendRegister(desk.pool, back, (line) => said.push(line));
    expect(said).toEqual(['2 daily registers of the protocollo were made']);
    const [second, first, ...more] = await back.dailyRegisters();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      day: eve,
      n: 1,
      registrations: 2,
      firstNumber: 1,
      lastNumber: 2,
      deliverBy: deliver[0],
    });
    expect(second).toMatchObject({
      day: newYear,
      n: 2,
      registrations: 2,
      firstNumber: 1,
      lastNumber: 2,
      deliverBy: deliver[1],
    });
    if (!first || !second) throw new Error('no daily registers');
    expect(first.madeAt).toContain(`${year + 1}-01-02`);
    // One chain over the turn of the year.
    expect(second.seal).toBe(createHash('sha256').update(`${first.seal}\n${second.hash}`).digest('hex'));
    const [old, young] = [await text(back.openDailyRegister(first)), await text(back.openDailyRegister(second))];
    for (const object of ['primo', 'secondo'])
      expect([old.includes(object), young.includes(object)]).toEqual([true, false]);
    for (const object of ['terzo', 'quarto'])
      expect([old.includes(object), young.includes(object)]).toEqual([false, true]);

    // A clock that is set back reaches behind neither the seal nor the turn of the year.
    expect(await before.register(aDocument('quinto'))).toMatchObject({
      year: year + 1,
      number: 3,
      on: `${year + 1}-01-02`,
    });
    await tendRegister(desk.pool, back, (line) => said.push(line));
    expect(said).toHaveLength(1);
    expect(await before.register(aDocument('sesto'))).toMatchObject({ year: year + 1, number: 4 });
  },
);

it('a clock that is moved to the last seconds of the year goes over it', async () => {
  desk = await openTestDesk('2026-12-31');
  expect(await registrar(desk.now).register(aDocument('a'))).toMatchObject({ year: 2026, number: 1 });
  const now = movedClock('2026-12-31T23:59:56+01:00');
  const store = registrar(now);
  const last = await store.register(aDocument('b'));
  while (now() < new Date('2026-12-31T23:00:00Z')) await sleep(50);
  const next = await store.register(aDocument('c'));
  // However slow the machine: what was given before midnight is of the old year, and nothing after it.
  const old = last.year === 2026;
  expect(last).toMatchObject(old ? { number: 2, on: '2026-12-31' } : { number: 1, on: '2027-01-01' });
  expect(next).toMatchObject({ year: 2027, number: old ? 1 : 2, on: '2027-01-01' });
  expect(await store.makeDailyRegisters()).toBe(1);
  expect(await store.dailyRegisters()).toMatchObject([{ day: '2026-12-31', deliverBy: '2027-01-04' }]);
});
