import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas, staffPersonas } from '#lib/access/persona.ts';
import { prepareStaff } from '#lib/launcher/prepare-staff.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { syncUnits } from '#lib/store/staff/sync-units.ts';
import { createStaffStore, type StaffStore } from '#lib/store/staff/staff-store.ts';
import { demoUnits } from '#tests/builders/procedure-types.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const today = '2026-11-25';
let database: FreshDatabase;
let pool: pg.Pool;
let staff: StaffStore;
const demo = { signIn: { kind: 'demo' } } as const;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  staff = createStaffStore(pool);
  // Two starts at once, and one more.
  await Promise.all([prepareStaff(database.appUrl, demo), prepareStaff(database.appUrl, demo)]);
  await prepareStaff(database.appUrl, demo);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const count = async (table: string) =>
  (await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM eli4u.${table}`)).rows[0]?.n;
const sessionOf = async (persona: (typeof personas)[number]) => {
  const who = await staff.findPersona(persona);
  return who && staff.findSession(who, today);
};

describe('people of the demonstration', () => {
  it('are made once, however often the site starts', async () => {
    expect(await count('staff_member')).toBe(26);
    expect(await count('demo_citizen')).toBe(4);
    expect(await count('delegation')).toBe(2);
  });

  it.each(personas)('%s can sign in', async (persona) =>
    expect((await sessionOf(persona))?.kind).toBe(staffPersonas.some((name) => name === persona) ? 'staff' : 'citizen'),
  );

  it('hold the roles that the file says', async () =>
    expect(await sessionOf('operatore')).toEqual({
      kind: 'staff',
      member: 'operatore',
      name: 'Giulia Rampazzo',
      agent: null,
      roles: [
        { role: 'officer', unit: 'edilizia-privata', types: null },
        { role: 'officer', unit: 'suap', types: null },
      ],
    }));

  it('the delegate acts for the other two', async () =>
    expect(await sessionOf('delegato')).toMatchObject({
      represents: [{ name: 'Elena Marchetti' }, { name: 'Forno al Ponte Corvo S.r.l.' }],
    }));

  it('leave somebody in every office that handles or decides', async () => {
    for (const type of createProcedureTypes('schemas/procedures').listTypes(today))
      for (const unit of new Set([type.unit, type.responsible, type.decidingOffice])) {
        const roles = (await staff.listMembers([unit], today)).flatMap((member) =>
          member.roles.filter((role) => role.unit === unit).map(({ role }) => role),
        );
        expect({ unit, roles }).toEqual({ unit, roles: expect.arrayContaining(['responsible']) as unknown });
      }
  });

  it('are not made on a site that others reach', async () => {
    const other = await freshDatabase();
    const otherPool = createPool(other.appUrl, { applicationName: 'test', max: 1 });
    await prepareStaff(other.appUrl, { signIn: { kind: 'none' } });
    const { rows } = await otherPool.query(
      'SELECT (SELECT count(*)::int FROM eli4u.unit) AS units, (SELECT count(*)::int FROM eli4u.staff_member) AS staff',
    );
    expect(rows).toEqual([{ units: demoUnits().size, staff: 0 }]);
    await otherPool.end();
    await other.drop();
  });

  it('their tax codes are read by nobody who has not said who acts', async () => {
    const { rows } = await pool.query('SELECT count(*)::int AS n FROM eli4u.agent_identity');
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('roles', () => {
  it('count from their day to their day, and only of who is active', async () => {
    await pool.query(`INSERT INTO eli4u.staff_member (id, name, email) VALUES ('x', 'X', 'x@comune.example')`);
    await pool.query(
      `INSERT INTO eli4u.staff_role (member_id, role, unit_code, types, valid_from, valid_to) VALUES
         ('x', 'officer', 'urp', '{patrocinio}', '2026-01-01', '2026-11-25'), ('x', 'manager', 'urp', '{*}', '2026-11-26', NULL)`,
    );
    const rolesOn = async (day: string) => {
      const session = await staff.findSession({ kind: 'staff', id: 'x' }, day);
      return session?.kind === 'staff' ? session.roles : null;
    };
    expect(await rolesOn('2025-12-31')).toEqual([]);
    expect(await rolesOn(today)).toEqual([{ role: 'officer', unit: 'urp', types: ['patrocinio'] }]);
    expect(await rolesOn('2026-11-26')).toEqual([{ role: 'manager', unit: 'urp', types: null }]);
    expect((await staff.listMembers(['urp'], today)).map(({ member }) => member)).toContain('x');
    await pool.query(`UPDATE eli4u.staff_member SET active = false WHERE id = 'x'`);
    expect(await rolesOn(today)).toBeNull();
    expect([...(await staff.namesOfMembers(['x', 'nobody']))]).toEqual([['x', 'X']]);
  });
});

describe('an account of an identity provider', () => {
  const account = (subject: string, email: string | null, emailDoubtful = false) => ({ subject, email, emailDoubtful });
  beforeAll(() =>
    pool.query(
      `INSERT INTO eli4u.staff_member (id, name, email) VALUES ('y', 'Y', 'y@comune.example'), ('z', 'Z', 'z@comune.example')`,
    ),
  );

  it('is matched by its address the first time and by itself from then on', async () => {
    expect(await staff.matchAccount(account('s-y', 'Y@Comune.example'))).toEqual({ kind: 'staff', id: 'y' });
    expect(await staff.matchAccount(account('s-y', null))).toEqual({ kind: 'staff', id: 'y' });
    expect(await staff.matchAccount(account('s-other', 'y@comune.example'))).toBeNull();
  });

  it.each([
    ['unknown', account('s-1', 'who@comune.example')],
    ['an address that the provider did not check', account('s-2', 'z@comune.example', true)],
    ['an address of the demonstration', account('s-3', 'operatore@example.org')],
    ['no address', account('s-4', null)],
  ])('%s is nobody', async (_, given) => expect(await staff.matchAccount(given)).toBeNull());

  it('of one who has left is nobody', async () => {
    await pool.query(`UPDATE eli4u.staff_member SET active = false WHERE id = 'y'`);
    expect(await staff.matchAccount(account('s-y', 'y@comune.example'))).toBeNull();
  });
});

describe('offices', () => {
  it('that the file no longer names end, and come back with it', async () => {
    const units = new Map(demoUnits());
    units.delete('mobilita');
    const ended = async () => (await pool.query(`SELECT code FROM eli4u.unit WHERE ended_at IS NOT NULL`)).rows;
    await syncUnits(pool, units);
    expect(await ended()).toEqual([{ code: 'mobilita' }]);
    await syncUnits(pool, demoUnits());
    expect(await ended()).toEqual([]);
  });

  it('that did not change are not written', async () => {
    const times = () => pool.query('SELECT code, changed_at, xmin::text FROM eli4u.unit ORDER BY code');
    const before = (await times()).rows;
    await syncUnits(pool, demoUnits());
    expect((await times()).rows).toEqual(before);
  });
});
