import type pg from 'pg';
import type { Action } from '#lib/procedures/cases/action.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { reason } from '#lib/procedures/cases/reason.ts';

/** That something was paid is not said by ticking it while what was asked stands open: pagoPA says it, or an officer notes how it was paid. */
export async function paymentBar(client: pg.ClientBase, procedure: string, action: Action): Promise<Reason | null> {
  if (action.kind !== 'advance' || !action.found.includes('paymentReceived')) return null;
  const { rowCount } = await client.query(
    `SELECT FROM eli4u.payment WHERE procedure_id = $1 AND state IN ('due', 'noticed', 'expired', 'failed') LIMIT 1`,
    [procedure],
  );
  return rowCount
    ? reason(
        'paymentOpen',
        'un pagamento chiesto per questa pratica non risulta ancora: arriva da pagoPA, oppure annota tra i pagamenti come è stato fatto',
        'a payment asked for this case is not there yet: it comes from pagoPA, or note among the payments how it was made',
      )
    : null;
}
