import type pg from 'pg';
import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';

/** All that is known of one document: with its registration, its place and its former versions. */
export interface DescribedDocumentRow {
  record: string;
  title: string;
  sha256: string;
  format: string;
  flow: 'in' | 'out' | 'internal' | null;
  version: number;
  signed: boolean;
  restricted: boolean;
  kind: 'request' | 'attachment' | 'act' | 'other' | null;
  fileName: string | null;
  /** The fascicolo it lies in, of whatever kind; null of what lies in the register or a repertorio alone. */
  fascicolo: {
    id: string;
    code: string;
    kind: string;
    titolario: string;
    title: string;
    class: number;
    keep: boolean;
    closedOn: string | null;
    until: string | null;
  } | null;
  registration: {
    register: string;
    year: number;
    number: number;
    on: string;
    time: string;
    object: string;
    flow: 'in' | 'out' | 'internal';
    emergency: boolean;
    sender: Correspondent[];
    recipients: Correspondent[];
    operator: string;
    aoo: string;
    unit: string | null;
    classification: string | null;
    attachments: { record: string; title: string; hash: string }[];
    record: string;
    hash: string;
  } | null;
  changes: { on: string; time: string; by: string; former: string; reason: string | null }[];
}

const inRome = (column: string, what: string) => `to_char(${column} AT TIME ZONE 'Europe/Rome', '${what}')`;

/** A document that lives, by its record; null for none. */
export const findDescribed = async (
  pool: Pick<pg.Pool, 'query'>,
  record: string,
): Promise<DescribedDocumentRow | null> => (await findAllDescribed(pool, [record]))[0] ?? null;

/** Those of these documents that live, in the order of their ids. */
export async function findAllDescribed(
  pool: Pick<pg.Pool, 'query'>,
  records: readonly string[],
): Promise<DescribedDocumentRow[]> {
  const { rows } = await pool.query<DescribedDocumentRow>(
    `SELECT d.record_id AS record, r.title, d.hash AS sha256, d.format, d.flow, d.version,
            d.format = 'p7m' OR d.signatures <> '[]' AS signed, r.sensitivity <> 'none' AS restricted, o.kind, o.file_name AS "fileName",
            CASE WHEN f.record_id IS NULL THEN NULL ELSE jsonb_build_object('id', f.record_id, 'code', fr.reference_code, 'kind', f.kind, 'titolario', f.titolario,
              'title', f.title, 'class', f.class, 'keep', coalesce(fr.disposition = 'keep', false), 'closedOn', f.closed_on, 'until', fr.disposition_on) END AS fascicolo,
            CASE WHEN p.number IS NULL THEN NULL ELSE jsonb_build_object('register', p.register, 'year', p.year, 'number', p.number, 'on', p.on_day,
              'time', ${inRome('p.at', 'HH24:MI:SS')}, 'object', coalesce(p.corrected->>'object', p.object), 'flow', p.flow, 'emergency', p.emergency_number IS NOT NULL,
              'sender', coalesce(p.corrected->'sender', p.sender), 'recipients', coalesce(p.corrected->'recipients', p.recipients), 'operator', p.operator,
              'aoo', p.aoo, 'unit', p.assigned_unit, 'classification', p.classification, 'attachments', p.attachments, 'record', p.record_id, 'hash', p.hash) END AS registration,
            coalesce((SELECT jsonb_agg(jsonb_build_object('on', ${inRome('v.replaced_at', 'YYYY-MM-DD')}, 'time', ${inRome('v.replaced_at', 'HH24:MI:SS')},
              'by', v.replaced_by, 'former', v.hash, 'reason', v.reason) ORDER BY v.version DESC) FROM eli4u.document_version v WHERE v.record_id = d.record_id), '[]') AS changes
       FROM eli4u.document d JOIN eli4u.record r ON r.id = d.record_id
       LEFT JOIN eli4u.procedure_document o ON o.record_id = d.record_id
       LEFT JOIN eli4u.fascicolo f ON f.record_id = o.procedure_id LEFT JOIN eli4u.record fr ON fr.id = f.record_id
       LEFT JOIN eli4u.protocol_registration p ON p.record_id = coalesce(o.registered_with, d.record_id)
      WHERE d.record_id = ANY($1) AND d.destroyed_at IS NULL ORDER BY d.record_id`,
    [records],
  );
  return rows;
}
