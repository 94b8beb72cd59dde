import type pg from 'pg';

/** Every search row with its facets by value, so that rows of two databases, or of two ways to make them, can be compared. */
export async function searchRows(pool: pg.Pool): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT scope, record_id, root_id, sample, standing, year_start, year_end, date_start::text, date_end::text, title_sort, code_sort,
            has_internal, words::text, (SELECT array_agg(t.facet || ':' || t.value ORDER BY t.facet, t.value)
                                          FROM eli4u.facet_set s JOIN eli4u.facet_term t ON t.id = ANY(s.terms) WHERE s.id = d.facet_set) AS facets
       FROM eli4u.search_document d ORDER BY scope, record_id`,
  );
  return rows;
}
