import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsAsked } from '#lib/procedures/cases/documents-asked.ts';
import { mostAnswers } from '#lib/store/procedures/answer-port.ts';
import type { AnswerRequest, CaseView } from '#lib/store/procedures/procedure-store.ts';
import { all, does, filed, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk('2026-02-02');
});
afterAll(() => desk.end());

const viewOf = async (id: string): Promise<CaseView> => {
  const view = await desk.store.findCase(id, all);
  if (!view) throw new Error(`no case ${id}`);
  return view;
};

/** A request for patronage for which something is missing since the 5th: the term stands still (L. 241/1990 art. 2 c. 7). */
async function waiting(month: string): Promise<{ id: string; agent: string }> {
  // Of a month of its own: no day goes back behind the last number of the protocollo.
  desk.setDay(`${month}-02`);
  const { id } = await filed(desk.store);
  await does(desk.store, id, { kind: 'take', by: 'anna' });
  await does(desk.store, id, (procedure) => wayTo(procedure, 'completenessCheck'));
  desk.setDay(`${month}-05`);
  await does(desk.store, id, (procedure) => ({
    ...wayTo(procedure, 'additions', 'documentsIncomplete'),
    message: 'Manca lo statuto, firmato.',
    asked: ['statuto'],
  }));
  const agent = (await viewOf(id)).parties[0]?.agent ?? '';
  return { id, agent };
}

const pdf = (words: string) => Buffer.from(`%PDF-1.4\n${words}\n%%EOF`);

function answerOf(id: string, agent: string, change: Partial<AnswerRequest> = {}): AnswerRequest {
  return {
    id,
    reach: { kind: 'own', agents: [agent] },
    actor: { kind: 'citizen', id: agent },
    sender: { name: 'Lucia Bonfante' },
    party: { agent, name: 'Lucia Bonfante' },
    about: { title: 'Patrocinio, Prato della Valle', number: 1, year: 2026, asked: 'Manda i documenti che mancano' },
    words: 'Ecco lo statuto.',
    documents: [
      { bytes: pdf('statuto'), format: 'pdf', fileName: 'statuto.pdf', code: 'statuto', title: 'Statuto' },
      { bytes: pdf('verbale'), format: 'pdf', fileName: 'verbale.pdf', code: null, title: 'Altro documento' },
    ],
    idempotency: { client: `citizen:${agent}`, key: id, requestHash: 'h1' },
    ...change,
  };
}

describe('an answer to what the office asked', () => {
  it('is registered as one, joins the fascicolo, and the term runs again from its day', async () => {
    const { id, agent } = await waiting('2026-02');
    const before = await viewOf(id);
    expect(before.line).toMatchObject({ clockState: 'suspended', waitingFor: 'applicant' });
    const whose = { agent, reader: agent, reach: { kind: 'own', agents: [agent] } as const };
    expect((await desk.store.readMine(whose)).counts.needsMe).toBe(1);
    desk.setDay('2026-02-12');
    const sent = await desk.store.answerRequest(answerOf(id, agent));
    if (sent.kind !== 'answered') throw new Error(JSON.stringify(sent));
    expect(sent.registration).toMatchObject({ year: 2026, on: '2026-02-12' });
    const after = await viewOf(id);
    // Of an assigned case: the office's turn again, and nobody else is waited for.
    expect(after.line).toMatchObject({ clockState: 'runs', waitingFor: null, activityState: 'inProgress' });
    expect(after.procedure.legal?.ledger.at(-1)).toMatchObject({ from: '2026-02-05', to: '2026-02-12' });
    expect((await desk.store.readMine(whose)).counts.needsMe).toBe(0);
    const came = after.documents.slice(before.documents.length);
    expect(came.map(({ flow, title, code, registration }) => [flow, title, code, registration?.number])).toEqual([
      ['in', 'Risposta alla richiesta dell’ufficio', null, sent.registration.number],
      ['in', 'Statuto', 'statuto', sent.registration.number],
      ['in', 'Altro documento', null, sent.registration.number],
    ]);
    const { rows } = await desk.pool.query(
      `SELECT channel, sender, jsonb_array_length(attachments) AS attached FROM eli4u.protocol_registration WHERE record_id = $1`,
      [sent.record],
    );
    expect(rows).toEqual([{ channel: 'web', sender: [{ name: 'Lucia Bonfante' }], attached: 2 }]);
    expect(await desk.store.findAnswer(id, sent.record, whose.reach)).toMatchObject({
      words: 'Ecco lo statuto.',
      party: agent,
      sentBy: `citizen:${agent}`,
      resumed: true,
      letter: { record: sent.record },
      documents: [{ code: 'statuto' }, { code: null }],
    });
    expect(await desk.store.findAnswer(id, sent.record, { kind: 'own', agents: ['another'] })).toBeNull();
    expect(await desk.store.findAnswer(id, 'nothing', whose.reach)).toBeNull();
  });

  it('sent twice, at once or later, is one', async () => {
    const { id, agent } = await waiting('2026-03');
    desk.setDay('2026-03-10');
    const request = answerOf(id, agent);
    const twice = await Promise.all([desk.store.answerRequest(request), desk.store.answerRequest(request)]);
    const again = await desk.store.answerRequest(request);
    const numbers = [...twice, again].map((one) => (one.kind === 'answered' ? one.registration.number : one.kind));
    expect(new Set(numbers).size).toBe(1);
    const { documents } = await viewOf(id);
    expect(documents.filter(({ title }) => title.startsWith('Risposta'))).toHaveLength(1);
    // With other content it is another answer, and the key is not enough for it.
    const other = { ...request, idempotency: { ...request.idempotency, requestHash: 'h2' } };
    expect((await desk.store.answerRequest(other)).kind).toBe('keyReused');
  });

  it('is sent by who represents the party, and both are kept', async () => {
    const { id, agent } = await waiting('2026-04');
    desk.setDay('2026-04-10');
    const sent = await desk.store.answerRequest(
      answerOf(id, agent, { actor: { kind: 'citizen', id: 'delegate' }, sender: { name: 'Davide Zorzi' } }),
    );
    if (sent.kind !== 'answered') throw new Error(sent.kind);
    expect(await desk.store.findAnswer(id, sent.record, all)).toMatchObject({
      sentBy: 'citizen:delegate',
      party: agent,
    });
    const { rows } = await desk.pool.query<{ sender: unknown; actor: string; details: unknown }>(
      `SELECT r.sender, a.actor, a.details FROM eli4u.protocol_registration r, eli4u.audit_event a
        WHERE r.record_id = $1 AND a.action = 'procedure.answer' AND a.subject_id = $2`,
      [sent.record, id],
    );
    expect(rows).toEqual([
      {
        sender: [{ name: 'Lucia Bonfante' }, { name: 'Davide Zorzi' }],
        actor: 'citizen:delegate',
        details: { onBehalfOf: agent, record: sent.record, documents: 2 },
      },
    ]);
  });

  it('of another’s case, or one that is concluded, leaves nothing', async () => {
    const { id, agent } = await waiting('2026-05');
    const strange = { kind: 'own', agents: ['stranger'] } as const;
    expect((await desk.store.answerRequest(answerOf(id, agent, { reach: strange }))).kind).toBe('unknown');
    await does(desk.store, id, (procedure) => wayTo(procedure, 'withdrawn', 'applicantWithdraws'));
    const { documents, procedure } = await viewOf(id);
    expect(await desk.store.answerRequest(answerOf(id, agent))).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'alreadyConcluded' }],
    });
    const after = await viewOf(id);
    expect(after.documents).toEqual(documents);
    expect(after.procedure.version).toBe(procedure.version);
  });

  it('says what was asked, by when, why and by whom it was answered', async () => {
    const { id, agent } = await waiting('2026-06');
    const asked = async () => {
      const { procedure, context } = await viewOf(id);
      const events = (await desk.store.listEvents(id, all))?.events ?? [];
      return documentsAsked(
        procedure,
        context,
        events.map(({ event }) => event),
      );
    };
    expect(await asked()).toMatchObject({
      whom: 'applicant',
      what: { it: 'Manda i documenti che mancano' },
      on: '2026-06-05',
      by: '2026-07-06',
      article: 'L. 241/1990 art. 2 c. 7',
      words: 'Manca lo statuto, firmato.',
      documents: [{ code: 'statuto' }],
      answeredOn: null,
    });
    desk.setDay('2026-06-11');
    await desk.store.answerRequest(answerOf(id, agent, { words: null, documents: [] }));
    expect(await asked()).toMatchObject({ answeredOn: '2026-06-11' });
    await does(desk.store, id, (procedure) => wayTo(procedure, 'completenessCheck'));
    expect(await asked()).toBeNull();
  });

  it('in floods is stopped: nothing of it is registered until an hour has gone by', async () => {
    const { id, agent } = await waiting('2026-07');
    desk.setDay('2026-07-10');
    const send = (n: number) =>
      desk.store.answerRequest(
        answerOf(id, agent, {
          documents: [],
          words: `Ecco, ${n}`,
          idempotency: { client: `citizen:${agent}`, key: `flood ${n}`, requestHash: `${n}` },
        }),
      );
    const kinds = [];
    for (let n = 0; n <= mostAnswers; n++) kinds.push((await send(n)).kind);
    expect(kinds.filter((kind) => kind === 'answered')).toHaveLength(mostAnswers);
    expect(kinds.at(-1)).toBe('tooMany');
    // What came before it is answered as before.
    expect(await send(0)).toMatchObject({ kind: 'answered', replayed: true });
    desk.setDay('2026-07-11');
    expect((await send(99)).kind).toBe('answered');
  });

  it('is brought to the counter, whose operator registers it for the party', async () => {
    const { id, agent } = await waiting('2026-09');
    desk.setDay('2026-09-10');
    const sent = await desk.store.answerRequest(answerOf(id, agent, { actor: { kind: 'officer', id: 'urp' } }));
    if (sent.kind !== 'answered') throw new Error(sent.kind);
    expect(await desk.store.findAnswer(id, sent.record, { kind: 'own', agents: [agent] })).toMatchObject({
      sentBy: 'officer:urp',
      party: agent,
      resumed: true,
    });
    const { rows } = await desk.pool.query(
      `SELECT channel, sender FROM eli4u.protocol_registration WHERE record_id = $1`,
      [sent.record],
    );
    expect(rows).toEqual([{ channel: 'counter', sender: [{ name: 'Lucia Bonfante' }] }]);
  });
});
