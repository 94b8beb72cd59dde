import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { startRequest } from '#app/_components/request/start-request.ts';
import { composition } from '#lib/composition.ts';
import { loadPerson } from '../../../../load-person.ts';
import { NotOpen } from '../../../../not-open.tsx';
import { personPath } from '../../../../served-places.ts';
import { ContactSteps } from '../../contact-steps.tsx';
import { mayFileWith } from '../may-file-with.ts';
import { fileFor } from './file-for.ts';
import { servedApplicant } from './served-applicant.ts';

interface Props {
  params: Promise<{ id: string; code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  return pageMetadata(context, { title: context.t('counter.start'), path: `${personPath(id)}/nuova`, index: false });
}

/** The form of a request for who stands at the counter: they are known, and how they were identified is noted. */
export default async function FileForPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { id, code } = await params;
  const at = await loadPerson(id);
  const { procedureTypes, today } = composition();
  const type = procedureTypes.findType(code, today());
  if (at.kind !== 'open') return <NotOpen at={at} id={id} />;
  if (!type) return <Missing />;
  const { served } = at;
  const permission = mayFileWith(served, type);
  return (
    <div className="container narrow request-page">
      <p className="desk-crumb">
        <a href={`${personPath(id)}/nuova`}>‹ {t('new.otherType')}</a>
      </p>
      <ContactSteps contact={served.contact} />
      <p className="kicker">{t('counter.startFor', { name: served.person.name })}</p>
      <h1>{type.title[lang]}</h1>
      {permission.allowed ? (
        <AnsweredForm
          id="richiesta"
          label={type.title[lang]}
          answer={fileFor.bind(null, { id, code: type.code })}
          start={await startRequest(type, await servedApplicant(served))}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ) : (
        <p className="empty">{permission.reason.text[lang]}</p>
      )}
    </div>
  );
}
