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
