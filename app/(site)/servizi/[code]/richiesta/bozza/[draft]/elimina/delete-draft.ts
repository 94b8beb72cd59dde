'use server';

import { redirect } from 'next/navigation';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Ends a draft with all that waits with it. */
export async function deleteDraft(draft: string): Promise<void> {
  const session = await requireCitizen();
  await composition().requestDrafts.remove(session.agent, draft);
  redirect('/mia-pagina#bozze');
}
