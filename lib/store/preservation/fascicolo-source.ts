import type pg from 'pg';
import type { PreservationSource } from '#lib/preservation/preservation-source.ts';
import { readDocument } from '#lib/store/documents/read.ts';

interface FascicoloRow {
  code: string | null;
  title: string;
  kind: string;
  titolario: string;
  class: string;
  year: number;
  number: number;
  opened: string;
  closed: string;
  unit: string;
  disposition: string | null;
  dispositionOn: string | null;
}

interface DocumentRow {
  record: string;
  title: string;
  hash: string;
  bytes: number;
  format: string;
  key: string;
  protocol: string | null;
  version: number;
}

/** Closed fascicoli of every kind, with their documents in the order in which they came (Allegato 5: metadata of the aggregazione documentale). */
export function fascicoloSource(pool: pg.Pool, dataDir: string): PreservationSource {
  return {
    kind: 'fascicolo',
    async load(id) {
      const found = await pool.query<FascicoloRow>(
        `SELECT r.reference_code AS code, r.title, f.kind, f.titolario, f.title || '/' || f.class AS class, f.year, f.number,
                f.opened_on::text AS opened, f.closed_on::text AS closed, f.unit, r.disposition, r.disposition_on::text AS "dispositionOn"
           FROM eli4u.fascicolo f JOIN eli4u.record r ON r.id = f.record_id
          WHERE f.record_id = $1 AND f.closed_on IS NOT NULL AND r.deleted_at IS NULL`,
        [id],
      );
      const file = found.rows[0];
      if (!file) return null;
      const { rows: documents } = await pool.query<DocumentRow>(
        `SELECT d.record_id AS record, r.title, d.hash, d.bytes::float8 AS bytes, d.format, d.storage_key AS key, d.version,
                d.protocol_register || ' ' || d.protocol_number || '/' || d.protocol_year AS protocol
           FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id) JOIN eli4u.record r ON r.id = d.record_id
          WHERE o.procedure_id = $1 AND d.destroyed_at IS NULL ORDER BY o.ordinal`,
        [id],
      );
      // All destroyed with a permit: nothing is left to deliver.
      if (documents.length === 0 && (await hadDocuments(pool, id))) return null;
      return {
        description: `Fascicolo ${file.code ?? id}: ${file.title}`,
        metadata: [
          ['IdAggregazione', id],
          ['TipoAggregazione', 'Fascicolo'],
          ['TipologiaFascicolo', file.kind],
          ['CodiceFascicolo', file.code],
          ['Oggetto', file.title],
          ['PianoDiClassificazione', file.titolario],
          ['IndiceDiClassificazione', file.class],
          ['Anno', String(file.year)],
          ['Progressivo', String(file.number)],
          ['DataApertura', file.opened],
          ['DataChiusura', file.closed],
          ['UnitaResponsabile', file.unit],
          ['Disposizione', file.disposition],
          ['DisposizioneDal', file.dispositionOn],
          ...documents.map(({ record, title, protocol, version }, i): readonly [string, string] => [
            `Documento ${i + 1}`,
            [record, protocol, title, version > 1 ? `versione ${version}` : null]
              .filter((part) => part !== null)
              .join(' – '),
          ]),
        ],
        files: documents.map(({ record, hash, bytes, format, key }, i) => ({
          // Names of our own: those that were sent may name persons, or lead elsewhere.
          name: `documenti/${String(i + 1).padStart(5, '0')}-${record}.${extensionOf(format)}`,
          sha256: hash,
          bytes,
          format,
          open: () => readDocument(dataDir, key),
        })),
      };
    },
  };
}

async function hadDocuments(pool: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM eli4u.procedure_document WHERE procedure_id = $1 LIMIT 1', [id]);
  return rowCount === 1;
}

const extensionOf = (format: string): string => (/^[a-z0-9]{1,10}$/i.test(format) ? format.toLowerCase() : 'bin');
