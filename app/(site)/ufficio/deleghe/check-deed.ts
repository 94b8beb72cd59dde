'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayCheckDeeds } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadDesk } from '../load-desk.ts';

/** Confirms a deed, or refuses it with the reason that its bearer reads. */
export async function checkDeed(code: string, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { session } = await loadDesk();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const deed = await composition().delegations.find(code, { kind: 'officer', id: session.member });
  const permission = mayCheckDeeds(session, deed?.delegate.agent);
  if (!permission.allowed) return again({ notice: { title: t('own.refused'), lines: [permission.reason.text[lang]] } });
  const act = raw.text('intent') === 'confirm' ? ('confirm' as const) : ('refuse' as const);
  const reason = raw.text('reason').slice(0, 500);
  if (act === 'refuse' && reason === '')
    return again({ problems: [{ name: 'reason', message: t('own.wrong.reason') }] });
  const result = await composition().delegations.act({
    code,
    act,
    reason: act === 'refuse' ? reason : null,
    as: { side: 'office', member: session.member },
    actor: { by: `officer:${session.member}`, onBehalfOf: null },
  });
  if (result.kind === 'self') return again({ notice: { title: t('own.refused'), lines: [t('own.wrong.yourself')] } });
  redirect(`/ufficio/deleghe?fatto=${result.kind === 'done' ? act : result.kind}`);
}
