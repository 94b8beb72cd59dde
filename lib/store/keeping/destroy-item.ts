import type pg from 'pg';
import { announceSearchChange } from '#lib/search/postgres-index-changes.ts';
import { isReferredTo } from '#lib/store/documents/referred-to.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';
import { endBytes, setBytesAside } from './destroy-bytes.ts';
import { discardable, subtree } from './discardable.ts';
import { emptyCase } from './empty-case.ts';
import { emptyFascicoli } from './empty-fascicoli.ts';

export interface ItemPlace {
  disposal: string;
  record: string;
}

export interface Destroying {
  pool: pg.Pool;
  dataDir: string;
  keeper: Keeper;
  /** For tests: how long bytes that were just touched are left alone. */
  grace?: number;
}

/** `held`: it may not be destroyed any more; `underWay`: not yet, its package is on its way to the preservation system. */
export type Begun = 'begun' | 'held' | 'underWay' | 'notGranted';

/**
 * The point of no return, in one transaction: whether the item may still be destroyed is looked up once more under the record's lock, its
 * documents stop living, nothing finds it any more, what it says of persons goes. `held` where it may not.
 */
export async function beginItem({ pool, keeper }: Destroying, item: ItemPlace): Promise<Begun> {
  return inTransaction<Begun>(pool, async (client) => {
    // The record before the item: in the order in which a hold is set, so that nobody waits for each other.
    await client.query('SELECT FROM eli4u.record WHERE id = $1 FOR UPDATE', [item.record]);
    const granted = await client.query(
      `SELECT FROM eli4u.disposal_item i JOIN eli4u.disposal d ON d.id = i.disposal_id
        WHERE i.disposal_id = $1 AND i.record_id = $2 AND i.state = 'granted' AND d.state = 'executing' FOR UPDATE OF i`,
      [item.disposal, item.record],
    );
    if (!granted.rowCount) return { keep: false, value: 'notGranted' };
    const may = await client.query(`SELECT FROM eli4u.record r WHERE r.id = $1 AND ${discardable('r', '$2::date')}`, [
      item.record,
      keeper.today,
    ]);
    if (!may.rowCount) {
      await client.query(
        `UPDATE eli4u.disposal_item SET state = 'held', reason = 'non più scartabile: bloccato, riaperto, da conservare o con un permesso di lettura in corso'
          WHERE disposal_id = $1 AND record_id = $2`,
        [item.disposal, item.record],
      );
      await audit(client, keeper, 'disposal.held', item.record, { disposal: item.disposal });
      return { keep: true, value: 'held' };
    }
    if (await isUnderWay(client, item.record)) return { keep: false, value: 'underWay' };
    await markDestroyed(client, item, keeper);
    return { keep: true, value: 'begun' };
  });
}

/**
 * What is discarded need not be preserved first (D.Lgs. 42/2004 art. 21; CAD art. 44), so a package that nobody has begun is called off. One that was
 * begun may be at the system already, whose answer is evidence: its documents stay whole until it has come.
 */
async function isUnderWay(client: pg.ClientBase, record: string): Promise<boolean> {
  const mine = `kind = 'fascicolo' AND source_id IN (SELECT record_id FROM eli4u.fascicolo WHERE record_id = $1 OR sub_of = $1)`;
  await client.query(
    `DELETE FROM eli4u.preservation_delivery WHERE ${mine} AND state = 'waiting' AND made_at IS NULL`,
    [record],
  );
  const begun = await client.query(
    `SELECT FROM eli4u.preservation_delivery WHERE ${mine} AND state IN ('waiting', 'sent') LIMIT 1`,
    [record],
  );
  return Boolean(begun.rowCount);
}

async function markDestroyed(client: pg.ClientBase, { disposal, record }: ItemPlace, keeper: Keeper): Promise<void> {
  await client.query(`UPDATE eli4u.disposal_item SET state = 'destroying' WHERE disposal_id = $1 AND record_id = $2`, [
    disposal,
    record,
  ]);
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${subtree('$1')} t`, [record]);
  const ids = rows.map(({ id }) => id);
  await client.query(
    `INSERT INTO eli4u.disposal_file (document_id, version, disposal_id, record_id, storage_key)
     SELECT record_id, version, $2::bigint, $3::text, storage_key FROM eli4u.document WHERE record_id = ANY($1) AND destroyed_at IS NULL
     UNION ALL
     SELECT record_id, version, $2::bigint, $3::text, storage_key FROM eli4u.document_version WHERE record_id = ANY($1) AND destroyed_at IS NULL`,
    [ids, disposal, record],
  );
  await client.query(
    `UPDATE eli4u.document SET destroyed_at = $2,
       sender = CASE WHEN protocol_number IS NULL THEN NULL ELSE sender END,
       recipients = CASE WHEN protocol_number IS NULL THEN NULL ELSE recipients END
      WHERE record_id = ANY($1) AND destroyed_at IS NULL`,
    [ids, keeper.now],
  );
  // After its document, for only then may anything of a former version change.
  await client.query(
    `UPDATE eli4u.document_version SET destroyed_at = $2, reason = NULL, file_name = NULL WHERE record_id = ANY($1) AND destroyed_at IS NULL`,
    [ids, keeper.now],
  );
  await client.query(
    `UPDATE eli4u.record SET deleted_at = $2, object = NULL, description = '{}', digital = false, changed_at = now() WHERE id = ANY($1)`,
    [ids, keeper.now],
  );
  // Their pyramids go with the next sweep, for what no image names is given to nobody.
  await client.query('DELETE FROM eli4u.digital_object WHERE record_id = ANY($1) AND of_images', [ids]);
  await client.query('DELETE FROM eli4u.image_set WHERE record_id = ANY($1)', [ids]);
  await client.query('DELETE FROM eli4u.search_document WHERE record_id = ANY($1)', [ids]);
  await announceSearchChange(client, ids);
  const isCase = await client.query('SELECT FROM eli4u.procedure WHERE id = $1', [record]);
  if (isCase.rowCount) await emptyCase(client, record);
  await emptyFascicoli(client, ids);
}

/**
 * What follows the point of no return, from wherever a crash left it: bytes out of the store, what was derived from them, the end. Each file
 * says what became of it.
 * @returns whether the item is done; not where somebody has just brought the same content, which is asked anew later
 */
export async function finishItem({ pool, dataDir, keeper, grace }: Destroying, item: ItemPlace): Promise<boolean> {
  const values = [item.disposal, item.record];
  const { rows } = await pool.query<{ document: string; version: number; key: string; outcome: string | null }>(
    `SELECT document_id AS document, version, storage_key AS key, outcome FROM eli4u.disposal_file WHERE disposal_id = $1 AND record_id = $2 ORDER BY 1, 2`,
    values,
  );
  for (const file of rows) {
    if (file.outcome !== null) continue;
    const outcome = await setBytesAside(dataDir, file.key, () => isReferredTo(pool, file.key), grace);
    if (outcome === 'deferred') return false;
    await pool.query(
      'UPDATE eli4u.disposal_file SET outcome = $3, done_at = $4 WHERE document_id = $1 AND version = $2',
      [file.document, file.version, outcome, keeper.now],
    );
    file.outcome = outcome;
  }
  for (const { key, outcome } of rows) if (outcome !== 'shared') await endBytes(dataDir, key);
  for (const key of await messagesOf(pool, item)) {
    const outcome = await setBytesAside(dataDir, key, () => isReferredTo(pool, key), grace);
    if (outcome === 'deferred') return false;
    if (outcome !== 'shared') await endBytes(dataDir, key);
  }
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.disposal_item SET state = 'destroyed', destroyed_at = $3 WHERE disposal_id = $1 AND record_id = $2 AND state = 'destroying'`,
      [...values, keeper.now],
    );
    if (rowCount) {
      const count = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length;
      const files = { removed: count('removed'), shared: count('shared'), absent: count('absent') };
      await audit(client, keeper, 'disposal.destroy', item.record, { disposal: item.disposal, files });
    }
    return { keep: true, value: true };
  });
}

/** Bytes of the messages that carried what was destroyed: they went out with it, or came and were registered with it. */
async function messagesOf(pool: pg.Pool, item: ItemPlace): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT DISTINCT m.storage_key AS key FROM eli4u.disposal_file f JOIN eli4u.document d ON d.record_id = f.document_id
       JOIN eli4u.mail_message m ON m.register = d.protocol_register AND m.year = d.protocol_year AND m.number = d.protocol_number
      WHERE f.disposal_id = $1 AND f.record_id = $2 AND m.storage_key <> f.storage_key`,
    [item.disposal, item.record],
  );
  return rows.map(({ key }) => key);
}
