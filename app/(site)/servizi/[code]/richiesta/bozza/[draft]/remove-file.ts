'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { draftPath } from '../../draft-path.ts';

/** Takes a file out of a draft. */
export async function removeFile(place: { code: string; draft: string; step: string }, data: FormData): Promise<void> {
  const session = await requireCitizen();
  const file = rawForm(data).text('file');
  await composition().requestDrafts.removeFile(session.agent, place.draft, file);
  const said = new URLSearchParams({ tolto: file });
  redirect(`${draftPath(place.code, place.draft, place.step)}?${said}#allegati`);
}
