import type pg from 'pg';
import { bothClosures, decideWithDocuments, type VisibilityFacts } from '#lib/access/visibility.ts';
import type { Phase, Sensitivity, Visibility } from '#lib/records/phase.ts';

/** A query that gives ids of records. */
export interface Records {
  sql: string;
  values: unknown[];
}

interface FactsRow {
  id: string;
  phase: Phase;
  sensitivity: Sensitivity;
  internal: boolean;
  last_date: string | null;
  closed: boolean;
  closed_until: string | null;
  said_closed: boolean | null;
  said_until: string | null;
  documents: boolean | null;
  documents_from: string | null;
  documents_endless: boolean | null;
  visibility: Visibility;
  consultable_from: string | null;
}

const batchSize = 5000;

/**
 * Decides again what the public sees of these records and of the files that hold them, documents first, and writes only what is otherwise
 * than before. Leaves their ids in the temporary table `decided_record`: search rows and child counts are the caller's.
 * @param today ISO date in Italy
 * @returns how many changed
 */
export async function decideAgain(client: pg.ClientBase, records: Records, today: string): Promise<number> {
  await client.query('DROP TABLE IF EXISTS looked_record, decided_record');
  await client.query('CREATE TEMP TABLE decided_record (id text PRIMARY KEY, parent_id text) ON COMMIT DROP');
  await client.query(
    `CREATE TEMP TABLE looked_record ON COMMIT DROP AS
     SELECT r.id, r.depth FROM eli4u.record r WHERE r.deleted_at IS NULL AND r.id IN (${records.sql})`,
    records.values,
  );
  await client.query('CREATE UNIQUE INDEX ON looked_record (depth, id)');
  let changed = 0;
  for (let depth = await deepest(client); depth !== null; depth = await nextAbove(client, depth))
    changed += await decideLevel(client, depth, today);
  return changed;
}

async function decideLevel(client: pg.ClientBase, depth: number, today: string): Promise<number> {
  let changed = 0;
  for (let after = '', more = true; more;) {
    const { rows } = await client.query<FactsRow>(factsSql, [depth, after, batchSize]);
    after = rows.at(-1)?.id ?? after;
    more = rows.length === batchSize;
    changed += await write(
      client,
      rows.map((row) => ({ row, now: decide(row, today) })).filter(({ row, now }) => differs(row, now)),
    );
  }
  await lookAtFilesAbove(client);
  return changed;
}

type Decided = ReturnType<typeof decide>;

function decide(row: FactsRow, today: string) {
  const facts: VisibilityFacts = {
    phase: row.phase,
    sensitivity: row.sensitivity,
    internal: row.internal,
    closed: bothClosures(
      row.closed ? { until: row.closed_until } : null,
      row.said_closed ? { until: row.said_until } : null,
    ),
    lastDate: row.last_date,
  };
  const documents = row.documents ? { from: row.documents_endless ? null : row.documents_from } : null;
  return decideWithDocuments(facts, documents, today);
}

const differs = (row: FactsRow, now: Decided): boolean =>
  row.visibility !== now.visibility || row.consultable_from !== now.from;

async function write(client: pg.ClientBase, changes: readonly { row: FactsRow; now: Decided }[]): Promise<number> {
  if (changes.length === 0) return 0;
  await client.query(
    `WITH changed AS (
       UPDATE eli4u.record r SET visibility = n.visibility, consultable_from = n.consultable_from
         FROM unnest($1::text[], $2::text[], $3::date[]) AS n(id, visibility, consultable_from) WHERE r.id = n.id
       RETURNING r.id, r.parent_id)
     INSERT INTO decided_record SELECT id, parent_id FROM changed ON CONFLICT DO NOTHING`,
    [changes.map(({ row }) => row.id), changes.map(({ now }) => now.visibility), changes.map(({ now }) => now.from)],
  );
  return changes.length;
}

async function lookAtFilesAbove(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO looked_record SELECT p.id, p.depth FROM eli4u.record p
      WHERE p.id IN (SELECT parent_id FROM decided_record) AND p.level = 'file' AND p.deleted_at IS NULL
     ON CONFLICT DO NOTHING`,
  );
}

async function deepest(client: pg.ClientBase): Promise<number | null> {
  const { rows } = await client.query<{ depth: number | null }>('SELECT max(depth) AS depth FROM looked_record');
  return rows[0]?.depth ?? null;
}

async function nextAbove(client: pg.ClientBase, depth: number): Promise<number | null> {
  const { rows } = await client.query<{ depth: number | null }>(
    'SELECT max(depth) AS depth FROM looked_record WHERE depth < $1',
    [depth],
  );
  return rows[0]?.depth ?? null;
}

const factsSql = `
  SELECT r.id, r.phase, r.sensitivity, r.internal, r.date_end::text AS last_date, r.closed, r.closed_until::text, r.visibility,
         r.consultable_from::text, a.closed AS said_closed, a.closed_until::text AS said_until,
         k.closed AS documents, k.endless AS documents_endless, k.last::text AS documents_from
    FROM looked_record l JOIN eli4u.record r ON r.id = l.id LEFT JOIN eli4u.restriction a ON a.record_id = r.id
    LEFT JOIN LATERAL (SELECT count(*) > 0 AS closed, bool_or(c.consultable_from IS NULL) AS endless, max(c.consultable_from) AS last
      FROM eli4u.record c WHERE c.parent_id = r.id AND c.deleted_at IS NULL AND NOT c.internal AND c.visibility = 'described') k
      ON r.level = 'file'
   WHERE l.depth = $1 AND l.id > $2 ORDER BY l.id LIMIT $3`;
