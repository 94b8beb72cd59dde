import type pg from 'pg';

/** One list that is harvested again and again. */
export interface HarvestedList {
  address: string;
  /** '' where all is asked for. */
  set: string;
  prefix: string;
}

/** Where it stands. */
export interface HarvestState {
  /** responseDate from which the next harvest goes on; null before the first that came to its end. */
  harvestedFrom: string | null;
  /** Of a harvest that broke off: the date it began with, and its token. */
  begun: { from: string; token: string } | null;
}

export async function findHarvest(pool: pg.Pool, list: HarvestedList): Promise<HarvestState> {
  const { rows } = await pool.query<{
    harvested_from: string | null;
    begun_from: string | null;
    resumption_token: string | null;
  }>(
    `SELECT harvested_from, begun_from, resumption_token FROM eli4u.oai_harvest WHERE address = $1 AND set_spec = $2 AND prefix = $3`,
    [list.address, list.set, list.prefix],
  );
  const row = rows[0];
  const begun =
    row?.begun_from != null && row.resumption_token !== null
      ? { from: row.begun_from, token: row.resumption_token }
      : null;
  return { harvestedFrom: row?.harvested_from ?? null, begun };
}

export async function saveHarvest(
  pool: pg.Pool,
  list: HarvestedList,
  { harvestedFrom, begun }: HarvestState,
): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.oai_harvest (address, set_spec, prefix, harvested_from, begun_from, resumption_token) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (address, set_spec, prefix) DO UPDATE SET harvested_from = excluded.harvested_from, begun_from = excluded.begun_from,
       resumption_token = excluded.resumption_token`,
    [list.address, list.set, list.prefix, harvestedFrom, begun?.from ?? null, begun?.token ?? null],
  );
}
