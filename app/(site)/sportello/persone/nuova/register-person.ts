'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { personForm, readPerson } from '#lib/http/counter/person-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadCounter } from '../../load-counter.ts';
import { personPath } from '../../served-places.ts';

/** Registers somebody, or leads to them where they are known: their page opens as any other, once it is said why. */
export async function registerPerson(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { session, permission } = await loadCounter();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  if (!permission.allowed)
    return again({ notice: { title: t('counter.refused'), lines: [permission.reason.text[lang]] } });
  const { counter, today } = composition();
  const { person, problems } = readPerson(raw, today(), t);
  if (!person) return again({ problems });
  const result = await counter.register(person, session.member);
  if (result.kind === 'similar')
    return {
      form: personForm(raw, t, true),
      problems: [{ name: 'another', message: t('counter.wrong.similar') }],
      notice: null,
      turn: turnAfter(before),
    };
  redirect(personPath(result.id));
}
