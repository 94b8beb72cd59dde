'use server';

import { redirect } from 'next/navigation';
import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { erasable } from '#lib/store/own-data/own-data-store.ts';
import { loadMine, minePath } from '../load-mine.ts';

/** Erases what was ticked, once whoever asks has said that they mean it. */
export async function eraseOwnOf(agent: string, before: FormState, data: FormData): Promise<FormState> {
  const { t } = await pageContext();
  const mine = await loadMine(agent);
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  if (mine.acting.agent !== agent || !mayAdminister(mine.session, agent))
    return again({
      notice: { title: t('own.refused'), lines: [t('own.notYoursToChange', { name: mine.acting.name })] },
    });
  const what = erasable.filter((one) => raw.all('what').includes(one));
  const problems = [
    ...(what.length === 0 ? [{ name: 'what', message: t('own.wrong.nothingTicked') }] : []),
    ...(raw.text('sure') === 'yes' ? [] : [{ name: 'sure', message: t('own.wrong.notSure') }]),
  ];
  if (problems.length > 0) return again({ problems });
  await composition().ownData.erase({ agent, by: mine.session.agent }, what);
  redirect(minePath('/mia-pagina/dati', mine, { fatto: 'erased' }));
}
