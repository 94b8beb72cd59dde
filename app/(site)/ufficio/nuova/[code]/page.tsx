import type { Metadata } from 'next';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { startRequest } from '#app/_components/request/start-request.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { composition } from '#lib/composition.ts';
import { fileAtDesk } from './file-at-desk.ts';
import { loadDesk } from '../../load-desk.ts';

interface NewCasePageProps {
  params: Promise<{ code: string }>;
}

const typeOf = async (params: NewCasePageProps['params']) => {
  const { procedureTypes, today } = composition();
  return procedureTypes.findType((await params).code, today());
};

export async function generateMetadata({ params }: NewCasePageProps): Promise<Metadata> {
  const context = await pageContext();
  const type = await typeOf(params);
  if (!type) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: `${context.t('new.title')}: ${type.title[context.lang]}`,
    path: '/ufficio/nuova',
    index: false,
  });
}

/** The form of a request that an officer files for who stands at the counter, or has written. */
export default async function NewCasePage({ params }: NewCasePageProps) {
  const { t, lang } = await pageContext();
  const { session, organisation } = await loadDesk();
  const type = await typeOf(params);
  if (!type) return <Missing />;
  const permission = mayFileFor(session, { type, applicants: [null] }, organisation);
  return (
    <div className="container narrow request-page">
      <p className="desk-crumb">
        <a href="/ufficio/nuova">‹ {t('new.otherType')}</a>
      </p>
      <p className="kicker">{t('new.title')}</p>
      <h1>{type.title[lang]}</h1>
      {permission.allowed ? (
        <AnsweredForm
          id="richiesta"
          label={type.title[lang]}
          answer={fileAtDesk.bind(null, type.code)}
          start={await startRequest(type)}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ) : (
        <p className="empty">{permission.reason.text[lang]}</p>
      )}
    </div>
  );
}
