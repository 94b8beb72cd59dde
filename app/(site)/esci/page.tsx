import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { SignOutForm } from '#app/_components/sign-out-form.tsx';
import { currentSession, currentSessionId } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { OpenSessions } from './open-sessions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('signOut.title'), path: '/esci', index: false });
}

/** The way out; and, once out, that one is. */
export default async function SignOutPage() {
  const { t } = await pageContext();
  if (composition().signIn.kind === 'none') notFound();
  const session = await currentSession();
  const who = session && { kind: session.kind, id: session.kind === 'staff' ? session.member : session.agent };
  const open = who ? await composition().sessions.findOpen(who, new Date()) : [];
  return (
    <div className="container narrow prose">
      <h1>{session ? t('signOut.title') : t('signOut.done')}</h1>
      {session ? (
        <>
          <p>{t('signOut.ask', { name: session.name })}</p>
          <SignOutForm prominent />
          <OpenSessions sessions={open} here={await currentSessionId()} />
        </>
      ) : (
        <p>
          {t('signOut.doneText')} <a href="/accedi">{t('signOut.again')}</a>
        </p>
      )}
    </div>
  );
}
