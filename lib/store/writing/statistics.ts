import type pg from 'pg';

/** After a large load: planner statistics and the word index's pending list, so that the first reader does not pay for them. */
export async function settleStatistics(pool: pg.Pool): Promise<void> {
  await pool.query(`SELECT eli4u.flush_search_index()`);
  await pool.query(
    `ANALYZE eli4u.record, eli4u.record_agent, eli4u.digital_object, eli4u.agent, eli4u.search_document, eli4u.facet_set`,
  );
}
