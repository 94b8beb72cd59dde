'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { ownPath } from '#lib/auth/own-path.ts';
import { composition } from '#lib/composition.ts';
import { networkOf } from '#lib/http/client-address.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { freeLinks } from '#lib/http/links-asked.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { emailAddress } from '#lib/store/email-accounts/email-address.ts';

/** Has a link sent to an address. Whether it is somebody's, or had too many already, nobody learns here. */
export async function askLinkFor(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { emailAccounts, linksAsked, now } = composition();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  if (!emailAccounts) return again({ notice: { title: t('byEmail.title'), lines: [t('byEmail.notOffered')] } });
  const email = emailAddress(raw.text('email'));
  if (email === null) return again({ problems: [{ name: 'email', message: t('byEmail.addressWrong') }] });
  const network = networkOf(new Request('http://site', { headers: await headers() }));
  linksAsked.add(network);
  if (linksAsked.of(network) > freeLinks)
    return again({ notice: { title: t('byEmail.title'), lines: [t('byEmail.tooMany')] } });
  const asked = ownPath(raw.text('returnTo'));
  await emailAccounts.ask({ email, language: lang, returnTo: asked === '/' ? '/mia-pagina' : asked }, now());
  redirect(`/accedi/email?${new URLSearchParams({ returnTo: asked, esito: 'inviato' })}`);
}
