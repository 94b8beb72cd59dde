import type pg from 'pg';
import type { ContentTier } from '#lib/records/edm/content-tier.ts';
import { lifts as allLifts, type Lift } from '#lib/records/edm/lifts.ts';

/** Of which units, from which place on. */
export interface UnitsQuery {
  fonds?: string | undefined;
  /** In this order, the least first. */
  ranks: readonly number[];
  after?: { rank: number; id: string } | undefined;
}

export interface WeighedUnit {
  id: string;
  title: string;
  titleLang: string | null;
  code: string | null;
  fonds: { id: string; title: string };
  rank: number;
  possible: ContentTier;
  lifts: Lift[];
}

type Row = Omit<WeighedUnit, 'lifts' | 'fonds'> & { lifts: string[]; fondsId: string; fondsTitle: string };

const isLift = (word: string): word is Lift => allLifts.some((one) => one === word);

/** Weighed units, the least first, a page at a time: of each rank no more is read than the page takes. */
export async function listUnits(
  pool: pg.Pool,
  { fonds, ranks, after }: UnitsQuery,
  limit: number,
): Promise<{ items: WeighedUnit[]; next: { rank: number; id: string } | null }> {
  const left = after === undefined ? ranks : ranks.filter((rank) => rank >= after.rank);
  const { rows } = await pool.query<Row>(
    `SELECT u.record_id AS id, r.title, r.title_lang AS "titleLang", r.reference_code AS code, f.id AS "fondsId", f.title AS "fondsTitle", u.rank,
            u.possible, u.lifts
       FROM unnest($1::smallint[]) AS k (rank) CROSS JOIN LATERAL (
         SELECT * FROM eli4u.europeana_unit u
          WHERE u.rank = k.rank AND ($2::text IS NULL OR u.root_id = $2) AND u.record_id > CASE WHEN k.rank = $3 THEN $4::text ELSE '' END
          ORDER BY u.record_id LIMIT $5) u
       JOIN eli4u.record r ON r.id = u.record_id JOIN eli4u.record f ON f.id = u.root_id
      ORDER BY u.rank, u.record_id LIMIT $5`,
    [left, fonds ?? null, after?.rank ?? -1, after?.id ?? '', limit + 1],
  );
  const items = rows.slice(0, limit).map(({ fondsId, fondsTitle, lifts, ...unit }) => ({
    ...unit,
    fonds: { id: fondsId, title: fondsTitle },
    lifts: lifts.filter(isLift),
  }));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { rank: last.rank, id: last.id } : null };
}
