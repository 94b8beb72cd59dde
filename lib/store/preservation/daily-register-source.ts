import type pg from 'pg';
import type { PreservationSource } from '#lib/preservation/preservation-source.ts';
import { readDocument } from '#lib/store/documents/read.ts';

interface RegisterRow {
  n: number;
  hash: string;
  bytes: number;
  key: string;
  seal: string;
  made: string;
  registrations: number;
  changes: number;
  first: number | null;
  last: number | null;
}

/** registro giornaliero di protocollo: into preservation by the next working day (DPCM 3 December 2013, art. 7 c. 5; Linee guida AgID 2021). */
export function dailyRegisterSource(pool: pg.Pool, dataDir: string): PreservationSource {
  return {
    kind: 'dailyRegister',
    async load(id) {
      const { register, day } = partsOf(id);
      const { rows } = await pool.query<RegisterRow>(
        `SELECT n, hash, bytes::float8 AS bytes, storage_key AS key, seal, to_json(made_at)#>>'{}' AS made, registrations, changes,
                first_number AS first, last_number AS last
           FROM eli4u.daily_register WHERE register = $1 AND day = $2`,
        [register, day],
      );
      const one = rows[0];
      if (!one) return null;
      return {
        description: `Registro giornaliero di protocollo ${register} del ${day}`,
        metadata: [
          ['CodiceRegistro', register],
          ['Data', day],
          ['Progressivo', String(one.n)],
          ['PrimoNumero', one.first === null ? null : String(one.first)],
          ['UltimoNumero', one.last === null ? null : String(one.last)],
          ['Registrazioni', String(one.registrations)],
          ['Modifiche', String(one.changes)],
          ['DataFormazione', one.made],
          ['Sigillo', one.seal],
        ],
        files: [
          {
            name: `registro-giornaliero-${day}.xml`,
            sha256: one.hash,
            bytes: one.bytes,
            format: 'xml',
            open: () => readDocument(dataDir, one.key),
          },
        ],
      };
    },
    async accepted(client, id, answer) {
      const { register, day } = partsOf(id);
      await client.query(
        `UPDATE eli4u.daily_register SET delivered_at = $3, delivery = $4 WHERE register = $1 AND day = $2 AND delivered_at IS NULL`,
        [register, day, answer.at, JSON.stringify({ package: answer.packageId, report: answer.reportHash })],
      );
    },
  };
}

function partsOf(id: string): { register: string; day: string } {
  const [register = '', day = ''] = id.split(' ');
  return { register, day };
}
