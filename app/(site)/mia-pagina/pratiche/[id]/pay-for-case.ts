'use server';

import { redirect } from 'next/navigation';
import { leavingPath, payingOf } from '#app/_components/payments/paying.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayPay } from '#lib/access/payments.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { readOnline } from '#lib/http/payment-forms.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import { sessionOver } from './session-over.ts';

/** They pay what the office asked: on to Checkout, by one notice however often it is pressed. */
export async function payForCase(id: string, payment: string, before: FormState, data: FormData): Promise<FormState> {
  const { t } = await pageContext();
  const { procedures, organisation, payments } = composition();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const session = await currentSession();
  if (session?.kind !== 'citizen') return again({ notice: sessionOver(`/mia-pagina/pratiche/${id}`, t) });
  const reach = reachOf(session, organisation());
  const view = await procedures.findCase(id, reach);
  const asked = view ? (await payments.ofCase(id, reach)).find((one) => one.id === payment) : undefined;
  if (!view || !asked || !mayPay(session, asked, view.procedure.type.code))
    return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const owed = { kind: asked.kind, amount: { kind: 'cents' as const, cents: asked.cents } };
  const read = readOnline(raw, { owed, t });
  if ('problems' in read) return again({ problems: read.problems });
  const { type } = view.context;
  const description = t('pay.description', { fee: feeLabel(type, asked).it, type: type.title.it });
  const paying = await payingOf(asked.payer, read.email, description);
  const begun = paying ? await payments.begin(asked.id, paying) : { kind: 'unknown' as const };
  switch (begun.kind) {
    case 'begun':
      redirect(leavingPath(begun.id));
    case 'away':
      return again({ notice: { title: t('pay.away'), lines: [t('pay.awayText')] } });
    case 'notOffered':
      return again({ notice: { title: t('pay.notOffered'), lines: [t('pay.offFee')] } });
    case 'settled':
      redirect(`/mia-pagina/pratiche/${id}#pagamenti`);
    case 'unknown':
    case 'otherAmount':
      return again({ notice: { title: t('pay.changed'), lines: [t('pay.changedText')] } });
  }
}
