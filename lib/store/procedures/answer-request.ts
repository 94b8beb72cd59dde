import type pg from 'pg';
import { z } from 'zod';
import type { Action } from '#lib/procedures/cases/action.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { registrationSchema } from '#lib/procedures/cases/filing-facts.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { toAnswerLetter } from '#lib/projections/answer-letter.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { decideLocked } from './act.ts';
import { actorName } from './actor.ts';
import { mostAnswers, type AnswerRequest, type AnswerResult, type AnswerDocument } from './answer-port.ts';
import type { Desk } from './desk.ts';
import { fascicoloPlace } from './fascicolo-place.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { inTransaction, type Outcome } from './in-transaction.ts';
import { type LockedCase, lockCase } from './lock-case.ts';
import { nextNumber } from './protocollo.ts';
import { saveDocument } from './save-document.ts';

const keptSchema = z.object({ record: z.string(), registration: registrationSchema });

/** What stands ready before the transaction: bytes kept, ids taken. */
interface Ready {
  letter: { record: string; kept: KeptDocument };
  documents: readonly (AnswerDocument & { record: string; kept: KeptDocument })[];
}

/**
 * A party answers what the office asked: a letter with its number of the protocollo, the documents registered with it (DPR 445/2000 art. 53), and the
 * act by which what was awaited has come, so that a term that stood still runs again from that day. Bytes are kept first; the rest is one transaction.
 */
export async function answerRequest(desk: Desk, request: AnswerRequest): Promise<AnswerResult> {
  const bringer = { by: actorName(request.actor), about: request.id };
  const documents: (AnswerDocument & { kept: KeptDocument })[] = [];
  for (const document of request.documents) {
    const admitted = await desk.gate.admitGiven(document, bringer);
    if (admitted.kind !== 'admitted') return notAdmitted(admitted, document.fileName);
    documents.push({ ...document, kept: admitted.kept });
  }
  const letter = await desk.gate.admitGiven({ bytes: Buffer.from(letterOf(desk, request, documents)) }, bringer);
  if (letter.kind !== 'admitted') return notAdmitted(letter, null);
  const [record = '', ...records] = await desk.takeIds(1 + documents.length);
  const ready: Ready = {
    letter: { record, kept: letter.kept },
    documents: documents.map((document, i) => ({ ...document, record: records[i] ?? '' })),
  };
  return inTransaction(desk.pool, (client) => answerIn(client, desk, request, ready));
}

const letterOf = (
  desk: Desk,
  { about, party, sender, words, actor }: AnswerRequest,
  documents: readonly (AnswerDocument & { kept: KeptDocument })[],
): string =>
  toAnswerLetter({
    comune: desk.types.comune().name.it,
    on: romeDay(desk.now()),
    case: about,
    asked: about.asked,
    party: party.name,
    sender: sender.name,
    atCounter: actor.kind === 'officer',
    words,
    documents: documents.map(({ title, fileName, kept }) => ({
      title,
      fileName,
      bytes: kept.bytes,
      sha256: kept.sha256,
    })),
  });

/** Counted under the lock of the case. */
async function isFlooding(client: pg.ClientBase, id: string, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM eli4u.procedure_event WHERE procedure_id = $1 AND kind = 'answerReceived' AND at > $2`,
    [id, new Date(now.getTime() - 3_600_000)],
  );
  return (rows[0]?.n ?? 0) >= mostAnswers;
}

async function answerIn(
  client: pg.ClientBase,
  desk: Desk,
  request: AnswerRequest,
  ready: Ready,
): Promise<Outcome<AnswerResult>> {
  const undone = (value: AnswerResult) => ({ keep: false, value });
  const { id, idempotency, party, words } = request;
  const claim = await claimKey(client, idempotency, desk.now());
  if (claim.kind === 'keyReused') return undone(claim);
  if (claim.kind === 'answered') return undone({ kind: 'answered', ...keptSchema.parse(claim.answer), replayed: true });
  const locked = await lockCase(client, id, request.reach);
  if (!locked) return undone({ kind: 'unknown' });
  if (await isFlooding(client, id, desk.now())) return undone({ kind: 'tooMany' });
  const actions: Action[] = [
    ...ready.documents.map(({ record, code }): Action => ({ kind: 'addDocument', record, document: code })),
    {
      kind: 'noteAnswer',
      on: romeDay(desk.now()),
      document: ready.letter.record,
      note: words ?? undefined,
      party: party.agent,
    },
  ];
  let now: LockedCase = locked;
  for (const action of actions) {
    const decided = await decideLocked(client, desk, now, action, request.actor);
    if (decided.kind === 'refused') return undone(decided);
    if (decided.kind !== 'decided') throw new Error(`an answer that nobody compared came to "${decided.kind}"`);
    now = { ...now, procedure: decided.procedure };
  }
  const registration = await register(client, desk, request, ready, now);
  await client.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, 'procedure.answer', $3, $4)`,
    [
      desk.now(),
      actorName(request.actor),
      id,
      JSON.stringify({ onBehalfOf: party.agent, record: ready.letter.record, documents: ready.documents.length }),
    ],
  );
  const answer = { record: ready.letter.record, registration };
  await keepAnswer(client, idempotency, answer);
  return { keep: true, value: { kind: 'answered', ...answer, replayed: false } };
}

/** The letter with its number and the documents with the letter, as they stand in the fascicolo and in the register. */
async function register(
  client: pg.ClientBase,
  desk: Desk,
  { id, actor, party, sender }: AnswerRequest,
  { letter, documents }: Ready,
  { procedure }: LockedCase,
) {
  const now = desk.now();
  const place = await fascicoloPlace(client, id);
  const type = await desk.versions.load(client, procedure.type.code, procedure.type.version);
  const comune = desk.types.comune();
  const common = {
    ...place,
    procedure: id,
    flow: 'in' as const,
    sender: [...new Set([party.name, sender.name])].map((name) => ({ name })),
    recipients: [{ name: procedure.unit }],
    addedAt: now,
    addedBy: actorName(actor),
  };
  // Last: other registrations wait from here on.
  const number = await nextNumber(client, comune.register, romeDay(now));
  await saveDocument(client, {
    ...common,
    record: letter.record,
    kind: 'other',
    code: null,
    title: answerTitle,
    fileName: null,
    format: 'txt',
    kept: letter.kept,
    registration: {
      number,
      object: answerTitle,
      attachments: documents.map(({ record, title, kept }) => ({ record, title, hash: kept.sha256 })),
      channel: actor.kind === 'officer' ? 'counter' : 'web',
      aoo: comune.code,
      unit: procedure.unit,
      classification: `${type.titolario.title}/${type.titolario.class}`,
    },
    registeredWith: null,
    on: number.on,
  });
  for (const [i, { record, code, title, fileName, format, kept }] of documents.entries())
    await saveDocument(client, {
      ...common,
      record,
      ordinal: place.ordinal + 1 + i,
      kind: 'attachment',
      code,
      title,
      fileName,
      format,
      kept,
      registration: null,
      registeredWith: letter.record,
      on: number.on,
    });
  return number;
}

/** Names no person. */
const answerTitle = 'Risposta alla richiesta dell’ufficio';
