import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProtocolStore, type ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import type { DocumentToRegister } from '#lib/store/protocol/document-to-register.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { nextNumber } from '#lib/store/procedures/protocollo.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let at = new Date('2026-03-02T09:00:00Z');
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
});
afterAll(() => desk.end());

/** As another process of the same office would open it. */
const registrar = (): ProtocolStore =>
  createProtocolStore({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: () => at });

const aDocument = (n: number, change: Partial<DocumentToRegister> = {}): DocumentToRegister => {
  const sha256 = createHash('sha256').update(String(n)).digest('hex');
  return {
    flow: 'in',
    sender: [{ name: 'Marta Zanon', address: 'marta@pec.example.it' }],
    recipients: [{ name: 'Protocollo' }],
    object: `Esposto numero ${n}`,
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
    ...change,
  };
};

async function inOrder(year: number): Promise<{ number: number; on: string }[]> {
  const { rows } = await desk.pool.query<{ number: number; on: string }>(
    'SELECT number, on_day AS on FROM eli4u.protocol_registration WHERE year = $1 ORDER BY number',
    [year],
  );
  return rows;
}

describe('numbers', () => {
  it('have no gaps and no duplicates while two registrars, filings and failures go at once', async () => {
    const [one, other] = [registrar(), registrar()];
    const failing = Array.from({ length: 10 }, () =>
      inTransaction(desk.pool, async (client) => {
        await nextNumber(client, desk.types.comune().register, '2026-03-02');
        return { keep: false, value: null };
      }),
    );
    const refused = Array.from({ length: 5 }, (_, n) =>
      one.register(aDocument(1000 + n, { object: '' })).then(
        () => 'registered',
        () => 'refused',
      ),
    );
    const done = await Promise.all([
      ...Array.from({ length: 60 }, (_, n) => (n % 2 ? one : other).register(aDocument(n))),
      ...Array.from({ length: 5 }, () => filed(desk.store).then(({ registration }) => registration)),
    ]);
    await Promise.all(failing);
    expect(await Promise.all(refused)).toEqual(Array(5).fill('refused'));
    const numbers = done.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 65 }, (_, n) => n + 1));
    expect((await inOrder(2026)).map(({ number }) => number)).toEqual(numbers);
  });

  it('are of the year it is in Rome, and never of a day before the last', async () => {
    at = new Date('2026-12-31T22:59:59Z');
    expect(await registrar().register(aDocument(1))).toMatchObject({ year: 2026, on: '2026-12-31' });
    at = new Date('2026-12-31T23:00:00Z'); // still 2026 in UTC
    expect(await registrar().register(aDocument(2))).toMatchObject({ year: 2027, number: 1, on: '2027-01-01' });
    // A clock that is slow, or a registrar who began before midnight.
    at = new Date('2026-12-31T22:59:59Z');
    expect(await registrar().register(aDocument(3))).toMatchObject({ year: 2027, number: 2, on: '2027-01-01' });
    const days = [...(await inOrder(2026)), ...(await inOrder(2027))].map(({ on }) => on);
    expect(days).toEqual([...days].sort());
  });

  it('at midnight of 31 December nobody who waited numbers behind who came after', async () => {
    const held = await desk.pool.connect();
    try {
      await held.query('BEGIN');
      expect(await nextNumber(held, 'prova', '2026-12-31')).toMatchObject({ year: 2026, number: 1 });
      const take = (day: string) =>
        inTransaction(desk.pool, async (client) => ({ keep: true, value: await nextNumber(client, 'prova', day) }));
      const next = take('2027-01-01');
      await new Promise((done) => setTimeout(done, 50));
      const late = take('2026-12-31');
      await new Promise((done) => setTimeout(done, 50));
      await held.query('COMMIT');
      expect(await Promise.all([next, late])).toMatchObject([
        { year: 2027, number: 1 },
        { year: 2027, number: 2 },
      ]);
    } finally {
      held.release();
    }
  });
});

describe('what is registered', () => {
  it('is not changed or removed by whoever connects as the application', async () => {
    for (const sql of [
      `UPDATE eli4u.protocol_registration SET object = 'altro'`,
      `UPDATE eli4u.protocol_registration SET classification = 'I/1'`,
      `UPDATE eli4u.protocol_registration SET annulled_at = now()`,
      `DELETE FROM eli4u.protocol_registration`,
      `TRUNCATE eli4u.protocol_registration CASCADE`,
      `UPDATE eli4u.protocol_register SET last_number = 0`,
    ])
      await expect(desk.pool.query(sql)).rejects.toThrow(/permission denied|does not count back|must be owner/);
    // The owner of the tables meets the rule itself.
    for (const column of ['object', 'sender', 'hash', 'on_day', 'operator'])
      await expect(
        desk.owner.query(
          `UPDATE eli4u.protocol_registration SET ${column} = ${column === 'on_day' ? `on_day + 1` : column === 'sender' ? `'[]'` : `'x'`}`,
        ),
      ).rejects.toThrow('cannot be changed');
    await expect(desk.owner.query(`UPDATE eli4u.protocol_registration SET classification = 'I/1'`)).rejects.toThrow(
      'only by a row',
    );
    await expect(desk.owner.query('DELETE FROM eli4u.protocol_registration')).rejects.toThrow('nothing is removed');
  });

  it('has a record and a document with the same number, and its attachments under it', async () => {
    const kept = aDocument(77).main;
    const registered = await registrar().register(aDocument(78, { attachments: [{ ...kept, title: 'Planimetria' }] }));
    const { rows } = await desk.pool.query(
      `SELECT d.protocol_number, r.visibility, r.phase, p.attachments FROM eli4u.document d JOIN eli4u.record r ON r.id = d.record_id
         JOIN eli4u.protocol_registration p USING (record_id) WHERE record_id = $1`,
      [registered.record],
    );
    expect(rows).toMatchObject([
      {
        protocol_number: registered.number,
        visibility: 'hidden',
        phase: 'current',
        attachments: [{ title: 'Planimetria', hash: kept.kept.sha256 }],
      },
    ]);
  });
});

describe('changes', () => {
  it('are added with who and when; the original stays readable', async () => {
    at = new Date('2027-03-01T09:00:00Z');
    const store = registrar();
    const { year, number } = await store.register(aDocument(200, { object: 'Istanza di Carlo Rossi' }));
    const by = 'officer:paolo';
    expect(await store.change({ year, number }, { kind: 'assigned', after: 'tributi' }, by)).toBe('done');
    expect(await store.change({ year, number }, { kind: 'classified', after: 'IV/2' }, by)).toBe('done');
    const authorised = { authorisation: 'disp. 4/2027', reason: 'oggetto scritto male' };
    const corrected = { kind: 'objectAnnulled', after: 'Istanza di Carla Rossi', ...authorised } as const;
    expect(await store.change({ year, number }, corrected, by)).toBe('done');
    const found = await store.findOne(year, number);
    expect(found?.registration).toMatchObject({
      object: 'Istanza di Carlo Rossi',
      corrected: { object: 'Istanza di Carla Rossi' },
      unit: 'tributi',
      classification: 'IV/2',
      annulledAt: null,
    });
    expect(found?.changes.map(({ kind, by: who, before }) => ({ kind, who, before }))).toEqual([
      { kind: 'assigned', who: by, before: null },
      { kind: 'classified', who: by, before: null },
      { kind: 'objectAnnulled', who: by, before: 'Istanza di Carlo Rossi' },
    ]);
    for (const text of ['carlo rossi', 'carla', String(number), `${number}/${year}`])
      expect((await store.find({ text })).registrations.map((one) => one.number)).toContain(number);
    expect(await store.change({ year, number }, { kind: 'annulled', ...authorised }, by)).toBe('done');
    expect(await store.change({ year, number }, { kind: 'assigned', after: 'suap' }, by)).toBe('annulled');
    expect(await store.change({ year, number: 9_999_999 }, { kind: 'assigned', after: 'suap' }, by)).toBe('unknown');
    expect((await store.findOne(year, number))?.registration.object).toBe('Istanza di Carlo Rossi');
    await expect(desk.pool.query(`UPDATE eli4u.protocol_change SET by = 'altri'`)).rejects.toThrow('permission denied');
    await expect(desk.owner.query('DELETE FROM eli4u.protocol_change')).rejects.toThrow('append-only');
  });

  it('classify under a class of the titolario in force, and register under no other', async () => {
    const { year, number } = await registrar().register(aDocument(210));
    const classify = (after: string) =>
      registrar().change({ year, number }, { kind: 'classified', after }, 'officer:paolo');
    expect(await classify('VI/99')).toBe('noClass');
    expect(await classify('XV/1')).toBe('noClass');
    expect(await classify('nonsense')).toBe('noClass');
    expect(await classify('VI/3')).toBe('done');
    await expect(registrar().register(aDocument(211, { classification: 'VI/99' }))).rejects.toThrow('no class VI/99');
    expect(await registrar().register(aDocument(212, { classification: 'VI/3' }))).toMatchObject({
      number: number + 1,
    });
  });

  it('of annulment want an act and a reason', async () => {
    const { year, number } = await registrar().register(aDocument(201));
    await expect(
      registrar().change({ year, number }, { kind: 'annulled', authorisation: '', reason: '' }, 'officer:paolo'),
    ).rejects.toThrow('protocol_change_check');
  });
});

describe('the emergency register', () => {
  it('is opened once by an authorisation; what it held bears two numbers and is found by both', async () => {
    const store = registrar();
    const opening = {
      startedAt: new Date('2027-03-02T08:00:00Z'),
      reason: 'mancanza di corrente',
      authorisedBy: 'Paolo Schiavon',
      act: 'disp. 5/2027',
      openedBy: 'officer:paolo',
    };
    const opened = await store.openEmergency(opening);
    if (opened === 'open') throw new Error('one was open');
    expect(await store.openEmergency(opening)).toBe('open');
    expect(await store.endEmergency(opened.id, new Date('2027-03-02T07:00:00Z'), 'officer:paolo')).toBe('no');
    expect(await store.endEmergency(opened.id, new Date('2027-03-02T12:00:00Z'), 'officer:paolo')).toBe('done');
    at = new Date('2027-03-02T13:00:00Z');
    const emergency = { id: opened.id, number: 7001, at: new Date('2027-03-02T09:30:00Z') };
    const registered = await store.register(aDocument(300, { emergency }));
    await expect(store.register(aDocument(301, { emergency }))).rejects.toThrow('emergency_number');
    // The one that was refused gave its number back.
    expect((await store.register(aDocument(302))).number).toBe(registered.number + 1);
    const both = await store.find({ text: '7001' });
    expect(both.registrations).toMatchObject([
      { number: registered.number, emergencyNumber: 7001, emergencyAt: emergency.at.toISOString() },
    ]);
    expect(await store.emergencies()).toMatchObject([{ entered: 1, lastNumber: 7001 }]);
    // Of each day the paper says how many there were (c. 3): what is missing is seen.
    const day = { id: opened.id, day: '2027-03-02', operations: 2 };
    expect(await store.emergencyDays([opened.id])).toEqual([
      { emergency: opened.id, day: '2027-03-02', operations: null, entered: 1 },
    ]);
    expect(await store.noteEmergencyDay({ ...day, day: '2027-03-01' }, 'officer:paolo')).toBe('no');
    expect(await store.noteEmergencyDay({ ...day, day: '2027-03-03' }, 'officer:paolo')).toBe('no');
    expect(await store.noteEmergencyDay({ ...day, operations: 3 }, 'officer:paolo')).toBe('done');
    expect(await store.noteEmergencyDay(day, 'officer:paolo')).toBe('done');
    expect(await store.emergencyDays([opened.id])).toMatchObject([{ operations: 2, entered: 1 }]);
  });
});

describe('the list', () => {
  it('goes backwards a page at a time, over the turn of the year', async () => {
    const store = registrar();
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { registrations, next } = await store.find({ after, limit: 7 });
      seen.push(...registrations.map(({ year, number }) => `${year}/${String(number).padStart(7, '0')}`));
      if (!next) break;
      after = next;
    }
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    const { rows } = await desk.pool.query<{ n: number }>(
      'SELECT count(*)::integer AS n FROM eli4u.protocol_registration',
    );
    expect(seen).toHaveLength(rows[0]?.n ?? -1);
  });
});

describe('daily registers', () => {
  it('are made when the day is over, chained, to be delivered by the next working day; the day takes nothing more', async () => {
    at = new Date('2027-03-05T10:00:00Z'); // a Friday
    const store = registrar();
    const friday = await store.register(aDocument(400, { object: 'Del <venerdì> & basta' }));
    await store.makeDailyRegisters();
    expect((await store.dailyRegisters()).map(({ day }) => day)).not.toContain('2027-03-05');
    at = new Date('2027-03-05T23:30:00Z'); // Saturday in Rome
    const made = await Promise.all([store.makeDailyRegisters(), registrar().makeDailyRegisters()]);
    expect(made.reduce((a, b) => a + b)).toBeGreaterThan(0);
    const [last] = await store.dailyRegisters();
    expect(last).toMatchObject({
      day: '2027-03-05',
      deliverBy: '2027-03-08',
      registrations: 1,
      firstNumber: friday.number,
      lastNumber: friday.number,
    });
    if (!last) throw new Error('no daily register');
    let xml = '';
    for await (const part of store.openDailyRegister(last)) xml += String(part);
    expect(createHash('sha256').update(xml).digest('hex')).toBe(last.hash);
    expect(xml).toContain('<Oggetto>Del &lt;venerdì&gt; &amp; basta</Oggetto>');
    const all = (await store.dailyRegisters()).reverse();
    all.forEach((one, i) => {
      expect(one.n).toBe(i + 1);
      const before = all[i - 1]?.seal ?? '';
      expect(one.seal).toBe(createHash('sha256').update(`${before}\n${one.hash}`).digest('hex'));
    });
    // A clock set back does not reach behind the seal.
    at = new Date('2027-03-05T12:00:00Z');
    expect((await store.register(aDocument(401))).on).toBe('2027-03-06');
    await store.change(
      { year: friday.year, number: friday.number },
      { kind: 'assigned', after: 'suap' },
      'officer:anna',
    );
    const { rows } = await desk.pool.query<{ on_day: string }>(
      'SELECT on_day FROM eli4u.protocol_change ORDER BY id DESC LIMIT 1',
    );
    expect(rows[0]?.on_day).toBe('2027-03-06');
    expect((await store.undelivered()).map(({ day }) => day)).toEqual(all.map(({ day }) => day));
    expect(await store.noteDelivery('2027-03-05', { report: 'RdV 1' })).toBe(true);
    expect(await store.noteDelivery('2027-03-05', { report: 'RdV 2' })).toBe(false);
    expect((await store.undelivered()).map(({ day }) => day)).not.toContain('2027-03-05');
    await expect(desk.owner.query('UPDATE eli4u.daily_register SET hash = hash || 1')).rejects.toThrow('sealed');
  });
});
