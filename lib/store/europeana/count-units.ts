import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';

/** How many digitised units have each rank (lib/records/edm/europeana-rank.ts). */
export interface RankCount {
  rank: number;
  units: number;
}

/** Units of all fonds, or of one, by rank: read from what the job counted, not from the units. */
export async function countByRank(pool: pg.Pool, fonds: string | undefined): Promise<RankCount[]> {
  const { rows } = await pool.query<RankCount>(
    `SELECT rank, sum(units)::integer AS units FROM eli4u.europeana_tally WHERE $1::text IS NULL OR root_id = $1 GROUP BY rank ORDER BY rank`,
    [fonds ?? null],
  );
  return rows;
}

/** Most fonds that can be chosen from. */
const mostFonds = 500;

export interface DigitisedFonds {
  id: string;
  title: string;
  units: number;
  /** Of them without an EDM record. */
  without: number;
}

/** Fonds with digitised units, those with most that is missing first. */
export async function listDigitisedFonds(pool: pg.Pool): Promise<DigitisedFonds[]> {
  const { rows } = await pool.query<DigitisedFonds>(
    `SELECT r.id, r.title, sum(t.units)::integer AS units, coalesce(sum(t.units) FILTER (WHERE t.rank = 0), 0)::integer AS without
       FROM eli4u.europeana_tally t JOIN eli4u.record r ON r.id = t.root_id AND ${shown('r')}
      GROUP BY r.id, r.title ORDER BY without DESC, units DESC, r.id LIMIT ${mostFonds}`,
  );
  return rows;
}

/** Whether units wait to be weighed: the counts are of before. */
export async function isWeighing(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(
    'SELECT EXISTS (SELECT FROM eli4u.europeana_unit WHERE due) AS due',
  );
  return rows[0]?.due ?? false;
}
