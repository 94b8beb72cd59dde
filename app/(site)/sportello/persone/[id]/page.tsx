import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { beginForm } from '#lib/http/counter/begin-form.ts';
import { askedPages } from '#lib/http/my-pages.ts';
import { one, type Query } from '../../../mia-pagina/own-page.ts';
import { loadPerson } from '../../load-person.ts';
import { Refused } from '../../refused.tsx';
import { personPath } from '../../served-places.ts';
import { beginContactWith } from './begin-contact.ts';
import { ContactPane } from './contact-pane.tsx';
import { ContactSteps } from './contact-steps.tsx';
import { TheirPage } from './their-page.tsx';
import { WhoTheyAre } from './who-they-are.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  return pageMetadata(context, { title: context.t('counter.title'), path: personPath(id), index: false });
}

/** Somebody at the counter: who they are, what they have running as they see it, the contact as it is written. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const at = await loadPerson(id);
  if (at.kind === 'missing') return <Missing />;
  if (at.kind === 'refused') return <Refused reason={at.reason} />;
  const crumb = (
    <p className="desk-crumb">
      <a href="/sportello">‹ {t('counter.title')}</a>
    </p>
  );
  if (at.kind === 'toBegin')
    return (
      <div className="container narrow">
        {crumb}
        <h1>{at.name}</h1>
        <p className="lead">{t('counter.beginLead')}</p>
        <AnsweredForm
          id="contatto"
          label={t('counter.begin')}
          answer={beginContactWith.bind(null, id)}
          start={{ form: beginForm(t, lang), problems: [], notice: null, turn: 0 }}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      </div>
    );
  const { served } = at;
  const query = await searchParams;
  return (
    <div className="counter-person">
      <header className="counter-head">
        {crumb}
        <h1>{served.person.name}</h1>
        {query['fatto'] === 'salvato' ? (
          <p className="desk-done" role="status">
            {t('counter.saved')}
          </p>
        ) : null}
      </header>
      <ContactSteps contact={served.contact} />
      <div className="counter-panes">
        <WhoTheyAre served={served} />
        <TheirPage served={served} asked={askedPages(query)} />
        <ContactPane served={served} after={one(query['contatti'])} />
      </div>
    </div>
  );
}
