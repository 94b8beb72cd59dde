import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { ownPath } from '#lib/auth/own-path.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { AlreadyIn } from './already-in.tsx';
import { ByEmailWay } from './by-email-way.tsx';
import { DemoPersonas } from './demo-personas.tsx';
import { OidcForms } from './oidc-forms.tsx';
import { SignInProblem } from './sign-in-problem.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('signIn.title'), path: '/accedi', index: false });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** The way in: by the identity provider of the Comune, or as one of the invented people where the site runs for who tries it. */
export default async function SignInPage({ searchParams }: Props) {
  const { t } = await pageContext();
  const { signIn } = composition();
  if (signIn.kind === 'none') notFound();
  const asked = await searchParams;
  const returnTo = ownPath(one(asked['returnTo']));
  const session = await currentSession();
  return (
    <div className="container narrow sign-in">
      <h1>{t('signIn.title')}</h1>
      <SignInProblem code={one(asked['error'])} />
      {session && <AlreadyIn session={session} returnTo={returnTo} refused={one(asked['error']) !== undefined} />}
      {signIn.kind === 'demo' ? <DemoPersonas returnTo={returnTo} /> : <OidcForms returnTo={returnTo} />}
      <ByEmailWay returnTo={returnTo} />
    </div>
  );
}
