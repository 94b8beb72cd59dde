import { z } from 'zod';
import { activityPhases, actors } from '#lib/procedures/types/activity-type.ts';
import { activityStates, outcomeSchema } from '#lib/procedures/cases/procedure.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { WorkLine } from './work-query.ts';

/** What a line is read from. */
export const lineTables = 'eli4u.procedure p LEFT JOIN eli4u.case_agent a ON a.id = p.applicant_agent';

/** The columns of a line and the name of the applicant; needs an agent `a` beside `eli4u.procedure p`. */
export const lineColumns = `p.id, p.type_code, p.type_version, p.version, p.state, p.node, p.activity, p.activity_state, p.phase, p.activity_due_on,
  p.waiting_for, p.unit, p.assignee, p.channel, p.applicant_agent, a.authorised_name AS applicant_name, p.title, p.subject, p.protocol_register,
  p.protocol_year, p.protocol_number, p.filed_on, p.due_on, p.due_latest, p.clock_state, p.silence, p.outcome, p.concluded_on, p.closed_on,
  p.days_late, p.due_order, p.unread_since`;

const words = z.string().nullable();

/** What the database gives, held to what the model says. */
const rowSchema = z.object({
  id: z.string(),
  type_code: z.string(),
  type_version: z.number(),
  version: z.number(),
  state: z.enum(['running', 'concluded', 'closed']),
  node: words,
  activity: words,
  activity_state: z.enum(activityStates).nullable(),
  phase: z.enum(activityPhases).nullable(),
  activity_due_on: words,
  waiting_for: z.enum(actors).nullable(),
  unit: z.string(),
  assignee: words,
  channel: z.string(),
  applicant_agent: words,
  applicant_name: words,
  title: z.string(),
  subject: z.string(),
  protocol_register: z.string(),
  protocol_year: z.number(),
  protocol_number: z.number(),
  filed_on: z.string(),
  due_on: words,
  due_latest: words,
  clock_state: z.enum(['runs', 'suspended', 'expired', 'stopped']).nullable(),
  silence: z.enum(['applies', 'excluded', 'unknown']),
  outcome: outcomeSchema.nullable(),
  concluded_on: words,
  closed_on: words,
  days_late: z.number().nullable(),
  unread_since: words,
});

/** A row as the line that lists show, today. */
export function lineOf(given: unknown, today: Day): WorkLine {
  const row = rowSchema.parse(given);
  return {
    id: row.id,
    type: { code: row.type_code, version: row.type_version },
    title: row.title,
    subject: row.subject,
    protocol: { register: row.protocol_register, year: row.protocol_year, number: row.protocol_number },
    applicant:
      row.applicant_agent === null
        ? null
        : { agent: row.applicant_agent, name: row.applicant_name ?? row.applicant_agent },
    state: row.state,
    node: row.node,
    activity: row.activity,
    activityState: row.activity_state,
    phase: row.phase,
    activityDueOn: row.activity_due_on,
    waitingFor: row.waiting_for,
    unit: row.unit,
    assignee: row.assignee,
    channel: row.channel,
    filedOn: row.filed_on,
    dueOn: row.due_on,
    dueLatest: row.due_latest,
    clockState: row.clock_state,
    overdue:
      row.state === 'running' &&
      row.due_on !== null &&
      row.due_on < today &&
      (row.clock_state === 'runs' || row.clock_state === 'expired'),
    silence: row.silence,
    outcome: row.outcome,
    concludedOn: row.concluded_on,
    closedOn: row.closed_on,
    daysLate: row.days_late,
    version: row.version,
    unreadSince: row.unread_since,
  };
}
