import type pg from 'pg';
import { virusScanColumn, virusScanSchema } from '#lib/store/documents/virus-scans.ts';
import type { FascicoloDocument, FascicoloEvent, FascicoloView, ResponsibleUnit } from './fascicolo-port.ts';
import { lineColumns } from './list-fascicoli.ts';

/** Events shown of one fascicolo, the latest. */
const mostEvents = 100;

type Row = Omit<FascicoloView, 'units' | 'subfascicoli' | 'events' | 'series' | 'permit'> & {
  seriesId: string;
  seriesTitle: string;
  permitNumber: string | null;
  permitOn: string | null;
};

/** A fascicolo with its history and its units; its documents come by pages. */
export async function findFascicolo(pool: pg.Pool, id: string): Promise<FascicoloView | null> {
  if (id.includes('\0')) return null;
  const { rows } = await pool.query<Row>(
    `SELECT ${lineColumns}, f.year, f.number, f.activity, f.keywords, r.former_codes AS "formerCodes", r.disposition,
            r.disposition_on AS "dispositionOn", r.phase, d.permit_number AS "permitNumber", d.permit_on AS "permitOn", s.id AS "seriesId", s.title AS "seriesTitle",
            (SELECT count(*)::integer FROM eli4u.procedure_document WHERE procedure_id = f.record_id) AS documents
       FROM eli4u.fascicolo f JOIN eli4u.record r ON r.id = f.record_id
       JOIN eli4u.record p ON p.id = r.parent_id JOIN eli4u.record s ON s.id = CASE WHEN f.sub_of IS NULL THEN p.id ELSE p.parent_id END
       LEFT JOIN eli4u.disposal_item i ON i.record_id IN (f.record_id, f.sub_of) AND i.state IN ('destroying', 'destroyed')
       LEFT JOIN eli4u.disposal d ON d.id = i.disposal_id
      WHERE f.record_id = $1`,
    [id],
  );
  if (!rows[0]) return null;
  const { seriesId, seriesTitle, permitNumber, permitOn, ...row } = rows[0];
  const [units, subfascicoli, events] = await Promise.all([
    pool.query<ResponsibleUnit>(
      `SELECT a.label AS unit, g.authorised_name AS name, a.date_start AS "from", a.date_end AS "to"
         FROM eli4u.record_agent a JOIN eli4u.agent g ON g.id = a.agent_id
        WHERE a.record_id = $1 AND a.role = 'responsibleUnit' ORDER BY a.ordinal DESC LIMIT 100`,
      [id],
    ),
    pool.query<{ id: string; code: string; object: string }>(
      `SELECT f.record_id AS id, r.reference_code AS code, coalesce(r.object, r.title) AS object
         FROM eli4u.fascicolo f JOIN eli4u.record r ON r.id = f.record_id WHERE f.sub_of = $1 ORDER BY f.sub_number LIMIT 200`,
      [id],
    ),
    pool.query<Omit<FascicoloEvent, 'at'> & { at: string }>(
      `SELECT n, at, actor, kind, details FROM eli4u.fascicolo_event WHERE record_id = $1 ORDER BY n DESC LIMIT ${mostEvents}`,
      [id],
    ),
  ]);
  return {
    ...row,
    series: { id: seriesId, title: seriesTitle },
    permit: permitNumber !== null && permitOn !== null ? { number: permitNumber, on: permitOn } : null,
    units: units.rows,
    subfascicoli: subfascicoli.rows,
    events: events.rows.map((event) => ({ ...event, at: new Date(event.at) })),
  };
}

type DocumentRow = Omit<FascicoloDocument, 'registration' | 'bytes' | 'addedAt' | 'scan'> & {
  scan: unknown;
  addedAt: string;
  bytes: string | number;
  register: string | null;
  year: number;
  number: number;
  on: string;
};

const documents = `
  SELECT o.record_id AS record, o.ordinal, r.title, o.file_name AS "fileName", d.format, d.bytes, d.hash, d.flow, o.added_at AS "addedAt",
         o.added_by AS "addedBy", d.version, d.destroyed_at IS NOT NULL AS discarded, ${virusScanColumn},
         d.protocol_register AS register, d.protocol_year AS year, d.protocol_number AS number, d.protocol_on AS "on"
    FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id) JOIN eli4u.record r ON r.id = o.record_id
   WHERE o.procedure_id = $1`;

const documentOf = ({ register, year, number, on, bytes, addedAt, scan, ...row }: DocumentRow): FascicoloDocument => ({
  ...row,
  scan: virusScanSchema.parse(scan),
  addedAt: new Date(addedAt),
  bytes: Number(bytes),
  registration: register === null ? null : { register, year, number, on },
});

/** The index of a fascicolo, in the order in which documents came. */
export async function listDocuments(
  pool: pg.Pool,
  id: string,
  { after = 0, limit = 50 }: { after?: number; limit?: number },
): Promise<{ items: FascicoloDocument[]; next: number | null }> {
  const most = Math.min(Math.max(limit, 1), 200);
  const { rows } = await pool.query<DocumentRow>(`${documents} AND o.ordinal > $2 ORDER BY o.ordinal LIMIT $3`, [
    id,
    after,
    most + 1,
  ]);
  const items = rows.slice(0, most).map(documentOf);
  return { items, next: rows.length > most ? (items.at(-1)?.ordinal ?? null) : null };
}

/** One document of a fascicolo of whatever kind; null where it has none of that id. */
export async function findDocument(pool: pg.Pool, id: string, record: string): Promise<FascicoloDocument | null> {
  if (`${id}${record}`.includes('\0')) return null;
  const { rows } = await pool.query<DocumentRow>(`${documents} AND o.record_id = $2`, [id, record]);
  return rows[0] ? documentOf(rows[0]) : null;
}
