import type pg from 'pg';
import type { Action } from '#lib/procedures/cases/action.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import type { Decided, DecisionContext, Refusal } from '#lib/procedures/cases/decision.ts';
import { procedureEventSchema, type ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { procedureSchema, type Procedure } from '#lib/procedures/cases/procedure.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { z } from 'zod';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { retentionOf } from '#lib/procedures/cases/retention-computed.ts';
import { keptBar } from '#lib/store/keeping/kept-bars.ts';
import { recomputeDependents } from '#lib/store/keeping/recompute-retention.ts';
import { paymentBar } from '#lib/store/payments/payment-bar.ts';
import { readRetentionFacts } from '#lib/store/keeping/retention-facts.ts';
import { backToOffice } from '#lib/store/keeping/back-to-office.ts';
import { retentionAtClosing, saveRetention, voidRetention } from '#lib/store/keeping/save-retention.ts';
import { actorName, behalfOf, type Actor } from './actor.ts';
import { assignUnit } from '#lib/store/fascicoli/responsible-unit.ts';
import { addWords } from './case-words.ts';
import { columnsOf } from './columns-of.ts';
import { contextAt, type Desk } from './desk.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { inTransaction, type Outcome } from './in-transaction.ts';
import { lockCase, type LockedCase } from './lock-case.ts';
import type { ActRequest, ActResult, Conflict } from './procedure-writing.ts';
import { takenReference } from './references.ts';
import { saveColumns, saveSteps } from './save-steps.ts';
import { eventsAfter } from './stored-events.ts';

/** Most events told to who was too late. */
const toldEvents = 100;

const answerSchema = z.object({ procedure: procedureSchema, events: z.array(procedureEventSchema) });

/** One action on one case: locked, compared with what the actor saw, decided, written. */
export async function act(desk: Desk, request: ActRequest): Promise<ActResult> {
  return inTransaction(desk.pool, (client) => actIn(client, desk, request));
}

async function actIn(client: pg.ClientBase, desk: Desk, request: ActRequest): Promise<Outcome<ActResult>> {
  const undone = (value: ActResult) => ({ keep: false, value });
  const asked = desk.now();
  if (request.idempotency) {
    const claim = await claimKey(client, request.idempotency, asked);
    if (claim.kind === 'keyReused') return undone(claim);
    if (claim.kind === 'answered') return undone({ kind: 'done', ...answerSchema.parse(claim.answer), replayed: true });
  }
  const locked = await lockCase(client, request.id, request.reach);
  if (!locked) return undone({ kind: 'unknown' });
  const conflict = await conflictOf(client, locked.procedure, request.expected);
  if (conflict) return undone(conflict);
  const taken = request.action.kind === 'addReference' ? await takenReference(client, [request.action]) : null;
  if (taken) return undone(referenceRefused(locked.procedure));
  const done = await decideLocked(client, desk, locked, request.action, request.actor);
  if (done.kind !== 'decided') return undone(done);
  const { procedure, events } = done;
  if (request.idempotency) await keepAnswer(client, request.idempotency, { procedure, events });
  return { keep: true, value: { kind: 'done', procedure, events, replayed: false } };
}

const referenceRefused = (procedure: Procedure): Refusal => ({
  kind: 'refused',
  action: 'addReference',
  state: procedure.state,
  node: procedure.state === 'running' ? procedure.at.node : null,
  reasons: [
    reason(
      'referenceTaken',
      'un’altra pratica ha già questo identificativo',
      'another case bears this identifier already',
    ),
  ],
  allowed: [],
});

/** What happened since the version that was seen; null where nothing did, or nobody asks. */
export async function conflictOf(
  client: pg.ClientBase,
  procedure: Procedure,
  expected: number | null,
): Promise<Conflict | null> {
  if (expected === null || expected === procedure.version) return null;
  const since = await eventsAfter(client, procedure.id, expected, toldEvents);
  return { kind: 'conflict', version: procedure.version, since, procedure };
}

/** Decides on a case that is locked and writes it; with what the engine refused, nothing is written. */
export async function decideLocked(
  client: pg.ClientBase,
  desk: Desk,
  { procedure, changedAt }: LockedCase,
  action: Action,
  actor: Actor,
): Promise<Decided | Exclude<ActResult, { kind: 'done' }>> {
  // A clock that was set back undoes nothing: the case goes on from its last event.
  const now = new Date(Math.max(desk.now().getTime(), changedAt.getTime()));
  const context = await contextAt(desk, client, procedure.type, now);
  const bar =
    procedure.state === 'closed' ? await keptBar(client, procedure.id) : await paymentBar(client, procedure.id, action);
  if (bar) {
    const node = procedure.state === 'running' ? procedure.at.node : null;
    return { kind: 'refused', action: action.kind, state: procedure.state, node, reasons: [bar], allowed: [] };
  }
  const decided = decide(procedure, await withWhatIsKnown(client, procedure.id, action), context);
  if (decided.kind === 'refused') return decided;
  await saveDecided(client, procedure, decided, action, actor, context);
  return decided;
}

/** Whether all documents are registered is looked up, not believed. */
async function withWhatIsKnown(client: pg.ClientBase, id: string, action: Action): Promise<Action> {
  if (action.kind !== 'close') return action;
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id)
      WHERE o.procedure_id = $1 AND d.flow IN ('in', 'out') AND d.protocol_number IS NULL
        AND o.registered_with IS NULL`,
    [id],
  );
  return { ...action, unregisteredDocuments: rows[0]?.n ?? 0, facts: await readRetentionFacts(client, id) };
}

/** State, events, history, audit and outbox of a decision, in the transaction that holds the case. */
export async function saveDecided(
  client: pg.ClientBase,
  before: Procedure,
  { procedure, events }: Decided,
  action: Action,
  actor: Actor,
  context: DecisionContext,
): Promise<void> {
  const on = romeDay(context.now);
  await saveSteps(
    client,
    [
      {
        id: before.id,
        first: before.version + 1,
        events,
        at: context.now,
        on,
        actor: actorName(actor),
        onBehalfOf: behalfOf(actor),
      },
    ],
    action.kind,
  );
  await saveColumns(client, [columnsOf(procedure, context.catalogue, { ...context, today: on }, context.now)]);
  await saveConsequences(client, procedure, events, { type: context.type, by: actorName(actor), at: context.now });
  if (procedure.unit !== before.unit) await assignUnit(client, { record: before.id, unit: procedure.unit, on });
}

/** What single events mean beyond the case itself. */
async function saveConsequences(
  client: pg.ClientBase,
  procedure: Procedure,
  events: readonly ProcedureEvent[],
  { type, by, at }: { type: ProcedureType; by: string; at: Date },
): Promise<void> {
  const { id } = procedure;
  for (const event of events) {
    if (event.kind === 'referenceAdded') {
      const { scheme, value } = event;
      await client.query('INSERT INTO eli4u.procedure_reference (scheme, value, procedure_id) VALUES ($1, $2, $3)', [
        scheme,
        value,
        id,
      ]);
      await addWords(client, id, [value]);
    } else if (event.kind === 'closed') {
      const rule = procedure.state === 'running' ? null : retentionOf(type, procedure.outcome);
      await client.query(`UPDATE eli4u.record SET closed_on = $2, date_end = $2, changed_at = now() WHERE id = $1`, [
        id,
        event.on,
      ]);
      await saveRetention(client, id, retentionAtClosing(event.retention, rule, by, at));
      await recomputeDependents(client, id, by, at);
    } else if (event.kind === 'reopened') {
      await client.query(
        `UPDATE eli4u.record SET closed_on = NULL, date_end = NULL, changed_at = now() WHERE id = $1`,
        [id],
      );
      await voidRetention(client, id);
      await backToOffice(client, id);
      await recomputeDependents(client, id, by, at);
    }
  }
}
