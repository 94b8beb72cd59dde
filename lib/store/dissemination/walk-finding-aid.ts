import type pg from 'pg';
import type { FindingAidStep } from '#lib/records/harvest-views.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { shown } from '#lib/store/shown.ts';
import { readRecords } from './read-records.ts';
import { everything, type Needs } from './reader.ts';

/** Units read at once. */
const window = 300;

/**
 * A finding aid from its root down, depth first in the order of siblings, as it was at one moment: in one transaction that only reads. PostgreSQL puts
 * the ids in order, where it may use its disk; here memory is a window of units, however large the finding aid and whatever its shape. What is
 * hidden is left out with all below it; without a root that is shown there is no step. A connection of the pool is held as long as it is read.
 */
export async function* walkFindingAid(
  pool: pg.Pool,
  rootId: string,
  needs: Needs = everything,
): AsyncGenerator<FindingAidStep, void, undefined> {
  if (!isIdentifier(rootId)) return;
  const client = await pool.connect();
  let broken = false;
  try {
    // The order of a million units takes longer than a page may.
    await client.query(
      `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '10min'`,
    );
    yield* walk(client, rootId, needs);
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    // Also where whoever reads goes no further.
    if (!broken) await client.query('ROLLBACK').catch(() => (broken = true));
    client.release(broken);
  }
}

async function* walk(
  client: pg.PoolClient,
  rootId: string,
  needs: Needs,
): AsyncGenerator<FindingAidStep, void, undefined> {
  await client.query(
    `DECLARE units CURSOR FOR WITH RECURSIVE below AS (
        SELECT r.id, r.position, 0 AS depth FROM eli4u.record r WHERE r.id = $1 AND ${shown('r')}
        UNION ALL
        SELECT c.id, c.position, b.depth + 1 FROM below b JOIN eli4u.record c ON c.parent_id = b.id AND ${shown('c')})
      SEARCH DEPTH FIRST BY position, id SET place
      SELECT id, depth FROM below ORDER BY place`,
    [rootId],
  );
  let open = 0;
  for (;;) {
    const { rows } = await client.query<{ id: string; depth: number }>(`FETCH ${window} FROM units`);
    if (rows.length === 0) break;
    const records = await readRecords(
      client,
      rows.map((row) => row.id),
      { ...needs, ties: needs.related },
    );
    for (const { id, depth } of rows) {
      const record = records.get(id);
      if (!record) throw new Error(`unit ${id} of finding aid ${rootId} is shown and was not read`);
      for (; open > depth; open--) yield { step: 'close' };
      yield { step: 'open', record };
      open++;
    }
  }
  for (; open > 0; open--) yield { step: 'close' };
}
