import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLetters, type Letters } from '#lib/channels/email-channel.ts';
import { linkServes, readSignInLink } from '#lib/channels/sign-in-link.ts';
import { sendSignInLinks } from '#lib/jobs/notifications/send-sign-in-links.ts';
import { createCitizenStore } from '#lib/store/citizens/citizen-store.ts';
import { createEmailAccountStore, type EmailAccountStore } from '#lib/store/email-accounts/email-account-store.ts';
import { emailAddress } from '#lib/store/email-accounts/email-address.ts';
import { forgetLinks } from '#lib/store/email-accounts/forget-links.ts';
import { checksOf, noteIdentity } from '#lib/store/identity/identity-checks.ts';
import { acting } from '#lib/store/notifications/acting.ts';
import { findAddress } from '#lib/store/notifications/addresses.ts';
import { findPreferences } from '#lib/store/notifications/preferences.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { startMailSink, type MailSink } from '#tests/builders/notice-desk.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const baseUrl = 'https://comune.example';
const email = 'hannah@example.org';
const secret = 'secret';
let desk: TestDesk;
let accounts: EmailAccountStore;
let sink: MailSink;
let letters: Letters;
let clock: Date;

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  accounts = createEmailAccountStore(desk.pool, createIdSource(desk.pool));
});
afterAll(() => desk.end());
beforeEach(async () => {
  await desk.owner.query('TRUNCATE eli4u.email_account, eli4u.email_sign_in');
  clock = new Date('2026-03-02T10:00:00Z');
  sink = await startMailSink();
  letters = openLetters({ url: sink.url, from: 'accesso@comune.example', baseUrl });
});
afterEach(async () => {
  letters.close();
  await sink.stop();
});

const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));
const ask = (address = email, language: 'it' | 'en' = 'en') =>
  accounts.ask({ email: address, language, returnTo: '/servizi' }, clock);
const send = () => sendSignInLinks({ pool: desk.pool, now: () => clock, baseUrl, secret }, letters);
/** The token of the letter that came last. */
async function tokenOf(n = -1): Promise<string> {
  const { text } = await simpleParser(sink.sent.at(n)?.raw ?? '');
  return /conferma\?t=([\w.-]+)&lang=/.exec(text ?? '')?.[1] ?? '';
}
/** Past the rule of what is private, as the worker reads. */
const asSystem = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  acting(desk.pool, { kind: 'system' }, async (client) => (await client.query(sql, values)).rows as T[]);
const hashOf = async (token: string) => readSignInLink(secret, token, clock) ?? Buffer.alloc(32);
const use = async (token: string, name = '  Hannah   Lindqvist ') =>
  accounts.use({ codeHash: await hashOf(token), name }, clock);

describe('a link', () => {
  it('is sent in the language in which it was asked for, lets in once, and says where one was going', async () => {
    expect(await ask()).toBe(true);
    expect(await send()).toBe(1);
    const [letter] = sink.sent;
    const read = await simpleParser(letter?.raw ?? '');
    expect(letter?.to).toEqual([email]);
    expect(read.subject).toBe('Your sign-in to ELI4U · Comune di Padova');
    expect(read.text).toContain('good until 11:30 (Italian time)');
    const token = await tokenOf();
    const looked = await accounts.find(await hashOf(token), clock);
    expect(looked).toEqual({ email, returnTo: '/servizi', isNew: true });
    // Programs that look at messages open the link as often as they like.
    expect(await accounts.find(await hashOf(token), clock)).toEqual(looked);
    const used = await Promise.all(Array.from({ length: 4 }, () => use(token)));
    expect(used.map(({ kind }) => kind).sort()).toEqual(['in', 'over', 'over', 'over']);
    expect(await accounts.find(await hashOf(token), clock)).toBeNull();
    expect(await send()).toBe(0);
  });

  it('is kept only as a hash', async () => {
    await ask();
    await send();
    const token = await tokenOf();
    const rows = await asSystem<{ whole: string }>(`SELECT to_jsonb(s)::text AS whole FROM eli4u.email_sign_in s`);
    expect(rows).toHaveLength(1);
    for (const part of token.split('.')) expect(rows[0]?.whole).not.toContain(part);
    expect(rows[0]?.whole).toContain((await hashOf(token)).toString('hex'));
  });

  it('serves half an hour', async () => {
    await ask();
    await send();
    const codeHash = await hashOf(await tokenOf());
    clock = new Date(clock.getTime() + linkServes - 1);
    expect(await accounts.find(codeHash, clock)).not.toBeNull();
    clock = new Date(clock.getTime() + 1);
    expect(await accounts.find(codeHash, clock)).toBeNull();
    expect(await accounts.use({ codeHash, name: 'Hannah' }, clock)).toEqual({ kind: 'over' });
  });

  it('is sent again where the server was away, and the one before serves no more', async () => {
    await ask();
    sink.answer = 451;
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    sink.answer = null;
    later(2);
    expect(await send()).toBe(1);
    expect(sink.sent).toHaveLength(1);
    later(29);
    expect((await use(await tokenOf())).kind).toBe('in');
  });

  it('is given up when nobody waits any more, or the address takes none', async () => {
    await ask();
    await ask('nobody@example.org');
    sink.answer = 550;
    expect(await send()).toBe(2);
    later(5);
    expect(await send()).toBe(0);
    sink.answer = 451;
    await ask('slow@example.org');
    let rounds = 0;
    for (let minute = 0; minute < 120; minute++, later(1)) rounds += await send();
    expect(rounds).toBeGreaterThan(2);
    expect(rounds).toBeLessThan(10);
  });

  it('is not sent to one address as often as somebody likes, which nobody is told', async () => {
    const asked = [];
    for (let n = 0; n < 5; n++) asked.push(await ask());
    expect(asked).toEqual([true, true, true, false, false]);
    expect(await ask('another@example.org')).toBe(true);
    later(61);
    expect(await ask()).toBe(true);
    // So many in a day.
    for (let hour = 0; hour < 12; hour++, later(61)) await ask();
    await send();
    expect(sink.sent.filter(({ to }) => to[0] === email)).toHaveLength(8);
    later(3 * 24 * 60);
    expect(await forgetLinks(desk.pool, clock)).toBe(9);
  });

  it('is for one address however it is written', () => {
    expect(emailAddress('  Hannah@Example.ORG ')).toBe(email);
    for (const none of ['hannah', 'a@b', 'a b@c.org', 'a@c.org\r\nBcc: x@y.org', ''])
      expect(emailAddress(none)).toBeNull();
  });
});

describe('who comes in by it', () => {
  const comeIn = async (address = email, name?: string) => {
    await ask(address);
    await send();
    const used = await use(await tokenOf(), name);
    return used.kind === 'in' ? used.who.id : used.kind;
  };

  it('is one person by their address, told there in their language, and noted', async () => {
    const agent = await comeIn();
    later(1);
    expect(await comeIn(email, '')).toBe(agent);
    expect(await findAddress(desk.pool, agent, clock)).toMatchObject({ email, pending: null });
    expect(await findPreferences(desk.pool, agent)).toMatchObject({ language: 'en' });
    const rows = await asSystem(
      `SELECT a.authorised_name, a.internal, i.tax_code, i.foreign_identifier, i.known_by, i.assurance,
              (SELECT count(*)::int FROM eli4u.audit_event e WHERE e.subject_id = a.id AND e.action = 'emailAccount.made') AS noted
         FROM eli4u.agent a JOIN eli4u.agent_identity i ON i.agent_id = a.id WHERE a.id = $1`,
      [agent],
    );
    expect(rows).toEqual([
      {
        authorised_name: 'Hannah Lindqvist',
        internal: true,
        tax_code: null,
        foreign_identifier: null,
        known_by: 'email',
        assurance: 'email',
        noted: 1,
      },
    ]);
  });

  it('says who they are the first time: the link is not used up until then', async () => {
    await ask();
    await send();
    const token = await tokenOf();
    expect(await use(token, '   ')).toEqual({ kind: 'nameWanted' });
    expect((await use(token, 'Hannah')).kind).toBe('in');
  });

  it('is never taken for whom an identity provider vouches for, though the address be the same, nor the other way round', async () => {
    const { id } = await filed(desk.store);
    const { rows } = await desk.owner.query<{ agent: string }>(
      'SELECT applicant_agent AS agent FROM eli4u.procedure WHERE id = $1',
      [id],
    );
    const lucia = rows[0]?.agent;
    const byMail = await comeIn('lucia@example.org', 'Lucia Bonfante');
    expect(byMail).not.toBe(lucia);
    const vouched = {
      name: 'Lucia Bonfante',
      taxCode: 'BNFLCU80A41G224X',
      foreignIdentifier: null,
      email: 'lucia@example.org',
      by: 'oidc',
      assurance: 'SpidL2',
    };
    const citizens = createCitizenStore(desk.pool, createIdSource(desk.pool));
    expect((await citizens.match(vouched)).id).toBe(lucia);
    const foreign = { ...vouched, taxCode: null, foreignIdentifier: 'DE/IT/4711' };
    expect([lucia, byMail]).not.toContain((await citizens.match(foreign)).id);
  });

  it('has an identity that the office saw, which only they and the office read', async () => {
    const { id: procedure } = await filed(desk.store);
    const agent = await comeIn();
    const keeper = { by: 'officer:paolo', now: clock, today: '2026-03-02' };
    const seen = { document: 'passport', country: 'SE', expiresOn: '2030-01-31' } as const;
    await noteIdentity(desk.pool, { procedure, agent, ...seen }, keeper);
    const told = [{ ...seen, checkedOn: '2026-03-02' }];
    expect(await checksOf(desk.pool, agent, { kind: 'citizen', id: agent })).toEqual(told);
    expect(await checksOf(desk.pool, agent, { kind: 'officer', id: 'paolo' })).toEqual(told);
    expect(await checksOf(desk.pool, agent, { kind: 'citizen', id: 'another' })).toEqual([]);
    // Without saying who reads, nothing is there.
    const { rows } = await desk.pool.query(
      'SELECT FROM eli4u.identity_check UNION ALL SELECT FROM eli4u.email_account UNION ALL SELECT FROM eli4u.email_sign_in',
    );
    expect(rows).toEqual([]);
    const audited = await desk.owner.query(
      `SELECT actor, subject_id, details FROM eli4u.audit_event WHERE action = 'identity.checked'`,
    );
    expect(audited.rows).toEqual([{ actor: 'officer:paolo', subject_id: procedure, details: { agent, ...seen } }]);
  });

  it.each([
    ['that has expired', { expiresOn: '2026-03-01' }],
    ['of a country that is none', { country: 'Sweden' }],
    ['of a kind that is none', { document: 'libraryCard' }],
  ])('shows no document %s, whatever is written', async (_, wrong) => {
    const { id: procedure } = await filed(desk.store);
    const agent = await comeIn();
    const seen = { document: 'passport', country: 'SE', expiresOn: '2030-01-31', ...wrong } as Parameters<
      typeof noteIdentity
    >[1];
    await expect(
      noteIdentity(desk.pool, { ...seen, procedure, agent }, { by: 'officer:paolo', now: clock, today: '2026-03-02' }),
    ).rejects.toThrow(/check constraint/);
  });
});
