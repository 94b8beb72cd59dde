import type pg from 'pg';
import { consultableFrom, decideVisibility } from '#lib/access/visibility.ts';
import { namesInTitle, type Named } from '#lib/records/public-title.ts';
import type { Sensitivity, Visibility } from '#lib/records/phase.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { recountChildren } from '#lib/store/writing/child-count.ts';
import { locks } from '#lib/store/writing/write-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';
import { partiesNamed } from './parties-named.ts';

/** Most affairs of one list. */
const mostItems = 200;

interface ItemRow {
  record: string;
  title: string;
  sensitivity: Sensitivity;
  closed_on: string;
}
interface BelowRow {
  id: string;
  title: string;
  internal: boolean;
  date_end: string | null;
}
interface Written {
  id: string;
  title: string;
  sensitivity: Sensitivity;
  visibility: Visibility;
  from: string | null;
}

/**
 * What was confirmed goes over to the historical section with a dated list (D.Lgs. 42/2004 art. 30 c. 4): same record, same address, public title
 * in place of the one of the office. Documents follow, each by its own date.
 * @returns the list, or null where nothing is confirmed
 */
export async function transferHistorical(
  pool: pg.Pool,
  keeper: Keeper,
): Promise<{ list: string; affairs: number } | null> {
  return inTransaction(pool, async (client) => {
    // No harvest goes past a writer that changes what the public sees (design §3, Times).
    await client.query('SELECT pg_advisory_xact_lock_shared($1)', [locks.dissemination]);
    const { rows: items } = await client.query<ItemRow>(
      `SELECT h.record_id AS record, h.public_title AS title, h.sensitivity, r.closed_on FROM eli4u.historical_item h
         JOIN eli4u.record r ON r.id = h.record_id
        WHERE h.list_id IS NULL AND h.confirmed_on IS NOT NULL AND r.disposition = 'keep' AND r.phase = 'deposit' AND r.closed_on IS NOT NULL
          AND r.deleted_at IS NULL ORDER BY h.record_id LIMIT $1 FOR UPDATE OF h, r`,
      [mostItems],
    );
    if (items.length === 0) return { keep: false, value: null };
    const { rows: lists } = await client.query<{ id: string }>(
      'INSERT INTO eli4u.historical_list (transferred_on, transferred_by) VALUES ($1, $2) RETURNING id::text AS id',
      [keeper.today, keeper.by],
    );
    const list = lists[0]?.id ?? '';
    const written: Written[] = [];
    for (const item of items) written.push(...(await becomes(client, item, keeper)));
    await write(client, written);
    const ids = items.map(({ record }) => record);
    await client.query('UPDATE eli4u.historical_item SET list_id = $2 WHERE record_id = ANY($1)', [ids, list]);
    const above = await openAbove(client, ids, keeper);
    await recountChildren(client, [...ids, ...above]);
    await indexRecords(client, {
      sql: 'SELECT unnest($1::text[])',
      values: [[...new Set([...written.map(({ id }) => id), ...above])]],
    });
    for (const id of ids) await audit(client, keeper, 'historical.transfer', id, { list });
    return { keep: true, value: { list, affairs: ids.length } };
  });
}

/** What an affair and all that lies in it are from now on. */
async function becomes(client: pg.ClientBase, item: ItemRow, keeper: Keeper): Promise<Written[]> {
  const { rows } = await client.query<BelowRow>(
    `WITH RECURSIVE below AS (
       SELECT id, title, internal, date_end FROM eli4u.record WHERE parent_id = $1 AND deleted_at IS NULL
       UNION ALL SELECT k.id, k.title, k.internal, k.date_end FROM eli4u.record k JOIN below b ON k.parent_id = b.id WHERE k.deleted_at IS NULL)
     SELECT * FROM below ORDER BY id`,
    [item.record],
  );
  const parties = await partiesNamed(client, item.record, keeper);
  const below = rows.map((row, i) =>
    seen(row.id, titleOf(row.title, parties, i + 1), item.sensitivity, row.internal, row.date_end, keeper.today),
  );
  // A file is as free as the latest of what lies in it.
  const last = rows.reduce(
    (latest, { date_end }) => (date_end && date_end > latest ? date_end : latest),
    item.closed_on,
  );
  return [seen(item.record, item.title, item.sensitivity, false, last, keeper.today), ...below];
}

/** Titles of documents were given by an office: one that names a party gives way to its place in the fascicolo. */
function titleOf(title: string, parties: readonly Named[], number: number): string {
  const { whole, words } = namesInTitle(title, parties);
  return whole.length + words.length === 0 ? title : `Documento ${number}`;
}

function seen(
  id: string,
  title: string,
  sensitivity: Sensitivity,
  internal: boolean,
  lastDate: string | null,
  today: string,
): Written {
  const facts = { phase: 'historical' as const, sensitivity, internal, closed: null, lastDate };
  return { id, title, sensitivity, visibility: decideVisibility(facts, today), from: consultableFrom(facts) };
}

async function write(client: pg.ClientBase, written: readonly Written[]): Promise<void> {
  await client.query(
    `UPDATE eli4u.record r SET title = t.title, phase = 'historical', sensitivity = t.sensitivity, visibility = t.visibility,
       consultable_from = t."from", object = CASE WHEN r.title <> t.title AND r.object IS NULL THEN r.title ELSE r.object END,
       changed_at = now()
       FROM jsonb_to_recordset($1) AS t (id text, title text, sensitivity text, visibility text, "from" date) WHERE r.id = t.id`,
    [JSON.stringify(written)],
  );
}

/** A series with something in the historical section is described there itself, and so is what it belongs to: they name nobody. */
async function openAbove(client: pg.ClientBase, ids: readonly string[], { today }: Keeper): Promise<string[]> {
  const visibility = decideVisibility(
    { phase: 'historical', sensitivity: 'none', internal: false, closed: null, lastDate: null },
    today,
  );
  const above = `WITH RECURSIVE up AS (
      SELECT parent_id AS id FROM eli4u.record WHERE id = ANY($1) AND parent_id IS NOT NULL
      UNION SELECT r.parent_id FROM eli4u.record r JOIN up ON up.id = r.id WHERE r.parent_id IS NOT NULL)`;
  await client.query(
    `${above} UPDATE eli4u.record SET phase = 'historical', visibility = $2, changed_at = now()
      WHERE id IN (SELECT id FROM up) AND visibility = 'hidden' AND NOT internal AND level IN ('fonds', 'subfonds', 'series', 'subseries')`,
    [ids, visibility],
  );
  const { rows } = await client.query<{ id: string }>(`${above} SELECT id FROM up`, [ids]);
  await datesAbove(client, ids);
  return rows.map(({ id }) => id);
}

/** What lies above is as old as the oldest of what the public may know in it, and as young as the youngest. */
async function datesAbove(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await client.query(
    `WITH RECURSIVE up AS (
       SELECT parent_id AS id, coalesce(date_start, opened_on) AS first, coalesce(date_end, closed_on) AS last FROM eli4u.record WHERE id = ANY($1)
       UNION SELECT r.parent_id, up.first, up.last FROM eli4u.record r JOIN up ON up.id = r.id WHERE r.parent_id IS NOT NULL),
     span AS (SELECT id, min(first) AS first, max(last) AS last FROM up WHERE id IS NOT NULL GROUP BY id)
     UPDATE eli4u.record r SET date_start = least(r.date_start, s.first), date_end = greatest(r.date_end, s.last), changed_at = now()
       FROM span s WHERE s.id = r.id AND r.date_display IS NULL AND r.level IN ('fonds', 'subfonds', 'series', 'subseries')
        AND (least(r.date_start, s.first), greatest(r.date_end, s.last)) IS DISTINCT FROM (r.date_start, r.date_end)`,
    [ids],
  );
}
