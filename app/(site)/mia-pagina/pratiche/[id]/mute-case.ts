'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { setMuted } from '#lib/store/notifications/mutes.ts';
import { loadMine } from '../../load-mine.ts';

/** Mutes a case that one sees, for oneself alone, or lets it be heard again. */
export async function muteCaseOf(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { session, reach } = await loadMine(undefined);
  const { pool, procedures, now } = composition();
  const id = raw.text('id');
  if (!(await procedures.hasCase(id, reach))) redirect('/mia-pagina');
  await setMuted(pool, session.agent, id, raw.text('wish') === 'mute', now());
  redirect(`/mia-pagina/pratiche/${id}#avvisi-pratica`);
}
