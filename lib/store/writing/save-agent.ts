import type pg from 'pg';
import type { AgentKind, AgentRelationKind } from '#lib/records/agent.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import type { RecordDates } from '#lib/records/dates.ts';
import { boundedKey } from './bounded-key.ts';
import type { AgentResolver } from './agent-resolver.ts';
import type { IdentifierMint } from './identifier-mint.ts';

export interface AgentRow {
  identifiers: readonly string[];
  kind: AgentKind;
  authorisedName: string;
  dates: RecordDates;
  /** JSON text of the ISAAR(CPF) description. */
  description: string;
  relations: readonly {
    kind: AgentRelationKind;
    identifier: string | null;
    name: string | null;
    note?: string;
    label?: string;
  }[];
  internal: boolean;
  contentHash: string;
  /** ICAR: when the source's system last changed it. */
  lastUpdate: string | null;
}

export interface SavedAgent {
  id: string;
  /** `stale`: a newer version is held. */
  outcome: 'created' | 'changed' | 'unchanged' | 'stale';
}

/**
 * Writes an authority record: over the agent that has one of its identifiers, else over the stub of that name, else a new one.
 * Other agents it is related to are found like any mention.
 */
export async function saveAgent(
  client: pg.ClientBase,
  mint: IdentifierMint,
  agents: AgentResolver,
  row: AgentRow,
): Promise<SavedAgent> {
  const known = (await byIdentifier(client, row)) ?? (await stubByName(client, row));
  if (known && isOlder(row.lastUpdate, known.lastUpdate)) return { id: known.id, outcome: 'stale' };
  if (known && known.hash === row.contentHash && !known.deleted) return { id: known.id, outcome: 'unchanged' };
  await mint.reserve(1);
  const id = known?.id ?? mint.take();
  await client.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, date_display, date_start, date_end, description, stub, internal, content_hash, last_update)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, decode($10, 'hex'), $11)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, authorised_name = excluded.authorised_name, name_key = excluded.name_key,
       date_display = excluded.date_display, date_start = excluded.date_start, date_end = excluded.date_end,
       description = excluded.description, stub = false, internal = excluded.internal, content_hash = excluded.content_hash,
       last_update = excluded.last_update, changed_at = now(), deleted_at = NULL`,
    [
      id,
      row.kind,
      row.authorisedName,
      agentNameKey(row.authorisedName),
      row.dates.display,
      row.dates.start,
      row.dates.end,
      row.description,
      row.internal,
      row.contentHash,
      row.lastUpdate,
    ],
  );
  await client.query(
    `INSERT INTO eli4u.agent_identifier (value, agent_id) SELECT value, $2 FROM unnest($1::text[]) AS t (value) ON CONFLICT DO NOTHING`,
    [row.identifiers.map(boundedKey), id],
  );
  await saveRelations(client, agents, id, row);
  return { id, outcome: known && !known.stub ? 'changed' : 'created' };
}

interface KnownAgent {
  id: string;
  stub: boolean;
  deleted: boolean;
  hash: string | null;
  lastUpdate: string | null;
}

const knownColumns = `a.id, a.stub, a.deleted_at IS NOT NULL AS deleted, encode(a.content_hash, 'hex') AS hash, a.last_update AS "lastUpdate"`;

/** Whether a version is older than another; one without a date is not. */
export function isOlder(incoming: string | null, held: string | null): boolean {
  return incoming !== null && held !== null && Date.parse(incoming) < Date.parse(held);
}

async function byIdentifier(client: pg.ClientBase, row: AgentRow): Promise<KnownAgent | undefined> {
  const { rows } = await client.query<KnownAgent>(
    `SELECT ${knownColumns} FROM unnest($1::text[]) WITH ORDINALITY AS t (value, n)
       JOIN eli4u.agent_identifier i USING (value) JOIN eli4u.agent a ON a.id = i.agent_id ORDER BY t.n LIMIT 1`,
    [row.identifiers.map(boundedKey)],
  );
  return rows[0];
}

/** A stub made from a name only waits for its authority record; one that bears another identifier is somebody else. */
async function stubByName(client: pg.ClientBase, row: AgentRow): Promise<KnownAgent | undefined> {
  const { rows } = await client.query<KnownAgent>(
    `SELECT ${knownColumns} FROM eli4u.agent a
      WHERE a.name_key = $1 AND a.kind IN ($2, 'unknown') AND a.stub AND a.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM eli4u.agent_identifier i WHERE i.agent_id = a.id) ORDER BY a.id LIMIT 1`,
    [agentNameKey(row.authorisedName), row.kind],
  );
  return rows[0];
}

async function saveRelations(client: pg.ClientBase, agents: AgentResolver, id: string, row: AgentRow): Promise<void> {
  const relations = row.relations.filter((relation) => relation.identifier !== null || relation.name !== null);
  const mentions = relations.map((relation) => ({
    kind: 'unknown' as const,
    name: relation.name,
    identifier: relation.identifier,
  }));
  await agents.resolve(mentions);
  await client.query('DELETE FROM eli4u.agent_relation WHERE from_id = $1', [id]);
  await client.query(
    `INSERT INTO eli4u.agent_relation (from_id, ordinal, to_id, kind, note, label)
     SELECT $1, ordinal, to_id, kind, note, label
       FROM unnest($2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[]) AS t (ordinal, to_id, kind, note, label) WHERE to_id <> $1`,
    [
      id,
      relations.map((_, i) => i),
      mentions.map((mention) => agents.of(mention).id),
      relations.map((relation) => relation.kind),
      relations.map((relation) => relation.note ?? null),
      relations.map((relation) => relation.label ?? null),
    ],
  );
}
