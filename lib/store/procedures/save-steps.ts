import type pg from 'pg';
import type { Action } from '#lib/procedures/cases/action.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { ProcedureColumns } from './columns-of.ts';

/** The outbox rows from which webhooks and notifications are made. */
export const procedureTopic = 'procedure.event';

/** What happened to one case, to be written. `first` is the number of the first event. */
export interface Steps {
  id: string;
  first: number;
  events: readonly ProcedureEvent[];
  at: Date;
  on: Day;
  actor: string;
  /** In whose name, where somebody acts for another. */
  onBehalfOf?: string | null;
}

/** Events, the history of activities, audit and outbox of any number of cases, each kind in one statement; part of the caller's transaction. */
export async function saveSteps(
  client: pg.ClientBase,
  all: readonly Steps[],
  action: Action['kind'] | 'file' | 'reproject',
): Promise<void> {
  const rows = all.flatMap((steps) =>
    steps.events.map((event, i) => ({
      procedure_id: steps.id,
      n: steps.first + i,
      first_n: steps.first,
      last_n: steps.first + steps.events.length - 1,
      at: steps.at.toISOString(),
      on_day: steps.on,
      actor: steps.actor,
      on_behalf_of: steps.onBehalfOf ?? null,
      kind: event.kind,
      payload: event,
    })),
  );
  const audits = all.map(({ id, first, events, at, actor, onBehalfOf }) => ({
    at: at.toISOString(),
    actor,
    id,
    details: { from: first, events: events.map(({ kind }) => kind), ...(onBehalfOf ? { onBehalfOf } : {}) },
  }));
  await client.query(
    `WITH happened AS (
       SELECT * FROM json_to_recordset($1)
         AS t (procedure_id text, n integer, at timestamptz, on_day date, actor text, kind text, payload jsonb, on_behalf_of text,
           first_n integer, last_n integer)),
     event AS (
       INSERT INTO eli4u.procedure_event (procedure_id, n, at, on_day, actor, kind, payload, on_behalf_of)
       SELECT procedure_id, n, at, on_day, actor, kind, payload, on_behalf_of FROM happened),
     told AS (
       INSERT INTO eli4u.outbox (topic, payload)
       SELECT $3, jsonb_build_object('id', procedure_id, 'version', n, 'kind', kind, 'at', at, 'first', first_n, 'last', last_n)
         FROM happened ORDER BY procedure_id, n)
     INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details)
     SELECT at, actor, $4, id, details FROM json_to_recordset($2) AS t (at timestamptz, actor text, id text, details jsonb)`,
    [JSON.stringify(rows), JSON.stringify(audits), procedureTopic, `procedure.${action}`],
  );
  await saveActivities(client, all);
}

/** Writes what follows from the events over what was there. */
export async function saveColumns(client: pg.ClientBase, all: readonly ProcedureColumns[]): Promise<void> {
  await client.query(
    `UPDATE eli4u.procedure p SET version = t.version, state = t.state, node = t.node, activity = t.activity,
       activity_state = t.activity_state, phase = t.phase, activity_due_on = t.activity_due_on, waiting_for = t.waiting_for,
       unit = t.unit, assignee = t.assignee, due_on = t.due_on, due_latest = t.due_latest, clock_state = t.clock_state,
       silence = t.silence, outcome = t.outcome, concluded_on = t.concluded_on, by_silence = t.by_silence,
       closed_on = t.closed_on, days_late = t.days_late, document = t.document, changed_at = t.changed_at
     FROM json_populate_recordset(NULL::eli4u.procedure, $1) AS t WHERE p.id = t.id`,
    [JSON.stringify(all)],
  );
}

interface ActivityRow {
  procedure_id: string;
  n: number;
}

async function saveActivities(client: pg.ClientBase, all: readonly Steps[]): Promise<void> {
  const started: (ActivityRow & Record<string, unknown>)[] = [];
  const taken: (ActivityRow & Record<string, unknown>)[] = [];
  const done: (ActivityRow & Record<string, unknown>)[] = [];
  for (const { id, events, on, actor } of all) {
    for (const event of events) {
      if (event.kind === 'activityStarted' || event.kind === 'reopened') {
        const { n, node, activity, startedOn, dueOn } = event.activity;
        started.push({ procedure_id: id, n, node, activity, started_on: startedOn, due_on: dueOn });
      } else if (event.kind === 'activityTaken') {
        // The one that runs is the last one.
        taken.push({
          procedure_id: id,
          n: started.findLast(({ procedure_id }) => procedure_id === id)?.n ?? 0,
          by: event.by,
          on,
        });
      } else if (event.kind === 'activityDone') {
        done.push({ procedure_id: id, n: event.n, on, by: actor, to: event.to, late: event.daysLate });
      }
    }
  }
  if (started.length > 0)
    await client.query(
      `INSERT INTO eli4u.procedure_activity (procedure_id, n, node, activity, started_on, due_on)
       SELECT * FROM json_to_recordset($1) AS t (procedure_id text, n integer, node text, activity text, started_on date, due_on date)`,
      [JSON.stringify(started)],
    );
  if (taken.length > 0)
    await client.query(
      `UPDATE eli4u.procedure_activity a SET taken_by = t.by, taken_on = t."on"
         FROM json_to_recordset($1) AS t (procedure_id text, n integer, by text, "on" date)
        WHERE a.procedure_id = t.procedure_id
          AND a.n = CASE WHEN t.n > 0 THEN t.n ELSE (SELECT max(l.n) FROM eli4u.procedure_activity l WHERE l.procedure_id = t.procedure_id) END`,
      [JSON.stringify(taken)],
    );
  if (done.length > 0)
    await client.query(
      `UPDATE eli4u.procedure_activity a SET done_on = t."on", done_by = t.by, went_to = t."to", days_late = t.late
         FROM json_to_recordset($1) AS t (procedure_id text, n integer, "on" date, by text, "to" text, late integer)
        WHERE a.procedure_id = t.procedure_id AND a.n = t.n`,
      [JSON.stringify(done)],
    );
}
