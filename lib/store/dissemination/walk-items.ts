import type pg from 'pg';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { shown, shownAgent, shownInstitution } from '#lib/store/shown.ts';
import { readHarvestItems } from './read-items.ts';

/** Things that are read at once: few enough that what is made of them is thrown away young. */
const pageSize = 300;

/**
 * Everything that the public is shown, as it stood at one moment, a page at a time: institutions, agents, records as they lie. The next page is read
 * while one is worked with. The transaction only reads and holds up nobody.
 */
export async function* walkItems(pool: pg.Pool): AsyncGenerator<HarvestItem[]> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL cursor_tuple_fraction = 1`);
    await client.query(`DECLARE everything NO SCROLL CURSOR FOR
      SELECT i.id FROM eli4u.institution i WHERE ${shownInstitution('i')}
      UNION ALL SELECT a.id FROM eli4u.agent a WHERE a.deleted_at IS NULL AND ${shownAgent('a')}
      UNION ALL SELECT r.id FROM eli4u.record r WHERE ${shown('r')}`);
    let coming = readPage(client);
    for (;;) {
      const page = await coming;
      if (page === null) break;
      coming = readPage(client);
      // Whoever stops listening shall not leave a failure that nobody hears of.
      coming.catch(() => undefined);
      yield page;
    }
    await client.query('COMMIT');
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A transaction that was left in the middle ends with its connection.
    client.release(failed ?? true);
  }
}

async function readPage(client: pg.PoolClient): Promise<HarvestItem[] | null> {
  const { rows } = await client.query<{ id: string }>(`FETCH ${pageSize} FROM everything`);
  if (rows.length === 0) return null;
  return readHarvestItems(
    client,
    rows.map(({ id }) => id),
  );
}
