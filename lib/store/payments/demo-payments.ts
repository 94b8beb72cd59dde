import type pg from 'pg';
import { z } from 'zod';
import type { Day } from '#lib/procedures/day.ts';
import type { Owed } from '#lib/procedures/payments/owed.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';

const caseSchema = z.object({
  id: z.string(),
  code: z.string(),
  version: z.int(),
  applicant: z.string(),
  filedOn: z.string(),
  granted: z.boolean(),
  running: z.boolean(),
  persona: z.string().nullable(),
});
export type DemoCase = z.infer<typeof caseSchema>;

/** Cases of the demonstration that somebody filed, always in the same order. */
export async function casesToPay(pool: Pick<pg.Pool, 'query'>): Promise<DemoCase[]> {
  const { rows } = await pool.query(
    `SELECT p.id, p.type_code AS code, p.type_version AS version, p.applicant_agent AS applicant, p.filed_on AS "filedOn",
            coalesce(p.outcome = 'granted', false) AS granted, p.state = 'running' AS running, c.persona
       FROM eli4u.procedure p LEFT JOIN eli4u.demo_citizen c ON c.agent_id = p.applicant_agent
      WHERE p.applicant_agent IS NOT NULL AND NOT EXISTS (SELECT FROM eli4u.payment y WHERE y.procedure_id = p.id)
      ORDER BY p.protocol_year, p.protocol_number, p.id`,
  );
  return rows.map((row) => caseSchema.parse(row));
}

/** A payment of the demonstration, as its row. */
export interface DemoPayment {
  id: string;
  of: DemoCase;
  owed: Pick<Owed, 'fee' | 'part' | 'kind' | 'due'>;
  cents: number;
  at: Date;
  said:
    | { state: 'due' }
    | { state: 'declared'; serial: string; on: Day }
    | { state: 'exempt'; norm: string }
    | { state: 'elsewhere'; on: Day; words: string }
    | { state: 'noticed' | 'expired'; way: 'pagoPA'; iuv: string; notice: string; expiresOn: Day }
    | {
        state: 'paid';
        way: 'eBollo' | 'pagoPA';
        iuv: string | null;
        notice: string;
        receiptId: string;
        kept: KeptDocument | null;
      };
}

/** Writes them all at once; what is there already stays. */
export async function saveDemoPayments(pool: Pick<pg.Pool, 'query'>, all: readonly DemoPayment[]): Promise<void> {
  const rows = all.map(({ id, of, owed, cents, at, said }) => ({
    id,
    payer_agent: of.applicant,
    procedure_id: of.id,
    fee: owed.fee,
    part: owed.part,
    kind: owed.kind,
    moment: owed.due,
    cents,
    state: said.state,
    asked_at: at,
    ...('notice' in said ? { way: said.way, iuv: said.iuv, notice_number: said.notice, noticed_at: at } : {}),
    ...('expiresOn' in said ? { expires_on: said.expiresOn } : {}),
    ...(said.state === 'paid'
      ? { receipt_id: said.receiptId, paid_at: at, psp: 'Istituto di pagamento dimostrativo' }
      : {}),
    ...(said.state === 'paid' && said.kept
      ? { hash: said.kept.sha256, bytes: said.kept.bytes, storage_key: said.kept.storageKey }
      : {}),
    ...(said.state === 'declared' ? { serial: said.serial, issued_on: said.on, declared_on: of.filedOn } : {}),
    ...(said.state === 'exempt' ? { norm: said.norm, words: '' } : {}),
    ...(said.state === 'elsewhere' ? { noted_on: said.on, words: said.words } : {}),
  }));
  await pool.query(
    `INSERT INTO eli4u.payment (id, payer_agent, procedure_id, fee, part, kind, moment, cents, state, way, iuv, notice_number, noticed_at, expires_on,
       receipt_id, paid_at, psp, hash, bytes, storage_key, serial, issued_on, declared_on, norm, words, noted_on, asked_at, asked_by, changed_at)
     SELECT id, payer_agent, procedure_id, fee, part, kind, moment, cents, state, way, iuv, notice_number, noticed_at, expires_on,
       receipt_id, paid_at, psp, hash, bytes, storage_key, serial, issued_on, declared_on, norm, words, noted_on, asked_at, 'system', asked_at
       FROM json_populate_recordset(NULL::eli4u.payment, $1) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
