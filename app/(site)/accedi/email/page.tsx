import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { ownPath } from '#lib/auth/own-path.ts';
import { composition } from '#lib/composition.ts';
import type { FormView } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { askLinkFor } from './ask-link.ts';
import { WhatMay } from './what-may.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('byEmail.askTitle'), path: '/accedi/email', index: false });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Asks for a link by which to come in; what is answered is the same whatever the address. */
export default async function AskLinkPage({ searchParams }: Props) {
  const { t } = await pageContext();
  const { emailAccounts, signIn } = composition();
  if (signIn.kind === 'none') notFound();
  const asked = await searchParams;
  const returnTo = ownPath(one(asked['returnTo']));
  const said = one(asked['esito']);
  const again = `/accedi/email?${new URLSearchParams({ returnTo })}`;
  return (
    <div className="container narrow sign-in">
      <p className="desk-crumb">
        <a href={`/accedi?${new URLSearchParams({ returnTo })}`}>‹ {t('signIn.title')}</a>
      </p>
      {said === 'inviato' ? (
        <>
          <h1>{t('byEmail.sent')}</h1>
          <p role="status">{t('byEmail.sentText')}</p>
          <p>{t('byEmail.sentHelp')}</p>
          <p>
            <a href={again}>{t('byEmail.again')}</a>
          </p>
        </>
      ) : (
        <>
          <h1>{t('byEmail.askTitle')}</h1>
          {emailAccounts ? (
            <>
              <p className="lead">{t('byEmail.askLead')}</p>
              <AnsweredForm
                id="accesso"
                label={t('byEmail.askTitle')}
                answer={askLinkFor}
                start={{ form: linkForm(returnTo, t), problems: [], notice: null, turn: 0 }}
                words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
              />
            </>
          ) : (
            <p className="empty">{t('byEmail.notOffered')}</p>
          )}
          <WhatMay />
        </>
      )}
    </div>
  );
}

const linkForm = (returnTo: string, t: Translate): FormView => ({
  parts: [
    {
      kind: 'email',
      name: 'email',
      label: t('byEmail.address'),
      required: true,
      maxLength: 254,
      autoComplete: 'email',
    },
  ],
  hidden: [{ name: 'returnTo', value: returnTo }],
  buttons: [{ label: t('byEmail.send'), intent: 'send', manner: 'primary' }],
});
