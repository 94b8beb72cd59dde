import type pg from 'pg';

/**
 * So many documents more in the fascicolo of a case, by one statement: of three years, in every direction, two in three with a number (of a register
 * of their own), with correspondents. Their bytes are wherever `storageKey` says, or nowhere.
 * @param prefix of their ids, which no other has
 */
export async function fillFascicolo(
  owner: pg.Pool,
  id: string,
  documents: number,
  {
    storageKey = null,
    bytes = 1000,
    prefix = id,
  }: { storageKey?: string | null; bytes?: number; prefix?: string } = {},
): Promise<void> {
  await owner.query(
    `WITH place AS (SELECT r.repository_id, r.root_id, r.depth FROM eli4u.record r WHERE r.id = $1),
     plan AS (SELECT i, $5::text || 'd' || i AS id, p.*, (ARRAY['in', 'out', 'internal'])[1 + i % 3] AS flow, i % 3 < 2 AS registered,
                     DATE '2024-01-01' + (i * 790 / $2::integer) AS day FROM place p, generate_series(1, $2::integer) i),
     records AS (INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, title, title_lang, object, phase, visibility, opened_on)
       SELECT plan.id, repository_id, $1, root_id, 1000 + i, depth + 1, 'item', 'documento', 'Documento sul perché numero ' || i, 'it', 'Allegato tecnico ' || i, 'current', 'hidden', day FROM plan
       RETURNING 1),
     documents AS (INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow, protocol_register, protocol_year, protocol_number, protocol_on, sender, recipients)
       SELECT plan.id, coalesce(split_part($3, '/', 2), encode(sha256(convert_to(plan.id, 'UTF8')), 'hex')), 'pdf', $4, coalesce($3, left(encode(sha256(convert_to(plan.id, 'UTF8')), 'hex'), 2) || '/' || encode(sha256(convert_to(plan.id, 'UTF8')), 'hex')),
              flow, CASE WHEN registered THEN 'registro-' || $5 END, CASE WHEN registered THEN extract(year FROM day)::smallint END, CASE WHEN registered THEN i END, CASE WHEN registered THEN day END,
              jsonb_build_array(jsonb_build_object('name', CASE WHEN i % 2 = 0 THEN 'Bonfante ' ELSE 'Ferraresi ' END || i)), '[]' FROM plan
       RETURNING 1)
     SELECT count(*) FROM records, documents`,
    [id, documents, storageKey, bytes, prefix],
  );
  await owner.query(
    `INSERT INTO eli4u.procedure_document (record_id, procedure_id, ordinal, kind, file_name, added_at, added_by)
     SELECT $3::text || 'd' || i, $1, last + i, 'attachment', 'allegato-' || i || '.pdf', (DATE '2024-01-01' + (i * 790 / $2::integer))::timestamp AT TIME ZONE 'Europe/Rome' + interval '9 hours', 'officer:bench'
       FROM generate_series(1, $2::integer) i, (SELECT max(ordinal) AS last FROM eli4u.procedure_document WHERE procedure_id = $1) p`,
    [id, documents, prefix],
  );
}
