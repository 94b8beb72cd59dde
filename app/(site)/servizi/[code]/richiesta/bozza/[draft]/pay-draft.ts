'use server';

import { redirect } from 'next/navigation';
import { leavingPath, payingOf } from '#app/_components/payments/paying.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { readExempt, readOnline, readPaid, readPaper } from '#lib/http/payment-forms.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { owedWithFiling } from '#lib/procedures/payments/owed.ts';
import { owedName } from '#lib/procedures/payments/payment-words.ts';
import { paymentFor } from '#lib/procedures/payments/unsettled.ts';
import type { SaidResult } from '#lib/store/payments/payment-store.ts';
import { draftPath, receiptPath } from '../../draft-path.ts';
import { openDraft } from '../../open-draft.ts';

/** Which of what a draft costs. */
export interface OwedPlace {
  code: string;
  draft: string;
  fee: string;
  part: number;
}

/** What a form of the page of payments stands on; who is not signed in any more comes back to it afterwards. */
async function payer({ code, draft, fee, part }: OwedPlace, before: FormState, data: FormData) {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const found = await openDraft(code, draft);
  const here = draftPath(code, draft, 'pagamento');
  if (found.kind === 'signIn') redirect(`/accedi?${new URLSearchParams({ returnTo: here })}`);
  if (found.kind === 'filed') redirect(receiptPath(code, found.as));
  const changed = () => again({ notice: { title: t('pay.changed'), lines: [t('pay.changedText')] } });
  if (found.kind !== 'open') return { refused: changed() };
  const owed = owedWithFiling(found.open.type).find((one) => one.fee === fee && one.part === part);
  if (!owed) return { refused: changed() };
  const { session, type } = found.open;
  return { owed, session, type, raw, again, changed, here, t, lang };
}

/** They pay online: one notice however often it is pressed, and on to Checkout. */
export async function payOnline(place: OwedPlace, before: FormState, data: FormData): Promise<FormState> {
  const form = await payer(place, before, data);
  if (!form.raw) return form.refused;
  const { owed, session, type, raw, again, changed, t } = form;
  const read = readOnline(raw, { owed, t });
  if ('problems' in read) return again({ problems: read.problems });
  const description = t('pay.description', { fee: owedName(owed, 'it'), type: type.title.it });
  const paying = await payingOf(session.agent, read.email, description);
  if (!paying) return changed();
  const begun = await composition().payments.beginOfDraft(
    { owner: session.agent, draft: place.draft, owed, cents: read.cents },
    paying,
  );
  switch (begun.kind) {
    case 'begun':
      redirect(leavingPath(begun.id));
    case 'away':
      return again({ notice: { title: t('pay.away'), lines: [t('pay.awayText')] } });
    case 'notOffered':
      return again({
        notice: { title: t('pay.notOffered'), lines: [t(owed.kind === 'stampDuty' ? 'pay.off' : 'pay.offFee')] },
      });
    case 'settled':
      redirect(form.here);
    case 'unknown':
    case 'otherAmount':
      return changed();
  }
}

/** They have a stamp on paper. */
export async function declarePaper(place: OwedPlace, before: FormState, data: FormData): Promise<FormState> {
  const form = await payer(place, before, data);
  if (!form.raw) return form.refused;
  const { owed, session, raw, again, t } = form;
  if (owed.kind !== 'stampDuty' || owed.amount.kind !== 'cents') return form.changed();
  const { payments, today } = composition();
  const read = readPaper(raw, today(), t);
  if ('problems' in read) return again({ problems: read.problems });
  const at = { owner: session.agent, draft: place.draft, owed, cents: owed.amount.cents };
  return said(await payments.declareStamp(at, read.stamp), form);
}

/** They owe none. */
export async function sayExempt(place: OwedPlace, before: FormState, data: FormData): Promise<FormState> {
  const form = await payer(place, before, data);
  if (!form.raw) return form.refused;
  const { owed, session, raw, again, t } = form;
  if (owed.kind !== 'stampDuty' || owed.amount.kind !== 'cents') return form.changed();
  const read = readExempt(raw, t);
  if ('problems' in read) return again({ problems: read.problems });
  const at = { owner: session.agent, draft: place.draft, owed, cents: owed.amount.cents };
  return said(await composition().payments.claimExemption(at, read), form);
}

/** They have paid a fee in another way. */
export async function sayPaid(place: OwedPlace, before: FormState, data: FormData): Promise<FormState> {
  const form = await payer(place, before, data);
  if (!form.raw) return form.refused;
  const { owed, session, raw, again, t } = form;
  if (owed.kind === 'stampDuty') return form.changed();
  const { payments, today } = composition();
  const read = readPaid(raw, today(), { owed, t });
  if ('problems' in read) return again({ problems: read.problems });
  return said(
    await payments.sayPaid({ owner: session.agent, draft: place.draft, owed, cents: read.cents }, read),
    form,
  );
}

/** What they declared is not so. */
export async function takeBack(place: OwedPlace, data: FormData): Promise<void> {
  const nothing: FormState = { form: { parts: [], hidden: [], buttons: [] }, problems: [], notice: null, turn: 0 };
  const form = await payer(place, nothing, data);
  const here = draftPath(place.code, place.draft, 'pagamento');
  if (!form.raw) redirect(here);
  const { owed, session } = form;
  const { payments } = composition();
  const before = paymentFor(owed, await payments.ofDraft(session.agent, place.draft));
  if (before) await payments.withdraw({ owner: session.agent, draft: place.draft, owed, cents: before.cents });
  redirect(here);
}

type Open = Extract<Awaited<ReturnType<typeof payer>>, { raw: RawForm }>;

function said(result: SaidResult, { again, changed, here, owed, t }: Open): FormState {
  switch (result.kind) {
    case 'said':
      redirect(`${here}?${new URLSearchParams({ detto: `${owed.fee}-${owed.part}` })}#${owed.fee}-${owed.part}`);
    case 'serialUsed':
      return again({ problems: [{ name: 'serial', message: t('pay.serialUsed') }] });
    case 'settled':
      redirect(here);
    case 'unknown':
    case 'otherAmount':
      return changed();
  }
}
