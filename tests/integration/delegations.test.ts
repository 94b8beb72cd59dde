import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAct } from '#lib/access/procedures.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import {
  createDelegationStore,
  type DelegationStore,
  type NewDelegation,
} from '#lib/store/delegations/delegation-store.ts';
import { createCitizenStore } from '#lib/store/citizens/citizen-store.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';
import { all, aRequest, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let delegations: DelegationStore;
let principal: string;
let delegate: string;
let first: string;
let second: string;

const davide = { name: 'Davide Zorzi', taxCode: 'ZRZDVD75P14G224G' };
const given: NewDelegation = {
  power: 'file',
  scope: { kind: 'all' },
  from: '2026-03-02',
  until: '2026-12-31',
  named: davide,
  proof: null,
};

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  const ids = createIdSource(desk.pool);
  delegations = createDelegationStore({ pool: desk.pool, dataDir: desk.dataDir, now: desk.now, scanner: null, ids });
  first = (await filed(desk.store)).id;
  second = (await filed(desk.store)).id;
  principal = (await desk.store.findCase(first, all))?.parties[0]?.agent ?? '';
  const citizens = createCitizenStore(desk.pool, ids);
  delegate = (await citizens.match({ ...davide, foreignIdentifier: null, email: null, by: 'oidc', assurance: 'L2' }))
    .id;
});
afterAll(() => desk.end());

async function sessionOf(agent: string, today = '2026-03-02'): Promise<CitizenSession> {
  const session = await createStaffStore(desk.pool).findSession({ kind: 'citizen', id: agent }, today);
  if (session?.kind !== 'citizen') throw new Error('no session');
  return session;
}
const sees = async (id: string, today?: string) =>
  (await desk.store.findCase(id, reachOf(await sessionOf(delegate, today), { parents: new Map(), types: [] }))) !==
  null;
const give = async (change: Partial<NewDelegation> = {}) => {
  const result = await delegations.give({ ...given, ...change, principal, by: principal });
  if (result.kind !== 'given') throw new Error(result.kind);
  return result.code;
};
const act = (
  code: string,
  kind: 'accept' | 'revoke' | 'renounce' | 'decline' | 'withdraw',
  agent: string,
  reason: string | null = null,
) =>
  delegations.act({
    code,
    act: kind,
    reason,
    as: { side: kind === 'revoke' || kind === 'withdraw' ? 'principal' : 'delegate', agent },
    actor: { by: `citizen:${agent}`, onBehalfOf: null },
  });

describe('a delegation', () => {
  it('is offered by tax code, accepted by who bears it, and ended at once by either side', async () => {
    const code = await give();
    expect(await sees(first)).toBe(false);
    const [offer] = (await delegations.list(delegate, 'received')).items;
    expect(offer).toMatchObject({ code, state: { state: 'offered' }, principal: { name: 'Lucia Bonfante' } });
    // Not who gave it, nor anybody else.
    expect(await act(code, 'accept', principal)).toEqual({ kind: 'unknown' });
    expect(await act(code, 'accept', delegate)).toEqual({ kind: 'done' });
    expect(await sees(first)).toBe(true);
    expect(await act(code, 'accept', delegate)).toMatchObject({ kind: 'refused', state: { state: 'inForce' } });
    expect(await act(code, 'revoke', principal, 'ho cambiato idea')).toEqual({ kind: 'done' });
    expect(await sees(first)).toBe(false);
    expect(await act(code, 'renounce', delegate)).toMatchObject({
      kind: 'refused',
      state: { state: 'revoked', by: 'principal' },
    });
  });

  it('sent twice is one; another is another, and one that nobody answered in time is given anew', async () => {
    const codes = await Promise.all([give(), give(), give()]);
    expect(new Set(codes).size).toBe(1);
    const [code = ''] = codes;
    const other = await give({ power: given.power === 'read' ? 'file' : 'read' });
    expect(other).not.toBe(code);
    desk.setDay('2026-04-05');
    const anew = await give();
    expect(anew).not.toBe(code);
    desk.setDay('2026-03-02');
    for (const one of [code, other, anew]) expect(await act(one, 'withdraw', principal)).toEqual({ kind: 'done' });
    expect(await give()).not.toBe(code);
  });

  it('ends by itself after its last day', async () => {
    const code = await give({ until: '2026-03-20' });
    await act(code, 'accept', delegate);
    expect(await sees(first, '2026-03-20')).toBe(true);
    expect(await sees(first, '2026-03-21')).toBe(false);
    await act(code, 'renounce', delegate);
  });

  it('reaches what its scope names and nothing more, in lists too', async () => {
    const code = await give({ power: 'read', scope: { kind: 'cases', cases: [second] } });
    await act(code, 'accept', delegate);
    expect([await sees(first), await sees(second)]).toEqual([false, true]);
    const session = await sessionOf(delegate);
    const reach = reachOf(session, { parents: new Map(), types: [] });
    const { pages } = await desk.store.readMine(
      { agent: principal, reader: delegate, reach },
      { running: { limit: 20 } },
    );
    expect(pages.running.lines.map(({ id }) => id)).toEqual([second]);
    const view = await desk.store.findCase(second, reach);
    if (!view) throw new Error('gone');
    const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
    expect(mayAct(session, facts, 'addDocument', { parents: new Map(), types: [] }).allowed).toBe(false);
    await act(code, 'renounce', delegate);
  });

  it('names only cases that are the principal’s', async () =>
    expect(
      await delegations.give({
        ...given,
        scope: { kind: 'cases', cases: [first, 'nessuna'] },
        principal,
        by: principal,
      }),
    ).toEqual({ kind: 'foreignCases' }));

  it('answers the same for somebody known and for nobody, and makes nobody known', async () => {
    const agents = async () => (await desk.owner.query('SELECT FROM eli4u.agent')).rowCount;
    const before = await agents();
    const known = await give();
    const unknown = await give({ named: { name: 'Ugo Altri', taxCode: 'LTRGUO80A01G224Y' } });
    expect(await agents()).toBe(before);
    const shape = (code: string) =>
      delegations
        .find(code, { kind: 'citizen', id: principal })
        .then((one) => ({ ...one, code: '', delegate: '', taxCode: '' }));
    expect(await shape(known)).toEqual(await shape(unknown));
    // Nobody reads of a delegation that is none of theirs.
    expect(await delegations.find(unknown, { kind: 'citizen', id: delegate })).toBeNull();
    for (const code of [known, unknown]) await act(code, 'withdraw', principal);
  });

  it('leaves nothing of what was filed in another’s name when it ends', async () => {
    const code = await give();
    await act(code, 'accept', delegate);
    const result = await desk.store.fileProcedure(
      {
        ...aRequest(),
        channel: 'web',
        identification: 'demonstration',
        parties: [
          { role: 'applicant', actsFor: null, agent: { id: principal } },
          { role: 'representative', actsFor: 0, agent: { id: delegate } },
        ],
      },
      { kind: 'citizen', id: delegate },
    );
    const id = result.kind === 'filed' ? result.receipt.id : '';
    expect(await sees(id)).toBe(true);
    // Both are recorded, in the history and in the audit.
    const events = await desk.store.listEvents(id, all);
    expect(events?.events[0]).toMatchObject({ actor: `citizen:${delegate}`, onBehalfOf: principal });
    const { rows } = await desk.owner.query(
      `SELECT actor, details->>'onBehalfOf' AS "onBehalfOf" FROM eli4u.audit_event WHERE subject_id = $1 AND action = 'procedure.file'`,
      [id],
    );
    expect(rows).toEqual([{ actor: `citizen:${delegate}`, onBehalfOf: principal }]);
    await act(code, 'revoke', principal);
    expect(await sees(id)).toBe(false);
  });

  it('on paper holds when the office has confirmed it, of a business nobody knew', async () => {
    const proof = { storageKey: `ab/ab${'0'.repeat(62)}`, sha256: `ab${'0'.repeat(62)}`, format: 'pdf', bytes: 3 };
    const claimed = await delegations.claim({
      ...given,
      power: 'administer',
      named: { name: 'Forno al Ponte Corvo S.r.l.', taxCode: '99900170285' },
      proof,
      delegate,
    });
    const code = claimed.kind === 'given' ? claimed.code : '';
    expect((await sessionOf(delegate)).represents).toEqual([]);
    expect((await delegations.listToCheck('anna')).items.map((one) => one.code)).toEqual([code]);
    const confirm = () =>
      delegations.act({
        code,
        act: 'confirm',
        reason: null,
        as: { side: 'office', member: 'anna' },
        actor: { by: 'officer:anna', onBehalfOf: null },
      });
    expect(await confirm()).toEqual({ kind: 'done' });
    expect(await confirm()).toMatchObject({ kind: 'refused' });
    expect((await sessionOf(delegate)).represents).toMatchObject([
      { name: 'Forno al Ponte Corvo S.r.l.', isBody: true, grants: [{ power: 'administer' }] },
    ]);
  });

  it('is never rewritten or deleted, and its history tells who did what', async () => {
    await expect(desk.owner.query('DELETE FROM eli4u.delegation')).rejects.toThrow(/not changed/);
    await expect(desk.owner.query(`UPDATE eli4u.delegation SET valid_to = '2030-01-01'`)).rejects.toThrow(
      /not changed/,
    );
    const { rows } = await desk.owner.query<{ kinds: string[] }>(
      'SELECT array_agg(kind ORDER BY n) AS kinds FROM eli4u.delegation_event GROUP BY delegation_id ORDER BY delegation_id LIMIT 1',
    );
    expect(rows).toEqual([{ kinds: ['given', 'accept', 'revoke'] }]);
    // Tax codes that it names are read by nobody who has not said who acts.
    expect((await desk.pool.query('SELECT FROM eli4u.delegation_named')).rowCount).toBe(0);
  });
});
