/** SQL: whether nothing above or below a record, nor the record itself, is under a legal hold. */
export const unheld = (alias: string): string => `NOT EXISTS (
  WITH RECURSIVE up AS (
    SELECT u.id, u.parent_id, u.legal_hold FROM eli4u.record u WHERE u.id = ${alias}.id
    UNION ALL SELECT u.id, u.parent_id, u.legal_hold FROM eli4u.record u JOIN up ON u.id = up.parent_id),
  down AS (
    SELECT w.id, w.legal_hold FROM eli4u.record w WHERE w.parent_id = ${alias}.id
    UNION ALL SELECT w.id, w.legal_hold FROM eli4u.record w JOIN down ON w.parent_id = down.id)
  SELECT FROM up WHERE legal_hold UNION ALL SELECT FROM down WHERE legal_hold)`;

/** SQL: whether somebody may still read by a permit that came of a request: who that is, is known by the request. */
const permits = (alias: string, today: string): string =>
  `EXISTS (SELECT FROM eli4u.reading_permit m WHERE m.procedure_id = ${alias}.id AND m.revoked_at IS NULL AND m.until >= ${today})`;

/**
 * SQL: whether a fascicolo may be proposed for scarto on a day: closed, its term elapsed, neither permanent nor historical, held by nobody, and no
 * request by whose permit somebody still reads.
 */
export const discardable = (alias: string, today: string): string =>
  `${alias}.disposition = 'destroy' AND ${alias}.disposition_on <= ${today} AND ${alias}.closed_on IS NOT NULL AND ${alias}.level = 'file'
   AND ${alias}.phase <> 'historical' AND ${alias}.deleted_at IS NULL AND ${unheld(alias)}
   AND NOT ${permits(alias, today)}`;

/** SQL: the limits of consultation of D.Lgs. 42/2004 art. 122 bind it still: its scarto wants the Ministero dell'interno too. */
export const limited = (alias: string, today: string): string =>
  `(${alias}.sensitivity <> 'none' AND (${alias}.consultable_from IS NULL OR ${alias}.consultable_from > ${today}))`;

/** SQL: ids of a record and all that lies below it, as `id`. */
export const subtree = (id: string): string => `(
  WITH RECURSIVE below AS (
    SELECT id FROM eli4u.record WHERE id = ${id}
    UNION ALL SELECT k.id FROM eli4u.record k JOIN below b ON k.parent_id = b.id)
  SELECT id FROM below)`;
