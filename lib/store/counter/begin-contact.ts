import type pg from 'pg';
import { pagesOfDay, type LookAsked } from '#lib/access/counter.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import { asOfficer, noteServing } from './as-officer.ts';

/** Who is served, by whom and why. */
export interface NewContact extends LookAsked {
  agent: string;
  member: string;
  unit: string | null;
  /** Who asks for them. */
  askerName: string | null;
}

export type BegunContact =
  | { kind: 'begun'; code: string }
  /** Nobody whom the offices know. */
  | { kind: 'unknown' }
  /** The operator has opened as many pages as a day has. */
  | { kind: 'tooMany' };

/**
 * Begins a contact: with it the page of the person may be opened, and that it was is written down in the same transaction. One that is open
 * goes on. Who opens many more than a counter serves is told of to who runs the site; beyond the most, no more are opened that day.
 */
export const beginContact = (pool: pg.Pool, given: NewContact, at: Date): Promise<BegunContact> =>
  asOfficer<BegunContact>(pool, given.member, async (client) => {
    const { agent, member, unit, channel, askedBy, askerName } = given;
    // Two windows of one operator would count past each other.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('front office ' || $1, 4104))`, [member]);
    if (!(await isKnown(client, agent))) return { kind: 'unknown' };
    const morning = firstInstantOf(romeDay(at));
    // What was left open on another day is over.
    await client.query(
      'UPDATE eli4u.contact SET closed_at = $3 WHERE member_id = $1 AND agent_id = $2 AND closed_at IS NULL AND begun_at < $4',
      [member, agent, at, morning],
    );
    const opened = await openedToday(client, member, agent, morning);
    if (!opened.before && opened.pages >= pagesOfDay.most) {
      await raiseAlert(client, 'frontOffice.tooManyPages', member, opened.pages, at, morning);
      return { kind: 'tooMany' };
    }
    const { rows } = await client.query<{ code: string; begun: boolean }>(
      `INSERT INTO eli4u.contact AS c (agent_id, member_id, unit_code, channel, asked_by, asker_name, begun_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (member_id, agent_id) WHERE closed_at IS NULL
         DO UPDATE SET channel = excluded.channel, asked_by = excluded.asked_by, asker_name = excluded.asker_name
       RETURNING c.code, c.begun_at = $7 AS begun`,
      [agent, member, unit, channel, askedBy, askerName, at],
    );
    const code = rows[0]?.code ?? '';
    const asked = { role: 'frontOffice', unit, channel, askedBy };
    await noteServing(client, {
      at,
      member,
      action: 'contact.begun',
      subject: code,
      details: { agent, channel, askedBy },
    });
    await noteServing(client, { at, member, action: 'person.read', subject: agent, details: asked });
    if (!opened.before && opened.pages + 1 >= pagesOfDay.alertAt)
      await raiseAlert(client, 'frontOffice.manyPages', member, opened.pages + 1, at, morning);
    return { kind: 'begun', code };
  });

/** Whether the offices know somebody of that id: whom only archives speak of is served at no counter. */
export async function isKnown(client: Pick<pg.ClientBase, 'query'>, agent: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM eli4u.agent a WHERE a.id = $1 AND a.internal AND a.deleted_at IS NULL AND a.kind IN ('person', 'corporateBody')
        AND a.authorised_name <> '(scartato)' AND EXISTS (SELECT FROM eli4u.agent_identity i WHERE i.agent_id = a.id)`,
    [agent],
  );
  return rowCount === 1;
}

async function openedToday(
  client: pg.ClientBase,
  member: string,
  agent: string,
  morning: Date,
): Promise<{ pages: number; before: boolean }> {
  const { rows } = await client.query<{ pages: number; before: boolean }>(
    `SELECT count(DISTINCT subject_id)::int AS pages, coalesce(bool_or(subject_id = $2), false) AS before
       FROM eli4u.audit_event WHERE action = 'person.read' AND actor = $1 AND at >= $3`,
    [`officer:${member}`, agent, morning],
  );
  return rows[0] ?? { pages: 0, before: false };
}

/** One of a kind for one operator and day. */
async function raiseAlert(
  client: pg.ClientBase,
  kind: string,
  member: string,
  pages: number,
  at: Date,
  morning: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.alert (kind, subject, details, raised_at) SELECT $1, $2, $3, $4
      WHERE NOT EXISTS (SELECT FROM eli4u.alert WHERE kind = $1 AND subject = $2 AND raised_at >= $5)`,
    [kind, `officer:${member}`, JSON.stringify({ pages }), at, morning],
  );
}
