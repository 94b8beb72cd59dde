import type pg from 'pg';
import { z } from 'zod';
import type { LookAsked } from '#lib/access/counter.ts';
import { lookKinds, type LookedAs, type LookKind } from '#lib/access/looks.ts';
import { staffRoles } from '#lib/access/session.ts';
import { askers, contactChannels } from '#lib/relationship/contact.ts';

/** A look of somebody of the staff, to be written down. */
export interface NewLook {
  /** The member: named in the audit, never to whom it concerns. */
  member: string;
  kind: 'case.read' | 'document.read' | 'person.read';
  /** The case, or the person. */
  subject: string;
  as: LookedAs;
  document?: string | undefined;
  /** At the front office: who asked for it, and how. */
  asked?: LookAsked | undefined;
}

/** A look as it is told to whom it concerns. */
export interface Look {
  id: string;
  at: Date;
  kind: LookKind;
  /** Null: of looks that were written down without it, or by another system. */
  as: LookedAs | null;
  /** At the front office: who asked for it, and how. */
  asked: LookAsked | null;
  /** What it was at; null: at the person. */
  procedure: { id: string; title: string; type: string } | null;
  document: string | null;
}

export interface LookPage {
  items: Look[];
  next: string | null;
}

/** Minutes within which the same person looking at the same thing again is the same look. */
const sameLookMinutes = 15;

/** Who looked at what: written with each look of a desk, read by whom it concerns. One per process. */
export function createLookStore(pool: pg.Pool, now: () => Date) {
  return {
    note: (look: NewLook) => noteLook(pool, look, now()),
    /** Those at a person or body and at their cases, the latest first. */
    list: (agent: string, after: string | undefined, limit = 50) => listLooks(pool, agent, after, limit),
  };
}
export type LookStore = ReturnType<typeof createLookStore>;

async function noteLook(
  pool: pg.Pool,
  { member, kind, subject, as, document, asked }: NewLook,
  at: Date,
): Promise<void> {
  const recent = kind === 'person.read' ? `e.action = 'person.read'` : `e.action IN ('case.read', 'document.read')`;
  await pool.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details)
     SELECT $1, $2, $3, $4, $5::jsonb WHERE NOT EXISTS (
       SELECT FROM eli4u.audit_event e WHERE e.actor = $2 AND e.subject_id = $4 AND e.action = $3 AND ${recent}
          AND e.at > $1::timestamptz - interval '${sameLookMinutes} minutes' AND e.details->>'document' IS NOT DISTINCT FROM $6
          AND e.details->>'askedBy' IS NOT DISTINCT FROM $7 AND e.details->>'channel' IS NOT DISTINCT FROM $8)`,
    [
      at,
      `officer:${member}`,
      kind,
      subject,
      JSON.stringify({ ...as, ...asked, ...(document ? { document } : {}) }),
      document ?? null,
      asked?.askedBy ?? null,
      asked?.channel ?? null,
    ],
  );
}

const rowSchema = z.object({
  id: z.string(),
  at: z.coerce.date(),
  action: z.enum(lookKinds),
  role: z.enum(staffRoles).nullable().catch(null),
  unit: z.string().nullable(),
  procedure: z.string().nullable(),
  title: z.string().nullable(),
  type: z.string().nullable(),
  document: z.string().nullable(),
  channel: z.enum(contactChannels).nullable().catch(null),
  askedBy: z.enum(askers).nullable().catch(null),
});

/** Case by case along the index of looks, so that nobody's history is read whole for a page of it. */
async function listLooks(pool: pg.Pool, agent: string, after: string | undefined, limit: number): Promise<LookPage> {
  const before = after && /^\d{1,18}$/.test(after) ? after : null;
  const most = Math.min(Math.max(Math.trunc(limit), 1), 500);
  const kinds = lookKinds.map((kind) => `'${kind}'`).join(', ');
  const { rows } = await pool.query(
    `SELECT f.id::text, f.at, f.action, f.details->>'role' AS role, f.details->>'unit' AS unit, p.id AS procedure, p.title, p.type_code AS type,
            r.title AS document, f.details->>'channel' AS channel, f.details->>'askedBy' AS "askedBy"
       FROM (SELECT $1::text AS id UNION SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = $1) s
       CROSS JOIN LATERAL (
         SELECT e.id, e.at, e.action, e.subject_id, e.details FROM eli4u.audit_event e
          WHERE e.subject_id = s.id AND e.action IN (${kinds}) AND e.actor LIKE 'officer:%' AND ($2::bigint IS NULL OR e.id < $2)
            AND (e.action <> 'identity.read' OR e.details->'agents' ? $1)
          ORDER BY e.id DESC LIMIT ${most + 1}) f
       LEFT JOIN eli4u.procedure p ON p.id = f.subject_id LEFT JOIN eli4u.record r ON r.id = f.details->>'document'
      ORDER BY f.id DESC LIMIT ${most + 1}`,
    [agent, before],
  );
  const items = rows.slice(0, most).map((given): Look => {
    const row = rowSchema.parse(given);
    return {
      id: row.id,
      at: row.at,
      kind: row.action,
      as: row.role === null ? null : { role: row.role, unit: row.unit },
      asked: row.channel && row.askedBy ? { channel: row.channel, askedBy: row.askedBy } : null,
      procedure: row.procedure === null ? null : { id: row.procedure, title: row.title ?? '', type: row.type ?? '' },
      document: row.document,
    };
  });
  return { items, next: rows.length > most ? (items.at(-1)?.id ?? null) : null };
}
