import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { personForm } from '#lib/http/counter/person-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadCounter } from '../../load-counter.ts';
import { Refused } from '../../refused.tsx';
import { registerPerson } from './register-person.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const path = '/sportello/persone/nuova';
  return pageMetadata(context, { title: context.t('counter.new.title'), path, index: false });
}

/** Registers somebody whom the offices do not know yet, from the document that they show. */
export default async function NewPersonPage() {
  const { t } = await pageContext();
  const { permission } = await loadCounter();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  return (
    <div className="container narrow request-page">
      <p className="desk-crumb">
        <a href="/sportello">‹ {t('counter.title')}</a>
      </p>
      <h1>{t('counter.new.title')}</h1>
      <p className="lead">{t('counter.new.lead')}</p>
      <AnsweredForm
        id="persona"
        label={t('counter.new.title')}
        answer={registerPerson}
        start={{ form: personForm(rawForm(new FormData()), t), problems: [], notice: null, turn: 0 }}
        words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
      />
    </div>
  );
}
