'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayAskPayment } from '#lib/access/payments.ts';
import { composition } from '#lib/composition.ts';
import { readAsk, readElsewhere } from '#lib/http/desk-payment-forms.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { readStamp } from '#lib/http/payment-forms.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { owedWithFiling } from '#lib/procedures/payments/owed.ts';
import { doneAddress, formAgain } from './case-form.ts';
import { loadDesk } from './load-desk.ts';

/** What a form of the payments stands on; `refused` where who sends it may not. */
async function asker(before: FormState, data: FormData) {
  const { t, lang } = await pageContext();
  const desk = await loadDesk();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const view = await composition().procedures.findCase(raw.text('case'), desk.reach);
  const refused = (line: string): FormState => again({ notice: { title: t('pay.desk.refused'), lines: [line] } });
  if (!view) return { refused: refused(t('case.unknownText')) };
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const permission = mayAskPayment(desk.session, facts, desk.organisation);
  if (!permission.allowed) return { refused: refused(permission.reason.text[lang]) };
  const place = {
    procedure: view.procedure.id,
    reach: desk.reach,
    actor: { kind: 'officer', id: desk.session.member },
  } as const;
  const done = (): never => redirect(doneAddress(raw, view.procedure.id, 'payment', 'pagamenti'));
  return { raw, view, place, t, again, refuse: refused, done };
}

/** The office asks a party to pay. */
export async function askPaymentOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await asker(before, data);
  if (!form.raw) return form.refused;
  const { raw, view, place, t, again, refuse, done } = form;
  const read = readAsk(raw, { view, t });
  if ('problems' in read) return again({ problems: read.problems });
  const { fee, cents, payer } = read;
  const asked = await composition().payments.ask(place, {
    owed: { fee: fee.code, kind: fee.kind, due: fee.due },
    cents,
    payer,
  });
  switch (asked.kind) {
    case 'asked':
      return done();
    case 'askedAlready':
      return refuse(t('pay.desk.askedAlready'));
    case 'unknown':
      return refuse(t('case.unknownText'));
  }
}

/** An officer knows that it was paid in another way. */
export async function noteElsewhereOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await asker(before, data);
  if (!form.raw) return form.refused;
  const { raw, place, t, again, refuse, done } = form;
  const { payments, today } = composition();
  const read = readElsewhere(raw, today(), t);
  if ('problems' in read) return again({ problems: read.problems });
  const noted = await payments.notePaidElsewhere(place, { id: raw.text('payment'), ...read });
  return noted ? done() : refuse(t('pay.changedText'));
}

/** A request on paper bears its stamp: an officer notes which. */
export async function noteStampOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await asker(before, data);
  if (!form.raw) return form.refused;
  const { raw, view, place, t, again, refuse, done } = form;
  const { payments, today } = composition();
  const owed = owedWithFiling(view.context.type).find(
    ({ fee, part, kind }) => kind === 'stampDuty' && fee === raw.text('fee') && part === Number(raw.text('part')),
  );
  if (owed?.amount.kind !== 'cents') return refuse(t('pay.changedText'));
  const read = readStamp(raw, today(), t);
  if ('problems' in read) return again({ problems: read.problems });
  const noted = await payments.noteStamp(place, { owed: { ...owed, cents: owed.amount.cents }, stamp: read.stamp });
  if (noted.kind === 'noted') return done();
  if (noted.kind === 'unknown') return refuse(t('pay.changedText'));
  return again({ problems: [{ name: 'serial', message: t('pay.serialUsed') }] });
}
