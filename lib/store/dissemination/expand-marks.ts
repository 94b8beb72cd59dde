import type pg from 'pg';
import { shown, shownTie } from '#lib/store/shown.ts';
import { holdClock } from './clock-row.ts';

type MarkKind =
  | 'everything'
  | 'record'
  | 'line'
  | 'order'
  | 'tie'
  | 'agent'
  | 'agentLine'
  | 'agentTie'
  | 'institution'
  | 'institutionLine'
  | 'institutionTie';

/** Marks taken at once: of a few thousand ids each at most. */
const atOnce = 50;

/**
 * Takes marks out of the queue and puts all that they reach among what is due, in one transaction: whoever is ended between has done neither.
 * A mark is seen once it is committed, and what it tells of with it; one that comes later is met later. It holds the clock's row: two that put the same
 * ids among what is due, each in its own order, would wait for each other for ever.
 * @returns how many marks were taken
 */
export async function expandMarks(client: pg.ClientBase): Promise<number> {
  await holdClock(client);
  const { rows } = await client.query<{ kind: MarkKind; ids: string[] }>(
    `DELETE FROM eli4u.dissemination_mark WHERE id IN (SELECT id FROM eli4u.dissemination_mark ORDER BY id LIMIT ${atOnce}) RETURNING kind, ids`,
  );
  const marked = (...kinds: MarkKind[]): string[] => [
    ...new Set(rows.filter(({ kind }) => kinds.includes(kind)).flatMap(({ ids }) => ids)),
  ];
  if (rows.some(({ kind }) => kind === 'everything')) await dueEverything(client);
  await due(client, ownSql, [marked('record', 'line', 'tie')], true);
  await due(client, relatedSql, [marked('record', 'line')], true);
  await due(client, belowSql, [marked('line'), marked('tie')], true);
  await due(client, ownSql, [marked('order')], false);
  await due(client, creatorsSql, [marked('line')], true);
  await due(client, namedSql, [marked('line')], false);
  await due(client, ownSql, [marked('agent', 'agentLine')], true);
  await due(client, ownSql, [marked('agentTie')], false);
  await due(client, relatedAgentsSql, [marked('agentLine')], true);
  await due(client, recordsOfAgentsSql, [marked('agentLine')], true);
  await due(client, ownSql, [marked('institution', 'institutionLine', 'institutionTie')], true);
  await due(client, rootsOfInstitutionsSql, [marked('institution')], true);
  await due(client, recordsOfInstitutionsSql, [marked('institutionLine')], true);
  return rows.length;
}

/** Ids that a query gives, once each; what is forced already stays so. */
async function due(client: pg.ClientBase, sql: string, ids: readonly string[][], forced: boolean): Promise<void> {
  if (ids.every((list) => list.length === 0)) return;
  await client.query(
    `INSERT INTO eli4u.dissemination_due AS d (id, forced) SELECT DISTINCT id, ${forced} FROM (${sql}) t (id) WHERE id IS NOT NULL
     ON CONFLICT (id) DO ${forced ? 'UPDATE SET forced = true WHERE NOT d.forced' : 'NOTHING'}`,
    [...ids],
  );
}

/** All there is, for a store that was there before its stamps. */
async function dueEverything(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.dissemination_due (id, forced)
     SELECT r.id, true FROM eli4u.record r WHERE ${shown('r')} UNION ALL SELECT a.id, true FROM eli4u.agent a WHERE a.deleted_at IS NULL AND NOT a.internal
     UNION ALL SELECT i.id, true FROM eli4u.institution i UNION ALL SELECT x.id, true FROM eli4u.disseminated x
     ON CONFLICT (id) DO NOTHING`,
  );
}

const ownSql = 'SELECT unnest($1::text[])';

/** Units that name these, or that these name, show their line. */
const relatedSql = `SELECT to_id FROM eli4u.record_relation WHERE from_id = ANY($1::text[])
  UNION ALL SELECT from_id FROM eli4u.record_relation WHERE to_id = ANY($1::text[])`;

/** A unit shows what stands above it, and takes its creators from there; those of ingested units are in `inherited_hash`, which makes a line. */
const belowSql = `WITH RECURSIVE below AS (
    SELECT unnest($1::text[]) AS id UNION SELECT r.id FROM eli4u.record r WHERE r.id = ANY($2::text[]) AND r.inherited_hash IS NULL
    UNION SELECT c.id FROM below b JOIN eli4u.record c ON c.parent_id = b.id AND c.deleted_at IS NULL)
  SELECT id FROM below`;

/** An agent tells of what it created, where that begins. */
const creatorsSql = `SELECT l.agent_id FROM eli4u.record_agent l JOIN eli4u.record r ON r.id = l.record_id
   WHERE l.record_id = ANY($1::text[]) AND l.role = 'creator' AND ${shownTie('l')}
     AND NOT EXISTS (SELECT FROM eli4u.record_agent p WHERE p.record_id = r.parent_id AND p.agent_id = l.agent_id AND p.role = 'creator' AND NOT p.internal)`;

/** Who is known by name only is shown as long as something that names them is. */
const namedSql = `SELECT agent_id FROM eli4u.record_agent l WHERE record_id = ANY($1::text[]) AND ${shownTie('l')}`;

const relatedAgentsSql = `SELECT to_id FROM eli4u.agent_relation WHERE from_id = ANY($1::text[])
  UNION ALL SELECT from_id FROM eli4u.agent_relation WHERE to_id = ANY($1::text[])`;

/** Units that name an agent, and all below those of which it is the creator. */
const recordsOfAgentsSql = `WITH RECURSIVE named AS (
    SELECT record_id AS id, role = 'creator' AS heirs FROM eli4u.record_agent l WHERE agent_id = ANY($1::text[]) AND ${shownTie('l')}),
  below AS (
    SELECT id FROM named WHERE heirs UNION SELECT c.id FROM below b JOIN eli4u.record c ON c.parent_id = b.id AND c.deleted_at IS NULL)
  SELECT id FROM named UNION ALL SELECT id FROM below`;

const rootsOfInstitutionsSql = `SELECT id FROM eli4u.record r WHERE repository_id = ANY($1::text[]) AND parent_id IS NULL AND ${shown('r')}`;
const recordsOfInstitutionsSql = `SELECT id FROM eli4u.record r WHERE repository_id = ANY($1::text[]) AND ${shown('r')}`;
