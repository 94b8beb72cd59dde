import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servesFor } from '#lib/procedures/requests/access-application.ts';
import { findAccessApplications } from '#lib/store/procedures/access-applications.ts';
import { all, aRequest, does, filed, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let scholar: string;
beforeAll(async () => {
  desk = await openTestDesk('2025-12-30');
  const { id } = await filed(desk.store);
  scholar = (await desk.store.findCase(id, all))?.parties[0]?.agent ?? '';
});
afterAll(() => desk.end());

/** A request to consult, with the application for access or without. */
async function asks(topic: string, withApplication: boolean): Promise<string> {
  const result = await desk.store.fileProcedure(
    aRequest({
      type: 'consultazione-archivio',
      channel: 'web',
      identification: 'spid',
      parties: [{ role: 'applicant', actsFor: null, agent: { id: scholar } }],
      answers: { service: ['consultazione'], topic, period: 'XV secolo' },
      documents: withApplication
        ? [
            {
              kind: 'attachment',
              code: 'domanda-accesso',
              flow: 'in',
              format: 'pdf',
              fileName: 'domanda.pdf',
              bytes: Buffer.from(`application: ${topic}`),
            },
          ]
        : [],
    }),
    { kind: 'citizen', id: scholar },
  );
  if (result.kind !== 'filed') throw new Error(JSON.stringify(result));
  return result.receipt.id;
}
const found = (on: string, agent = scholar) => findAccessApplications(desk.pool, agent, on);

describe('the application for access to the archive', () => {
  it('holds for the calendar year in which it was filed, and for who filed it', async () => {
    await asks('Gli estimi', true);
    await asks('Gli estimi', false);
    expect((await found('2025-12-31')).map(({ topic, fileName }) => [topic, fileName])).toEqual([
      ['Gli estimi', 'domanda.pdf'],
    ]);
    expect(await found('2025-12-31', 'somebody')).toEqual([]);
    expect(await found('2026-01-01')).toEqual([]);
  });

  it('admits to nothing where the request was taken back', async () => {
    desk.setDay('2026-03-02');
    const id = await asks('Le mura', true);
    expect(await found('2026-03-02')).toMatchObject([{ procedure: id, topic: 'Le mura' }]);
    await does(desk.store, id, { kind: 'take', by: 'anna' });
    await does(desk.store, id, (procedure) => wayTo(procedure, 'completenessCheck'));
    await does(desk.store, id, (procedure) => wayTo(procedure, 'withdrawn', 'applicantWithdraws'));
    expect(await found('2026-03-02')).toEqual([]);
  });

  it.each([
    ['Gli Estimi', ' gli  estimi.', true],
    ['Gli estimi', 'Le mura', false],
    ['', '', false],
  ])('for «%s» serves for «%s»: %s', (given, asked, serves) => expect(servesFor(given, asked)).toBe(serves));
});
