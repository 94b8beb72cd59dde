import { createECDH, randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAppIoChannel } from '#lib/channels/app-io-channel.ts';
import { openEmailChannel, openLetters } from '#lib/channels/email-channel.ts';
import type { OutwardChannel } from '#lib/channels/outward-channel.ts';
import { openPushChannel } from '#lib/channels/push-channel.ts';
import { readSignedLink } from '#lib/channels/signed-link.ts';
import { confirmAddresses } from '#lib/jobs/notifications/confirm-addresses.ts';
import { deliverDue } from '#lib/jobs/notifications/deliver.ts';
import { queueNotifications } from '#lib/jobs/notifications/queue-notifications.ts';
import { remind } from '#lib/jobs/notifications/remind.ts';
import { tellServices } from '#lib/jobs/notifications/tell-services.ts';
import { drainOutbox } from '#lib/jobs/outbox.ts';
import { noticesForgottenBefore } from '#lib/relationship/notice-retention.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { firstPreferences, type Channel, type Preferences } from '#lib/relationship/preferences.ts';
import { askAddress, confirmAddress, findAddress } from '#lib/store/notifications/addresses.ts';
import { forgetNotices } from '#lib/store/notifications/forget-notices.ts';
import { makeNotifications } from '#lib/store/notifications/make-notifications.ts';
import { isMuted, setMuted } from '#lib/store/notifications/mutes.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { countUnread, listNotices, markRead, noticesOfCase } from '#lib/store/notifications/inbox.ts';
import { endEmails, findPreferences, savePreferences } from '#lib/store/notifications/preferences.ts';
import { addDevice, listDevices } from '#lib/store/notifications/push-subscriptions.ts';
import { vapidKeys } from '#lib/store/vapid-keys.ts';
import { startMailSink, startWebSink, type MailSink } from '#tests/builders/notice-desk.ts';
import { aRequest, all, does, filed, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';

const baseUrl = 'https://comune.example';
const address = 'lucia@example.org';
let desk: TestDesk;
let sink: MailSink;
let email: OutwardChannel;
let clock: Date;
/** Ways out that this installation has. */
let configured: Channel[];

beforeAll(async () => void (desk = await openTestDesk('2026-03-02')));
afterAll(() => desk.end());
beforeEach(async () => {
  // Nobody has been told anything, and has said nothing.
  await desk.owner.query(
    `TRUNCATE eli4u.notification, eli4u.notification_preference, eli4u.notification_address, eli4u.push_subscription CASCADE`,
  );
  await desk.owner.query(`DELETE FROM eli4u.outbox`);
  await desk.owner.query(`DELETE FROM eli4u.alert`);
  clock = new Date('2026-03-02T10:00:00Z');
  configured = ['email', 'push'];
  sink = await startMailSink();
  email = openEmailChannel({ url: sink.url, from: 'avvisi@comune.example', baseUrl, secret: 'secret' });
});
afterEach(async () => {
  email.close();
  await sink.stop();
});

const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));
const deliver = (channel = email) => deliverDue({ pool: desk.pool, now: () => clock }, channel);
const queue = (client: Parameters<typeof queueNotifications>[0], row: Parameters<typeof queueNotifications>[1]) =>
  queueNotifications(client, row, { now: clock, catalogue: desk.types.catalogue(), configured });
/** Rows come out once no older transaction is open, of whatever database of the server. */
const drain = () =>
  vi.waitFor(async () => {
    await drainOutbox(desk.pool, queue, 1000);
    const { rows } = await desk.owner.query(`SELECT FROM eli4u.outbox WHERE topic = 'procedure.event'`);
    expect(rows).toHaveLength(0);
  }, 20_000);

async function lucia(): Promise<string> {
  const { rows } = await desk.owner.query<{ id: string }>(
    `SELECT id FROM eli4u.agent WHERE authorised_name = 'Lucia Bonfante'`,
  );
  return rows[0]?.id ?? '';
}
/** A case of Lucia's, whose address is verified. */
async function aCase(preferences: Partial<Preferences> = {}): Promise<{ id: string; agent: string }> {
  const { id } = await filed(desk.store);
  const agent = await lucia();
  await askAddress(desk.pool, agent, address, clock);
  expect(await confirmAddress(desk.pool, agent, address, clock)).toBe(true);
  await savePreferences(desk.pool, agent, { ...firstPreferences, ...preferences }, clock);
  return { id, agent };
}
const states = async (agent: string) =>
  (await listNotices(desk.pool, [agent], {})).notices.map(({ about, deliveries }) => [
    about.of === 'case' ? about.reason : about.of,
    ...deliveries.map(({ channel, state, attempts }) => `${channel} ${state} ${attempts}`),
  ]);
const alerts = async () =>
  (await desk.pool.query(`SELECT kind, subject, details FROM eli4u.alert WHERE resolved_at IS NULL`)).rows;

describe('a step of a case', () => {
  it('is told once, to its parties, in their page and by e-mail, without a name and without content', async () => {
    const { id, agent } = await aCase();
    await drain();
    expect(await states(agent)).toEqual([['registered', 'email pending 0']]);
    expect(await deliver()).toBe(0);
    later(5);
    expect(await deliver()).toBe(1);
    expect(await states(agent)).toEqual([['registered', 'email sent 1']]);
    const [letter] = sink.sent;
    expect(letter?.to).toEqual([address]);
    const read = await simpleParser(letter?.raw ?? '');
    expect(read.subject).toMatch(/^Pratica n\. \d{7}\/2026: la richiesta è registrata$/);
    for (const part of [read.text, read.html]) {
      expect(part).toContain(`${baseUrl}/mia-pagina/pratiche/${id}`);
      expect(part).not.toMatch(/Lucia|Bonfante|BNFLCU|Patrocinio|Prato/);
    }
    expect(letter?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const token = /disiscrizione\?t=([^>\s]+)>/.exec(
      String(read.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replace(/\r?\n\s*/g, '')),
    )?.[1];
    expect(readSignedLink('secret', token ?? '')).toEqual({ for: 'unsubscribe', agent });
    expect(await noticesOfCase(desk.pool, id, 10)).toMatchObject([{ agent, deliveries: [{ state: 'sent' }] }]);
  });

  it('of a case that somebody muted is told on their page alone, and what waits to go out does not go', async () => {
    const { id, agent } = await aCase();
    await drain();
    expect(await states(agent)).toEqual([['registered', 'email pending 0']]);
    await setMuted(desk.pool, agent, id, true, clock);
    expect([await isMuted(desk.pool, agent, id), await isMuted(desk.pool, 'another', id)]).toEqual([true, false]);
    expect(await states(agent)).toEqual([['registered', 'email withdrawn 0']]);
    const told = (reason: 'moved' | 'yourTurn', key: string) =>
      inTransaction(desk.pool, async (client) => {
        const about = { of: 'case' as const, procedure: id, number: 1, year: 2026, reason, by: null, served: false };
        const notices = [{ kind: 'informative' as const, agent, key, about }];
        return { keep: true, value: await makeNotifications(client, notices, { at: clock, now: clock, configured }) };
      });
    await told('moved', 'k1');
    await told('yourTurn', 'k2');
    expect(await states(agent)).toEqual([
      ['yourTurn', 'email pending 0'],
      ['moved'],
      ['registered', 'email withdrawn 0'],
    ]);
    await setMuted(desk.pool, agent, id, false, clock);
    await told('moved', 'k3');
    expect((await states(agent))[0]).toEqual(['moved', 'email pending 0']);
  });

  it('is forgotten when nobody looks for it any more, and what was served is not', async () => {
    const { agent } = await aCase();
    await drain();
    const old = noticesForgottenBefore(clock);
    expect(old.toISOString()).toBe('2024-03-02T10:00:00.000Z');
    await desk.owner.query(
      `INSERT INTO eli4u.notification (kind, agent_id, key, topic, about, at) VALUES
         ('informative', $1, 'old', 'progress', '{}', $2::timestamptz - interval '1 second'),
         ('informative', $1, 'kept', 'services', '{"of":"service","code":"patrocinio"}', $2),
         ('legal', $1, 'served', 'decision', '{}', $2::timestamptz - interval '1 year')`,
      [agent, old],
    );
    expect(await forgetNotices(desk.pool, old)).toBe(1);
    const { rows } = await desk.owner.query('SELECT key FROM eli4u.notification ORDER BY key');
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(['kept', 'served']));
    expect(rows.map(({ key }) => key)).not.toContain('old');
  });

  it('is told once though the worker is killed while it takes events out, and asks again', async () => {
    const { agent } = await aCase();
    let killed = false;
    await vi.waitFor(
      () =>
        expect(
          drainOutbox(desk.pool, async (client, row) => {
            await queue(client, row);
            killed = true;
            throw new Error('killed');
          }),
        ).rejects.toThrow('killed'),
      20_000,
    );
    expect(killed).toBe(true);
    expect(await states(agent)).toEqual([]);
    await drain();
    const outbox = await desk.owner.query<{ n: number }>(`SELECT count(*)::integer AS n FROM eli4u.notification`);
    expect(outbox.rows).toEqual([{ n: 1 }]);
  });

  it('of several events is one notice: whose turn it is comes before what moved', async () => {
    const { id, agent } = await aCase();
    await drain();
    await does(desk.store, id, { kind: 'take', by: 'anna' });
    await does(desk.store, id, (procedure) => wayTo(procedure, 'completenessCheck'));
    await does(desk.store, id, (procedure) => wayTo(procedure, 'additions', 'documentsIncomplete'));
    await drain();
    expect((await states(agent)).filter(([reason]) => reason === 'yourTurn')).toHaveLength(1);
    later(1);
    await deliver();
    // What waited goes along.
    expect(sink.sent).toHaveLength(1);
  });

  it('that somebody did themselves, or that is long past, is no news to them', async () => {
    const { id } = await filed(desk.store);
    const agent = await lucia();
    const before = await listNotices(desk.pool, [agent], {});
    expect(before.notices).toEqual([]);
    await desk.owner.query(`UPDATE eli4u.outbox SET payload = payload || '{"at": "2026-02-01T10:00:00Z"}'`);
    await drain();
    expect(await states(agent)).toEqual([]);
    await desk.store.fileProcedure(aRequest({ channel: 'web', subject: 'Altra festa' }), {
      kind: 'citizen',
      id: agent,
    });
    await drain();
    expect(await states(agent)).toEqual([]);
    expect(await desk.store.hasCase(id, all)).toBe(true);
  });

  it('is read with its case, or by its mark; another’s cannot be marked', async () => {
    const { id, agent } = await aCase();
    await drain();
    expect(await countUnread(desk.pool, [agent])).toBe(1);
    await markRead(desk.pool, ['somebody'], { upTo: 1000 }, clock);
    expect(await countUnread(desk.pool, [agent])).toBe(1);
    await desk.store.noteSeen(agent, id);
    expect(await countUnread(desk.pool, [agent])).toBe(0);
  });
});

describe('wishes', () => {
  it('a topic that is off, a way that is off, one press in an e-mail: nothing goes out, all is in the page', async () => {
    const { agent } = await aCase({ topics: ['decision'] });
    await drain();
    expect(await states(agent)).toEqual([['registered']]);
    await savePreferences(desk.pool, agent, firstPreferences, clock);
    await filed(desk.store, { subject: 'Seconda festa' });
    await drain();
    await endEmails(desk.pool, agent, clock);
    expect((await findPreferences(desk.pool, agent)).channels).toEqual(['push', 'appIo']);
    later(10);
    await deliver();
    expect(sink.sent).toEqual([]);
    expect((await states(agent))[0]).toContain('email withdrawn 0');
  });

  it('once a day: one message at eight of what gathered; nothing in the night', async () => {
    const { agent } = await aCase({ digest: 'daily' });
    await filed(desk.store, { subject: 'Seconda festa' });
    await drain();
    later(21 * 60 - 1);
    expect(await deliver()).toBe(0);
    later(1);
    expect(romeDay(clock)).toBe('2026-03-03');
    expect(await deliver()).toBe(2);
    expect(sink.sent).toHaveLength(1);
    expect((await simpleParser(sink.sent[0]?.raw ?? '')).subject).toBe('Mia Pagina: 2 novità');
    expect(await states(agent)).toEqual([
      ['registered', 'email sent 1'],
      ['registered', 'email sent 1'],
    ]);
  });

  it('an address is used once it is verified by a link, and belongs to whom it is for', async () => {
    await filed(desk.store);
    const agent = await lucia();
    const letters = openLetters({ url: sink.url, from: 'avvisi@comune.example', baseUrl });
    expect(await findAddress(desk.pool, agent, clock)).toEqual({ email: null, pending: null, known: address });
    await drain();
    expect(await states(agent)).toEqual([['registered']]);
    expect(await askAddress(desk.pool, agent, 'nuova@example.org', clock)).toBe('asked');
    sink.answer = 451;
    const parts = { pool: desk.pool, now: () => clock, baseUrl, secret: 'secret' };
    expect(await confirmAddresses(parts, letters)).toBe(1);
    sink.answer = null;
    later(2);
    expect(await confirmAddresses(parts, letters)).toBe(1);
    expect(await confirmAddresses(parts, letters)).toBe(0);
    letters.close();
    const { text } = await simpleParser(sink.sent[0]?.raw ?? '');
    const link = readSignedLink('secret', /conferma\?t=(\S+)/.exec(text ?? '')?.[1] ?? '');
    expect(link).toMatchObject({ for: 'confirm', agent, email: 'nuova@example.org' });
    expect(await confirmAddress(desk.pool, agent, 'another@example.org', clock)).toBe(false);
    expect(await confirmAddress(desk.pool, agent, 'nuova@example.org', new Date(clock.getTime() + 86_400_000))).toBe(
      false,
    );
    expect(await confirmAddress(desk.pool, agent, 'nuova@example.org', clock)).toBe(true);
    expect(await findAddress(desk.pool, agent, clock)).toMatchObject({ email: 'nuova@example.org', pending: null });
    // Nobody else reads it, nor who acts as nobody.
    expect((await desk.pool.query('SELECT FROM eli4u.notification_address')).rowCount).toBe(0);
    for (let n = 0; n < 4; n++) expect(await askAddress(desk.pool, agent, `x${n}@example.org`, clock)).toBe('asked');
    expect(await askAddress(desk.pool, agent, 'x5@example.org', clock)).toBe('tooMany');
  });
});

describe('a server that is away', () => {
  it('for a day: tried again and again, then given up and told to the operator once; back in time, nothing is lost', async () => {
    const { agent } = await aCase({ quiet: null });
    await filed(desk.store, { subject: 'Seconda festa' });
    await drain();
    await sink.stop();
    later(5);
    const begun = clock;
    let rounds = 0;
    for (; rounds < 2000 && (await alerts()).length === 0; rounds++) {
      await deliver();
      later(15);
    }
    expect((clock.getTime() - begun.getTime()) / 3_600_000).toBeGreaterThanOrEqual(24);
    expect(await alerts()).toMatchObject([{ kind: 'notification.failed', subject: 'email', details: { count: 2 } }]);
    expect((await states(agent)).map(([, how]) => how?.replace(/\d+$/, ''))).toEqual([
      'email failed ',
      'email failed ',
    ]);
    const { rows } = await desk.pool.query<{ n: number; said: string }>(
      `SELECT max(n)::integer AS n, min(said) AS said FROM eli4u.notification_attempt`,
    );
    expect(rows[0]?.n).toBeGreaterThan(20);
    expect(rows[0]?.said).toMatch(/ECONNREFUSED/);
    await sink.start();
    await filed(desk.store, { subject: 'Terza festa' });
    await desk.owner.query(`UPDATE eli4u.outbox SET payload = payload || jsonb_build_object('at', $1::timestamptz)`, [
      clock,
    ]);
    await drain();
    later(5);
    await deliver();
    expect(sink.sent).toHaveLength(1);
  });

  it('that refuses an address for good is not asked again, and no address is in the log', async () => {
    const { agent } = await aCase();
    await drain();
    sink.answer = 550;
    later(5);
    await deliver();
    expect(await states(agent)).toEqual([['registered', 'email failed 1']]);
    expect(await alerts()).toEqual([]);
    const { rows } = await desk.pool.query<{ said: string }>('SELECT said FROM eli4u.notification_attempt');
    expect(rows[0]?.said).not.toContain('example.org');
  });
});

describe('other ways', () => {
  it('App IO: the profile first; who has none, or does not hear us, is sent nothing; 429 waits as long as it says', async () => {
    configured = ['appIo'];
    let profile = { status: 404, json: {} as unknown };
    let message = 429;
    const io = await startWebSink((path) =>
      path.endsWith('/profiles') ? profile : { status: message, headers: { 'retry-after': '7200' } },
    );
    const channel = openAppIoChannel({ url: io.url, key: 'k', baseUrl });
    await filed(desk.store);
    const agent = await lucia();
    await drain();
    later(5);
    await deliver(channel);
    expect(io.calls).toHaveLength(1);
    expect(io.calls[0]?.headers['ocp-apim-subscription-key']).toBe('k');
    expect(await states(agent)).toEqual([['registered', 'appIo absent 1']]);
    profile = { status: 200, json: { sender_allowed: true } };
    await filed(desk.store, { subject: 'Seconda festa' });
    await drain();
    later(5);
    await deliver(channel);
    later(60);
    expect(await deliver(channel)).toBe(0);
    message = 201;
    later(60);
    expect(await deliver(channel)).toBe(1);
    const sent = JSON.parse(io.calls.at(-1)?.body.toString() ?? '{}');
    expect(sent).toMatchObject({
      fiscal_code: 'BNFLCU80A41G224X',
      content: { subject: expect.stringMatching(/^Pratica/) },
    });
    io.end();
  });

  it('web push: enciphered to each device, signed by our key; a device that is gone is forgotten', async () => {
    const keys = await vapidKeys({ database: { kind: 'embedded' }, dataDir: desk.dataDir });
    expect(await vapidKeys({ database: { kind: 'embedded' }, dataDir: desk.dataDir })).toEqual(keys);
    const status = new Map([
      ['/one', 201],
      ['/two', 410],
    ]);
    const service = await startWebSink((path) => ({ status: status.get(path) ?? 500 }));
    await filed(desk.store);
    const agent = await lucia();
    for (const path of status.keys()) {
      const browser = createECDH('prime256v1');
      const p256dh = browser.generateKeys('base64url');
      const auth = randomBytes(16).toString('base64url');
      await addDevice(desk.pool, agent, { endpoint: service.url + path, p256dh, auth, browser: 'Firefox' }, clock);
    }
    await drain();
    later(5);
    await deliver(openPushChannel({ keys, contact: 'mailto:x@comune.example', loopback: true }));
    expect((await states(agent))[0]).toContain('push sent 1');
    expect(await listDevices(desk.pool, agent)).toHaveLength(1);
    const call = service.calls.find(({ path }) => path === '/one');
    expect(call?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      authorization: expect.stringContaining(keys.publicKey),
    });
    expect(call?.body.includes('Pratica')).toBe(false);
    // The address came from a browser: it leads nowhere inside.
    await filed(desk.store, { subject: 'Seconda festa' });
    await drain();
    later(5);
    const calls = service.calls.length;
    await deliver(openPushChannel({ keys, contact: 'mailto:x@comune.example', loopback: false }));
    expect(service.calls).toHaveLength(calls);
    // A device that names such an address is none, and nobody is called because it cannot be reached.
    expect((await states(agent))[0]).toContain('push absent 1');
    expect(await listDevices(desk.pool, agent)).toEqual([]);
    service.end();
  });
});

describe('reminders', () => {
  it('of the term that runs: 15, 5 and 1 days before, once each though asked every day and twice', async () => {
    const { id, agent } = await aCase();
    const term = (await desk.store.findCase(id, all))?.line.dueOn ?? '';
    expect(term).toBe('2026-04-01');
    const told: string[] = [];
    for (let day = 0; day <= 31; day++) {
      const today = romeDay(clock);
      const parts = { today, now: clock, configured };
      if ((await remind(desk.pool, parts)) > 0) told.push(today);
      expect(await remind(desk.pool, parts)).toBe(0);
      later(24 * 60);
    }
    expect(told).toEqual(['2026-03-17', '2026-03-27', '2026-03-31']);
    const mine = await listNotices(desk.pool, [agent], { limit: 500 });
    const due = mine.notices.filter(({ about }) => about.of === 'case' && about.procedure === id && about.by === term);
    expect(due.map(({ about }) => about.of === 'case' && about.reason)).toEqual(['termDue', 'termDue', 'termDue']);
  });

  it('of a new service, to who asked for its theme alone', async () => {
    const { agent } = await aCase({ topics: ['services'], themes: ['eventsAndAssociations'] });
    const type = desk.types.findType('patrocinio', '2026-03-02');
    if (!type) throw new Error('no type');
    const parts = { today: '2026-03-02', now: clock, configured };
    const types = [
      { ...type, validFrom: '2026-03-01' },
      { ...type, code: 'vecchio', validFrom: '2025-01-01' },
    ];
    expect(await tellServices(desk.pool, { ...parts, types })).toBe(1);
    expect(await tellServices(desk.pool, { ...parts, types })).toBe(0);
    expect((await states(agent))[0]?.[0]).toBe('service');
    await savePreferences(desk.pool, agent, { ...firstPreferences, topics: ['services'], themes: ['business'] }, clock);
    expect(
      await tellServices(desk.pool, { ...parts, types: [{ ...type, code: 'altro', validFrom: '2026-03-01' }] }),
    ).toBe(0);
  });
});
