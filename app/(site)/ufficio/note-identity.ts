'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayNoteIdentity } from '#lib/access/identity.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { readIdentity } from '#lib/http/identity-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { noteIdentity } from '#lib/store/identity/identity-checks.ts';
import { formAgain } from './case-form.ts';
import { loadDesk } from './load-desk.ts';

/** Who handles a request saw a document of who filed it by e-mail. */
export async function noteIdentityOf(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const { procedures, pool, now, today } = composition();
  const { session, reach, organisation } = await loadDesk();
  const view = await procedures.findCase(raw.text('case'), reach);
  const applicant = view?.parties.find(({ role }) => role === 'applicant');
  if (!view || !applicant || view.procedure.filing.identification !== 'verifiedEmail')
    return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const { procedure, context } = view;
  const permission = mayNoteIdentity(session, caseFacts(procedure, context.type, context.catalogue), organisation);
  if (!permission.allowed)
    return again({ notice: { title: t('case.notYours'), lines: [permission.reason.text[lang]] } });
  const seen = readIdentity(raw, today(), t);
  if (Array.isArray(seen)) return again({ problems: seen });
  const keeper = { by: `officer:${session.member}`, now: now(), today: today() };
  await noteIdentity(pool, { procedure: procedure.id, agent: applicant.agent, ...seen }, keeper);
  redirect(`/ufficio/pratiche/${procedure.id}?fatto=identity#pratica`);
}
