import type pg from 'pg';
import { referredTo } from '#lib/store/documents/referred-to.ts';
import { remainsOf } from '#lib/store/keeping/destroy-bytes.ts';

export interface Check {
  says: string;
  /** Gives ids of what is wrong, at most 20. */
  sql: string;
}

/** What must hold of deposit, scarto and legal holds. */
export const keepingChecks: readonly Check[] = [
  {
    says: 'nothing was destroyed without a permit',
    sql: `SELECT record_id AS id FROM eli4u.document d WHERE destroyed_at IS NOT NULL AND NOT EXISTS (
            SELECT FROM eli4u.disposal_file f JOIN eli4u.disposal s ON s.id = f.disposal_id JOIN eli4u.disposal_item i USING (disposal_id, record_id)
             WHERE f.document_id = d.record_id AND s.permit_number IS NOT NULL AND i.state IN ('destroying', 'destroyed')) LIMIT 20`,
  },
  {
    says: 'former versions of a document are all there, and destroyed with it',
    sql: `SELECT record_id AS id FROM eli4u.document d
           WHERE d.version <> 1 + (SELECT count(*) FROM eli4u.document_version v WHERE v.record_id = d.record_id AND v.version < d.version)
              OR EXISTS (SELECT FROM eli4u.document_version v WHERE v.record_id = d.record_id AND (v.destroyed_at IS NULL) <> (d.destroyed_at IS NULL)) LIMIT 20`,
  },
  {
    says: 'what is destroyed is found by no search',
    sql: `SELECT i.record_id AS id FROM eli4u.disposal_item i WHERE i.state IN ('destroying', 'destroyed')
             AND EXISTS (SELECT FROM eli4u.search_document s WHERE s.record_id = i.record_id) LIMIT 20`,
  },
  {
    says: 'what is destroyed is found by no word in the repertorio',
    sql: `SELECT i.record_id AS id FROM eli4u.disposal_item i WHERE i.state IN ('destroying', 'destroyed')
             AND EXISTS (SELECT FROM eli4u.fascicolo_words w WHERE w.record_id = i.record_id) LIMIT 20`,
  },
  {
    says: 'what is destroyed names nobody',
    sql: `SELECT i.record_id AS id FROM eli4u.disposal_item i WHERE i.state IN ('destroying', 'destroyed')
             AND (EXISTS (SELECT FROM eli4u.record_agent l WHERE l.record_id = i.record_id AND l.role = 'party')
               OR EXISTS (SELECT FROM eli4u.fascicolo f JOIN eli4u.record_agent l ON l.record_id = f.record_id AND l.role = 'party' WHERE f.sub_of = i.record_id)
               OR EXISTS (SELECT FROM eli4u.procedure_party p WHERE p.procedure_id = i.record_id)) LIMIT 20`,
  },
  {
    says: 'of every destroyed fascicolo it is written what became of each document',
    sql: `SELECT i.record_id AS id FROM eli4u.disposal_item i WHERE i.state = 'destroyed' AND EXISTS (
            SELECT FROM eli4u.disposal_file f WHERE f.disposal_id = i.disposal_id AND f.record_id = i.record_id AND f.outcome IS NULL) LIMIT 20`,
  },
  {
    says: 'an executed scarto has nothing left to do',
    sql: `SELECT d.id::text AS id FROM eli4u.disposal d WHERE d.state = 'executed' AND EXISTS (
            SELECT FROM eli4u.disposal_item i WHERE i.disposal_id = d.id AND i.state IN ('proposed', 'granted', 'destroying')) LIMIT 20`,
  },
  {
    says: 'legal holds are as their records say',
    sql: `SELECT r.id FROM eli4u.record r WHERE r.legal_hold AND NOT EXISTS (SELECT FROM eli4u.legal_hold h WHERE h.record_id = r.id AND h.lifted_at IS NULL)
          UNION ALL SELECT h.record_id FROM eli4u.legal_hold h JOIN eli4u.record r ON r.id = h.record_id WHERE h.lifted_at IS NULL AND NOT r.legal_hold LIMIT 20`,
  },
  {
    says: 'what lies in the deposit is hidden, and closed',
    sql: `SELECT id FROM eli4u.record WHERE phase = 'deposit' AND deleted_at IS NULL AND (visibility <> 'hidden' OR (level = 'file' AND closed_on IS NULL)) LIMIT 20`,
  },
];

/** Bytes, or what was derived from them, of documents that are destroyed and that nothing that is kept shares; at most 20. */
export async function remainsOfDestroyed(pool: pg.Pool, dataDir: string): Promise<string[]> {
  const left: string[] = [];
  for (let after = { id: '', version: 0 }; left.length < 20;) {
    const { rows } = await pool.query<{ id: string; version: number; key: string }>(
      `SELECT f.document_id AS id, f.version, f.storage_key AS key FROM eli4u.disposal_file f
         JOIN eli4u.disposal_item i ON i.disposal_id = f.disposal_id AND i.record_id = f.record_id
        WHERE (f.document_id, f.version) > ($1, $2) AND i.state = 'destroyed'
          AND NOT ${referredTo('f.storage_key')}
        ORDER BY f.document_id, f.version LIMIT 1000`,
      [after.id, after.version],
    );
    for (const { key } of rows) left.push(...(await remainsOf(dataDir, key)));
    const last = rows.at(-1);
    if (!last) break;
    after = last;
  }
  return left.slice(0, 20);
}
