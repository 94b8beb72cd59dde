import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import type { WriteMessage } from '#lib/store/procedures/procedure-store.ts';
import { mostMessages } from '#lib/store/procedures/messages/case-message.ts';
import { all, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let id: string;
let lucia: string;
let neighbour: string;
let key = 0;

const person = (name: string, taxCode: string) => ({ kind: 'person', name, taxCode, contacts: {} }) as const;

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  const parties = [
    { role: 'applicant', actsFor: null, agent: person('Lucia Bonfante', 'BNFLCU80A41G224X') },
    { role: 'counterparty', actsFor: null, agent: person('Ugo Altri', 'LTRGUO80A01G224Y') },
  ] as const;
  ({ id } = await filed(desk.store, { parties }));
  [lucia = '', neighbour = ''] = (await desk.store.findCase(id, all))?.parties.map(({ agent }) => agent) ?? [];
});
afterAll(() => desk.end());

const own = (agent: string) => ({ kind: 'own', agents: [agent] }) as const;
const whose = (agent: string) => ({ agent, reader: agent, reach: own(agent) });

const write = (change: Partial<WriteMessage> = {}) =>
  desk.store.messages.write({
    id,
    reach: own(lucia),
    actor: { kind: 'citizen', id: lucia },
    party: lucia,
    thread: applicantsThread,
    text: 'Buongiorno, a che punto siamo?',
    idempotency: { client: `citizen:${lucia}`, key: `k${++key}`, requestHash: 'h' },
    ...change,
  });
const fromOffice = (change: Partial<WriteMessage> = {}) =>
  write({ reach: all, actor: officer, party: null, text: 'Domani le scriviamo.', ...change });

const read = (agent: string, threads: string[] = [applicantsThread]) =>
  desk.store.messages
    .list({ id, reach: own(agent), actor: { kind: 'citizen', id: agent }, threads })
    .then(({ messages }) => messages.map(({ text }) => text));

describe('messages within a case', () => {
  it('go to the office, which sees that one waits, and back, which the party sees', async () => {
    expect(await write()).toMatchObject({ kind: 'written', replayed: false });
    expect(await desk.store.messages.countUnreadCases(all)).toEqual({ value: 1, over: false });
    expect((await desk.store.findCase(id, all))?.line.unreadSince).toBe('2026-03-02T10:00:00.000Z');
    const { cases } = await desk.store.messages.listUnreadCases(all);
    expect(cases).toMatchObject([{ procedure: id, applicant: 'Lucia Bonfante' }]);
    expect(await desk.store.messages.listUnreadCases({ kind: 'some', units: ['elsewhere'], types: null })).toEqual({
      cases: [],
      next: null,
    });
    await desk.store.noteSeen(lucia, id);
    expect((await desk.store.readMine(whose(lucia))).unread).toBe(0);
    await fromOffice();
    expect(await desk.store.messages.countUnreadCases(all)).toMatchObject({ value: 0 });
    expect((await desk.store.readMine(whose(lucia))).unread).toBe(1);
    expect((await desk.store.readMine(whose(lucia), { running: { limit: 20 } })).pages.running.lines[0]?.isNew).toBe(
      true,
    );
    const { lines } = await desk.store.messages.conversations(whose(lucia));
    expect(lines).toMatchObject([
      { procedure: id, isNew: true, last: { text: 'Domani le scriviamo.', fromOffice: true } },
    ]);
    await desk.store.noteSeen(lucia, id);
    expect((await desk.store.readMine(whose(lucia))).unread).toBe(0);
    expect(await read(lucia)).toEqual(['Buongiorno, a che punto siamo?', 'Domani le scriviamo.']);
  });

  it('of one party are no news and no reading of another', async () => {
    await desk.store.noteSeen(neighbour, id);
    await fromOffice({ text: 'Solo per chi ha chiesto.' });
    expect(await read(neighbour)).toEqual([]);
    expect((await desk.store.readMine(whose(neighbour))).unread).toBe(0);
    expect(
      (await desk.store.readMine(whose(neighbour), { running: { limit: 20 } })).pages.running.lines[0]?.isNew,
    ).toBe(false);
    expect((await desk.store.messages.conversations(whose(neighbour))).lines).toEqual([]);
    const theirs = {
      reach: own(neighbour),
      actor: { kind: 'citizen', id: neighbour },
      party: neighbour,
      thread: neighbour,
      text: 'Mi oppongo.',
    } as const;
    expect(await write(theirs)).toMatchObject({ kind: 'written' });
    expect(await read(neighbour, [neighbour])).toEqual(['Mi oppongo.']);
    expect(await read(lucia, [applicantsThread, neighbour])).not.toContain('Mi oppongo.');
  });

  it('are refused in another’s name, thread or case, and nothing is written', async () => {
    const before = (await desk.store.findCase(id, all))?.procedure.version;
    expect(await write({ thread: neighbour })).toMatchObject({ kind: 'refused' });
    expect(await write({ party: neighbour })).toMatchObject({ kind: 'refused' });
    expect(await write({ reach: own('stranger') })).toEqual({ kind: 'unknown' });
    expect((await desk.store.findCase(id, all))?.procedure.version).toBe(before);
  });

  it('are kept from whoever asks the database itself', async () => {
    const client = await desk.pool.connect();
    const seen = async (role: string | null, who: string) => {
      await client.query('BEGIN');
      if (role) await client.query('SELECT eli4u.act_as($1, $2)', [role, who]);
      const { rows } = await client.query<{ thread: string }>(
        'SELECT DISTINCT thread FROM eli4u.case_message ORDER BY 1',
      );
      await client.query('ROLLBACK');
      return rows.map(({ thread }) => thread);
    };
    expect(await seen(null, '')).toEqual([]);
    expect(await seen('citizen', 'stranger')).toEqual([]);
    expect(await seen('client', 'suap')).toEqual([]);
    expect(await seen('citizen', lucia)).toEqual([applicantsThread]);
    expect(await seen('citizen', neighbour)).toEqual([neighbour]);
    expect(await seen('officer', 'anna')).toHaveLength(2);
    await client.query('BEGIN');
    await client.query('SELECT eli4u.act_as($1, $2)', ['citizen', lucia]);
    const forged = client.query(
      `INSERT INTO eli4u.case_message (procedure_id, n, thread, from_office, written_by, party, text, at)
       VALUES ($1, 1, $2, false, 'citizen:x', $3, 'x', now())`,
      [id, neighbour, lucia],
    );
    await expect(forged).rejects.toThrow('row-level security');
    await client.query('ROLLBACK');
    client.release();
  });

  it('are in the history and the audit without their words, and sent twice are one', async () => {
    const request = { idempotency: { client: `citizen:${lucia}`, key: 'twice', requestHash: 'h' }, text: 'Due volte' };
    const twice = await Promise.all([write(request), write(request)]);
    expect(twice.map((one) => one.kind === 'written' && one.replayed).toSorted()).toEqual([false, true]);
    expect((await read(lucia)).filter((text) => text === 'Due volte')).toHaveLength(1);
    expect(await write({ ...request, idempotency: { ...request.idempotency, requestHash: 'other' } })).toEqual({
      kind: 'keyReused',
    });
    const events = (await desk.store.listEvents(id, all))?.events ?? [];
    expect(events.at(-1)).toMatchObject({
      actor: `citizen:${lucia}`,
      event: { kind: 'messageSent', from: 'party', thread: applicantsThread, party: lucia },
    });
    expect(JSON.stringify(events)).not.toContain('Due volte');
    const { rows } = await desk.pool.query(
      `SELECT (SELECT count(*)::int FROM eli4u.audit_event WHERE action = 'procedure.writeMessage' AND subject_id = $1) AS audited,
              (SELECT count(*)::int FROM eli4u.outbox WHERE payload ->> 'kind' = 'messageSent' AND payload ->> 'id' = $1) AS told`,
      [id],
    );
    const written = events.filter(({ event }) => event.kind === 'messageSent').length;
    expect(rows).toEqual([{ audited: written, told: written }]);
  });

  it('have their pages, and end with the fascicolo', async () => {
    const { messages, earlier } = await desk.store.messages.list({
      id,
      reach: all,
      actor: officer,
      threads: [applicantsThread],
      before: 1_000_000,
    });
    expect(earlier).toBe(false);
    const [first, second] = messages;
    const before = await desk.store.messages.list({
      id,
      reach: all,
      actor: officer,
      threads: [applicantsThread],
      before: second?.n,
    });
    expect(before.messages).toEqual([first]);
    // They end with the fascicolo, and by nobody's hand before.
    const client = await desk.pool.connect();
    const forgotten = async (role: string, who: string) => {
      await client.query('BEGIN');
      await client.query('SELECT eli4u.act_as($1, $2)', [role, who]);
      const { rowCount } = await client.query('DELETE FROM eli4u.case_message WHERE procedure_id = $1', [id]);
      await client.query('ROLLBACK');
      return rowCount ?? 0;
    };
    expect(await forgotten('citizen', lucia)).toBe(0);
    expect(await forgotten('officer', 'anna')).toBe(0);
    expect(await forgotten('system', 'scarto')).toBeGreaterThan(0);
    client.release();
  });

  it('are not more than anybody needs', async () => {
    let last: Awaited<ReturnType<typeof write>>['kind'] = 'written';
    let written = 0;
    while (last === 'written' && written <= mostMessages.citizen) {
      last = (await write({ text: `Ancora ${written}` })).kind;
      written++;
    }
    expect(last).toBe('tooMany');
    expect(await fromOffice()).toMatchObject({ kind: 'written' });
  });
});
