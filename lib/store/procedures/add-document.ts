import type pg from 'pg';
import { z } from 'zod';
import { registrationSchema } from '#lib/procedures/cases/filing-facts.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { conflictOf, decideLocked } from './act.ts';
import { actorName } from './actor.ts';
import { officeNamed, type Desk } from './desk.ts';
import { fascicoloPlace } from './fascicolo-place.ts';
import { titleOf } from './file-procedure.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { inTransaction, type Outcome } from './in-transaction.ts';
import { lockCase } from './lock-case.ts';
import type { AddDocumentRequest, AddDocumentResult, FormerAddition, Idempotency } from './procedure-writing.ts';
import { nextNumber } from './protocollo.ts';
import { saveDocument } from './save-document.ts';

const answerSchema = z.object({
  record: z.string(),
  registration: registrationSchema.nullable(),
  version: z.int(),
});

/** What was added for this very request before, when its bytes are no longer where it says that they are. */
export async function findAdded(pool: pg.Pool, idempotency: Idempotency): Promise<FormerAddition | null> {
  const { rows } = await pool.query<{ answer: unknown; sha256: string; format: string }>(
    `SELECT k.answer, d.hash AS sha256, d.format FROM eli4u.idempotency_key k JOIN eli4u.document d ON d.record_id = k.answer ->> 'record'
      WHERE k.client = $1 AND k.key = $2 AND k.request_hash = $3`,
    [idempotency.client, idempotency.key, idempotency.requestHash],
  );
  const found = rows[0];
  if (!found) return null;
  const { answer, sha256, format } = found;
  return { result: { kind: 'added', ...answerSchema.parse(answer), replayed: true }, sha256, format };
}

/** A document joins a fascicolo: bytes first, then its record, its number of the protocollo and the event in one transaction. */
export async function addDocument(desk: Desk, request: AddDocumentRequest): Promise<AddDocumentResult> {
  const { document, actor, id } = request;
  const admitted =
    'kept' in document
      ? { kind: 'admitted' as const, kept: document.kept }
      : await desk.gate.admitGiven(document, { by: actorName(actor), about: id });
  if (admitted.kind !== 'admitted') return notAdmitted(admitted, document.fileName);
  const { kept } = admitted;
  const [record = ''] = await desk.takeIds(1);
  return inTransaction(desk.pool, (client) => addIn(client, desk, request, { record, kept }));
}

async function addIn(
  client: pg.ClientBase,
  desk: Desk,
  request: AddDocumentRequest,
  { record, kept }: { record: string; kept: KeptDocument },
): Promise<Outcome<AddDocumentResult>> {
  const undone = (value: AddDocumentResult) => ({ keep: false, value });
  const { id, document, actor, idempotency } = request;
  const now = desk.now();
  if (idempotency) {
    const claim = await claimKey(client, idempotency, now);
    if (claim.kind === 'keyReused') return undone(claim);
    if (claim.kind === 'answered')
      return undone({ kind: 'added', ...answerSchema.parse(claim.answer), replayed: true });
  }
  const locked = await lockCase(client, id, request.reach);
  if (!locked) return undone({ kind: 'unknown' });
  const { procedure } = locked;
  const conflict = await conflictOf(client, procedure, request.expected);
  if (conflict) return undone(conflict);
  const action = { kind: 'addDocument' as const, record, document: document.code };
  const decided = await decideLocked(client, desk, locked, action, actor);
  if (decided.kind !== 'decided') return undone(decided);
  const on = romeDay(now);
  const place = await fascicoloPlace(client, id);
  const senders = await namesOfParties(client, id);
  const type = await desk.versions.load(client, procedure.type.code, procedure.type.version);
  const { register, code: aoo } = desk.types.comune();
  // Last: other registrations wait from here on.
  const registration = document.flow === 'internal' ? null : await nextNumber(client, register, on);
  const title = titleOf(document, type);
  const office = [officeNamed(desk, procedure.unit)];
  await saveDocument(client, {
    ...place,
    record,
    procedure: id,
    kind: document.kind,
    code: document.code,
    title,
    fileName: document.fileName,
    format: document.format,
    kept,
    flow: document.flow,
    registration: registration && {
      number: registration,
      object: title,
      attachments: [],
      channel: procedure.filing.channel,
      aoo,
      unit: procedure.unit,
      classification: `${type.titolario.title}/${type.titolario.class}`,
    },
    registeredWith: null,
    sender: document.flow === 'in' ? senders : office,
    recipients: document.flow === 'out' ? senders : office,
    addedAt: now,
    on,
    addedBy: actorName(actor),
  });
  const answer = { record, registration, version: decided.procedure.version };
  if (idempotency) await keepAnswer(client, idempotency, answer);
  return { keep: true, value: { kind: 'added', ...answer, replayed: false } };
}

async function namesOfParties(client: pg.ClientBase, id: string): Promise<{ name: string }[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.authorised_name AS name FROM eli4u.procedure_party p JOIN eli4u.agent a ON a.id = p.agent_id
      WHERE p.procedure_id = $1 AND p.role <> 'counterparty' ORDER BY p.ordinal`,
    [id],
  );
  return rows;
}
