import type { Metadata } from 'next';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { startRequest } from '#app/_components/request/start-request.ts';
import { mayFileAs } from '#lib/access/filing.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import { loadType } from '../load-type.ts';
import { fileOnline } from './file-online.ts';
import { SignInFirst } from './sign-in-first.tsx';

interface RequestPageProps {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const context = await pageContext();
  const type = loadType((await params).code);
  if (!type) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: `${context.t('request.title')}: ${type.title[context.lang]}`,
    path: `/servizi/${type.code}/richiesta`,
    index: false,
  });
}

/** The form of a request, for who has signed in. */
export default async function RequestPage({ params, searchParams }: RequestPageProps) {
  const { t, lang } = await pageContext();
  const type = loadType((await params).code);
  if (!type) return <Missing />;
  const unit = (await searchParams)['unita'];
  const about = typeof unit === 'string' ? await titleOf(unit) : null;
  const session = await currentSession();
  return (
    <div className="container narrow request-page">
      <p className="desk-crumb">
        <a href={`/servizi/${type.code}`}>‹ {type.title[lang]}</a>
      </p>
      <p className="kicker">{t('request.title')}</p>
      <h1>{type.title[lang]}</h1>
      {about ? (
        <p className="callout-plain">
          {t('request.about')} <a href={`/records/${about.id}`}>{about.title}</a>
        </p>
      ) : null}
      {!isOnline(type) ? (
        <p className="empty">{t('request.notOnline')}</p>
      ) : session?.kind === 'citizen' ? (
        <AnsweredForm
          id="richiesta"
          label={type.title[lang]}
          answer={fileOnline.bind(null, type.code)}
          start={await startRequest(
            type,
            { kind: 'web', name: session.name, represents: mayFileAs(session, type.code) },
            about?.id ?? null,
          )}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ) : (
        <SignInFirst staff={session?.kind === 'staff'} />
      )}
    </div>
  );
}

/** The unit that the request starts from, where the public may know of it. */
async function titleOf(id: string): Promise<{ id: string; title: string } | null> {
  const found = await composition().store.findRecord(id);
  return found?.state === 'found' ? { id, title: found.value.title } : null;
}
