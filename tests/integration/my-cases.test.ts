import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFindable } from '#lib/procedures/cases/action.ts';
import type { MySection, WhoseCases } from '#lib/store/procedures/procedure-store.ts';
import { all, does, filed, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';

/** How a request for patronage comes to wait for who filed it. */
const pathToApplicant = ['completenessCheck', 'additions'];

let desk: TestDesk;
let lucia: WhoseCases;
let other: WhoseCases;
const ids: string[] = [];

const whoseOf = async (id: string): Promise<WhoseCases> => {
  const agent = (await desk.store.findCase(id, all))?.parties[0]?.agent ?? '';
  return { agent, reader: agent, reach: { kind: 'own', agents: [agent] } };
};

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  for (let i = 0; i < 5; i++) ids.push((await filed(desk.store)).id);
  const stranger = { kind: 'person', name: 'Ugo Altri', taxCode: 'LTRGUO80A01G224Y', contacts: {} } as const;
  const strange = await filed(desk.store, { parties: [{ role: 'applicant', actsFor: null, agent: stranger }] });
  lucia = await whoseOf(ids[0] ?? '');
  other = await whoseOf(strange.id);
});
afterAll(() => desk.end());

const running = async (whose: WhoseCases, page: { after?: string | undefined; limit?: number } = {}) =>
  (await desk.store.readMine(whose, { running: { limit: 25, ...page } })).pages.running;
const section = async (name: MySection) =>
  (await desk.store.readMine(lucia, { [name]: { limit: 25 } })).pages[name].lines.map(({ id }) => id);

describe('my cases', () => {
  it('are mine, whatever the channel, and nobody else’s', async () => {
    expect((await running(lucia)).lines.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    expect((await running(other)).lines).toHaveLength(1);
    expect((await desk.store.readMine(lucia)).counts).toEqual({ needsMe: 0, running: 5, concluded: 0 });
    // Of whom one does not represent, nothing: what an address asks is no right.
    expect((await running({ ...lucia, agent: other.agent })).lines).toEqual([]);
    expect((await desk.store.readMine({ ...lucia, agent: other.agent })).counts).toEqual({
      needsMe: 0,
      running: 0,
      concluded: 0,
    });
  });

  it('come in pages, each once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await running(lucia, { after, limit: 2 });
      seen.push(...page.lines.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect((await running(lucia, { after: 'no cursor' })).lines).toHaveLength(5);
  });

  it('move to “needs me” when it is my turn, and to “concluded” when decided', async () => {
    const [id = ''] = ids;
    await does(desk.store, id, { kind: 'take', by: 'anna' });
    const graph = (await desk.store.findCase(id, all))?.context.type.graph;
    for (const to of pathToApplicant) {
      const line = graph?.transitions.find((one) => one.to === to);
      await does(desk.store, id, (procedure) => wayTo(procedure, to, ...(line?.guards ?? []).filter(isFindable)));
    }
    expect(await section('needsMe')).toEqual([id]);
    expect((await desk.store.readMine(lucia)).counts).toEqual({ needsMe: 1, running: 4, concluded: 0 });
    await does(desk.store, id, (procedure) => wayTo(procedure, 'withdrawn', 'applicantWithdraws'));
    expect(await section('concluded')).toEqual([id]);
    expect((await desk.store.readMine(lucia)).counts).toEqual({ needsMe: 0, running: 4, concluded: 1 });
  });

  it('are new until read, and what one did oneself is no news', async () => {
    const id = ids[1] ?? '';
    const isNew = async (whose = lucia) => (await running(whose)).lines.find((line) => line.id === id)?.isNew;
    expect(await isNew()).toBe(true);
    await desk.store.noteSeen(lucia.reader, id);
    expect(await isNew()).toBe(false);
    // Another who may look has not read it for that.
    expect(await isNew({ ...lucia, reader: other.reader })).toBe(true);
    await does(desk.store, id, { kind: 'writeNote', text: 'solo per l’ufficio' });
    expect(await isNew()).toBe(false);
    await does(desk.store, id, { kind: 'take', by: 'anna' });
    expect(await isNew()).toBe(false);
  });
});
