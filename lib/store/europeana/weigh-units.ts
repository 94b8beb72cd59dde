import type pg from 'pg';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { weighContent, type ContentTier } from '#lib/records/edm/content-tier.ts';
import { rankOf } from '#lib/records/edm/europeana-rank.ts';
import type { Lift } from '#lib/records/edm/lifts.ts';
import { weighMetadata } from '#lib/records/edm/metadata-tier.ts';
import { toEdmObject } from '#lib/records/edm/to-edm-object.ts';
import { readHarvestItems } from '#lib/store/dissemination/read-items.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

interface DueRow {
  record_id: string;
  root_id: string;
  rank: number | null;
}

interface Weighed {
  id: string;
  rootId: string;
  rank: number;
  possible: ContentTier;
  lifts: Lift[];
}

/** Units in one transaction: short enough that an ingest that changes one of them waits unnoticed. */
const atOnce = 200;

/**
 * Weighs what is due, a slice at a time; the counts of each fonds move in the same transaction. What is not shown any more, or not open, or has no
 * reproduction left, is not counted. One at a time: the job's lock sees to it.
 * @returns how many were looked at
 */
export function weighUnits(pool: pg.Pool, limit = atOnce): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<DueRow>(
      `SELECT record_id, root_id, rank FROM eli4u.europeana_unit WHERE due ORDER BY record_id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    if (rows.length === 0) return { keep: false, value: 0 };
    const items = await readHarvestItems(
      client,
      rows.map((row) => row.record_id),
    );
    const weighed = items.flatMap((item) =>
      item.kind === 'record' && isCounted(item.value) ? [weigh(item.value)] : [],
    );
    await write(client, rows, weighed);
    await moveTallies(client, rows, weighed);
    return { keep: true, value: rows.length };
  });
}

const isCounted = (record: HarvestRecord): boolean => record.visibility === 'open' && record.digitalObjects.length > 0;

function weigh(record: HarvestRecord): Weighed {
  // Of addresses it only matters which are the same: any site will do.
  const object = toEdmObject(record, 'https://eli4u.invalid');
  // How large an image of others is nobody knows before it is looked at.
  const sizes = new Map(object.webResources.map(({ about, pixels }) => [about, pixels ?? null]));
  const content = weighContent(object, (address) => sizes.get(address) ?? null);
  const metadata = weighMetadata(object);
  return {
    id: record.id,
    rootId: record.rootId,
    rank: object.rights === null ? 0 : rankOf(content.tier, metadata.tier),
    possible: content.possible,
    lifts: [...content.lifts, ...metadata.lifts],
  };
}

async function write(client: pg.ClientBase, rows: readonly DueRow[], weighed: readonly Weighed[]): Promise<void> {
  await client.query(
    `UPDATE eli4u.europeana_unit u SET due = false, root_id = n.root_id, rank = n.rank, possible = n.possible, lifts = string_to_array(n.lifts, ' ')
       FROM unnest($1::text[], $2::text[], $3::smallint[], $4::smallint[], $5::text[]) AS n (id, root_id, rank, possible, lifts)
      WHERE u.record_id = n.id`,
    [
      weighed.map(({ id }) => id),
      weighed.map(({ rootId }) => rootId),
      weighed.map(({ rank }) => rank),
      weighed.map(({ possible }) => possible),
      weighed.map(({ lifts }) => lifts.join(' ')),
    ],
  );
  const kept = new Set(weighed.map(({ id }) => id));
  await client.query('DELETE FROM eli4u.europeana_unit WHERE record_id = ANY($1)', [
    rows.map((row) => row.record_id).filter((id) => !kept.has(id)),
  ]);
}

async function moveTallies(client: pg.ClientBase, rows: readonly DueRow[], weighed: readonly Weighed[]): Promise<void> {
  const moves = new Map<string, { rootId: string; rank: number; by: number }>();
  const move = (rootId: string, rank: number, by: number) => {
    const key = `${rootId} ${rank}`;
    moves.set(key, { rootId, rank, by: (moves.get(key)?.by ?? 0) + by });
  };
  for (const row of rows) if (row.rank !== null) move(row.root_id, row.rank, -1);
  for (const { rootId, rank } of weighed) move(rootId, rank, 1);
  const moved = [...moves.values()].filter(({ by }) => by !== 0);
  await client.query(
    `INSERT INTO eli4u.europeana_tally AS t (root_id, rank, units) SELECT * FROM unnest($1::text[], $2::smallint[], $3::integer[])
     ON CONFLICT (root_id, rank) DO UPDATE SET units = t.units + excluded.units`,
    [moved.map(({ rootId }) => rootId), moved.map(({ rank }) => rank), moved.map(({ by }) => by)],
  );
  await client.query('DELETE FROM eli4u.europeana_tally WHERE root_id = ANY($1) AND units <= 0', [
    moved.map(({ rootId }) => rootId),
  ]);
}
