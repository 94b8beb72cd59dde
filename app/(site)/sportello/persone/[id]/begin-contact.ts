'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayServe } from '#lib/access/counter.ts';
import { composition } from '#lib/composition.ts';
import { readBegin } from '#lib/http/counter/begin-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadCounter } from '../../load-counter.ts';
import { personPath } from '../../served-places.ts';

/** Says how somebody came and who asks: with that their page opens. */
export async function beginContactWith(id: string, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { session, unit } = await loadCounter();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const refused = (line: string) => again({ notice: { title: t('counter.refused'), lines: [line] } });
  const permission = mayServe(session, id);
  if (!permission.allowed) return refused(permission.reason.text[lang]);
  const { problems, ...asked } = readBegin(raw, t);
  if (problems.length > 0) return again({ problems });
  const begun = await composition().counter.begin({ agent: id, member: session.member, unit, ...asked });
  if (begun.kind !== 'begun') return refused(t(`counter.refused.${begun.kind}`));
  redirect(personPath(id));
}
