import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCitizenStore, type CitizenStore } from '#lib/store/citizens/citizen-store.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { all, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let citizens: CitizenStore;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  citizens = createCitizenStore(desk.pool, createIdSource(desk.pool));
});
afterAll(() => desk.end());

const vouched = { by: 'oidc', assurance: 'SpidL2', foreignIdentifier: null, email: null };
const lucia = { ...vouched, name: 'Lucia Bonfante', taxCode: 'BNFLCU80A41G224X' };
const anais = { ...vouched, name: 'Anaïs Le Goff', taxCode: null, foreignIdentifier: 'FR/IT/1234' };
const identity = (id: string): Promise<unknown> =>
  inTransaction(desk.pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('system', 'test')`);
    const { rows } = await client.query(
      'SELECT tax_code, foreign_identifier, contacts, known_by, assurance FROM eli4u.agent_identity WHERE agent_id = $1',
      [id],
    );
    return { keep: false, value: rows[0] };
  });

describe('who signs in', () => {
  it('is who filed before, on whatever way, and completes what is known without overwriting it', async () => {
    const { id } = await filed(desk.store);
    const party = (await desk.store.findCase(id, all))?.parties[0]?.agent;
    expect(await citizens.match({ ...lucia, email: 'another@example.org' })).toEqual({ kind: 'citizen', id: party });
    expect(await identity(party ?? '')).toEqual({
      tax_code: lucia.taxCode,
      foreign_identifier: null,
      contacts: { email: 'lucia@example.org' },
      known_by: 'oidc',
      assurance: 'SpidL2',
    });
  });

  it.each([
    ['a tax code', { ...lucia, name: 'Ugo Nuovi', taxCode: 'NVUGUO80A01G224T' }],
    ['the identifier of another State', anais],
  ])('is one person by %s, also when they come in twice at once', async (_, person) => {
    const came = await Promise.all(
      Array.from({ length: 6 }, () => citizens.match({ ...person, email: 'u@example.org' })),
    );
    expect(new Set(came.map(({ id }) => id)).size).toBe(1);
    expect(await citizens.match(person)).toEqual(came[0]);
    expect(await identity(came[0]?.id ?? '')).toMatchObject({
      tax_code: person.taxCode,
      foreign_identifier: person.foreignIdentifier,
      contacts: { email: 'u@example.org' },
    });
  });
});
