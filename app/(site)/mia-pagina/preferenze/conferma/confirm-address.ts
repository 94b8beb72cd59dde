'use server';

import { redirect } from 'next/navigation';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { confirmAddress } from '#lib/store/notifications/addresses.ts';
import { linkOf } from './link-of.ts';

/** Takes the address into use. */
export async function confirmAddressOf(data: FormData): Promise<void> {
  const session = await requireCitizen();
  const link = await linkOf(session, rawForm(data).text('t'));
  const { pool, now } = composition();
  if (link && (await confirmAddress(pool, session.agent, link.email, now())))
    redirect('/mia-pagina/preferenze?fatto=confirmed');
  redirect('/mia-pagina/preferenze/conferma?esito=no');
}
