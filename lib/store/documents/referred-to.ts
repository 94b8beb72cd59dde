import type pg from 'pg';

/**
 * SQL: whether a message is still kept. One that is, or carries, a document that was destroyed goes with it: the message whole is what was
 * registered. It stays while anything of its registration lives.
 */
export const messageKept = (alias: string): string => {
  const ofIt = `FROM eli4u.document md WHERE md.protocol_register = ${alias}.register AND md.protocol_year = ${alias}.year
    AND md.protocol_number = ${alias}.number AND md.destroyed_at`;
  return `(${alias}.number IS NULL OR NOT EXISTS (SELECT ${ofIt} IS NOT NULL) OR EXISTS (SELECT ${ofIt} IS NULL))`;
};

/** SQL: whether anything that is kept has the bytes of a storage key: a document that lives or a former version of one, a daily register, a message, a report of preservation, the deed of a delegation, the receipt of a payment, a draft of a request. */
export const referredTo = (key: string): string => `(
  EXISTS (SELECT FROM eli4u.document ld WHERE ld.storage_key = ${key} AND ld.destroyed_at IS NULL)
  OR EXISTS (SELECT FROM eli4u.document_version lv WHERE lv.storage_key = ${key} AND lv.destroyed_at IS NULL)
  OR EXISTS (SELECT FROM eli4u.daily_register lg WHERE lg.storage_key = ${key})
  OR EXISTS (SELECT FROM eli4u.mail_message lm WHERE lm.storage_key = ${key} AND ${messageKept('lm')})
  OR EXISTS (SELECT FROM eli4u.preservation_delivery lp WHERE lp.report_storage_key = ${key})
  OR EXISTS (SELECT FROM eli4u.delegation lr WHERE lr.proof_key = ${key})
  OR EXISTS (SELECT FROM eli4u.payment ly WHERE ly.storage_key = ${key})
  OR eli4u.draft_has_bytes(${key}))`;

/** Whether anything that is kept has the bytes of a storage key. */
export async function isReferredTo(pool: Pick<pg.Pool, 'query'>, storageKey: string): Promise<boolean> {
  const { rows } = await pool.query<{ kept: boolean }>(`SELECT ${referredTo('$1')} AS kept`, [storageKey]);
  return rows[0]?.kept ?? true;
}
