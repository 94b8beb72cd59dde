import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { PhaseDots } from '#app/_components/phase-dots.tsx';
import { composition } from '#lib/composition.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import { dueWords } from '#lib/projections/due-words.ts';
import { one, type Query } from '../../../../../mia-pagina/own-page.ts';
import { Decision } from '../../../../../mia-pagina/pratiche/[id]/decision.tsx';
import { FiledAtCounter } from '../../../../../mia-pagina/pratiche/[id]/filed-at-counter.tsx';
import { MyDeliveries } from '../../../../../mia-pagina/pratiche/[id]/my-deliveries.tsx';
import { NextStep } from '../../../../../mia-pagina/next-step.tsx';
import { MyDocuments } from '../../../../../mia-pagina/pratiche/[id]/my-documents.tsx';
import { MyPayments } from '../../../../../mia-pagina/pratiche/[id]/my-payments.tsx';
import { MyTimeline } from '../../../../../mia-pagina/pratiche/[id]/my-timeline.tsx';
import { WhoHasIt } from '../../../../../mia-pagina/pratiche/[id]/who-has-it.tsx';
import { loadServedCase } from '../../../../load-person.ts';
import { NotOpen } from '../../../../not-open.tsx';
import { personPath } from '../../../../served-places.ts';
import { ContactSteps } from '../../contact-steps.tsx';
import { AskedOfThem } from './asked-of-them.tsx';

interface Props {
  params: Promise<{ id: string; pratica: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const context = await pageContext();
  const { id, pratica } = await params;
  const path = `${personPath(id)}/pratiche/${encodeURIComponent(pratica)}`;
  return pageMetadata(context, { title: context.t('counter.caseTitle'), path, index: false });
}

/** A case with who stands at the counter: as they see it, to be read; what the front office does about it, at the desk. */
export default async function ServedCasePage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { id, pratica } = await params;
  const at = await loadServedCase(id, pratica);
  if (at.kind !== 'open') return <NotOpen at={at} id={id} />;
  const { served, found } = at;
  const { view, places, asked } = found;
  const { procedure, context, line } = view;
  const { today, payments: paymentStore } = composition();
  const payments = await paymentStore.ofCase(pratica, found.mine.reach);
  const query = await searchParams;
  const state = citizenStateOf(procedure, context);
  const due = dueWords(line, today());
  return (
    <div className="container my-case-page">
      <p className="desk-crumb">
        <a href={personPath(id)}>‹ {served.person.name}</a>
      </p>
      <ContactSteps contact={served.contact} />
      <p className="kicker">
        {t('work.protocol', {
          number: String(line.protocol.number).padStart(7, '0'),
          year: String(line.protocol.year),
        })}
      </p>
      <h1>{context.type.title[lang]}</h1>
      <p className="my-subject" lang="it">
        {line.title}
      </p>
      <p className="aside">
        {t('counter.asTheySee')} <a href={`/ufficio/pratiche/${procedure.id}`}>{t('counter.toDesk')}</a>
      </p>
      <PhaseDots procedure={procedure} catalogue={context.catalogue} t={t} lang={lang} />
      <AskedOfThem found={found} id={id} />
      <div className="my-case-columns">
        <div>
          <section className="my-now" aria-labelledby="stato">
            <h2 id="stato">{state.title[lang]}</h2>
            <p>{state.text[lang]}</p>
            {state.todo && !asked ? (
              <p className="my-todo">
                <strong>{t('mine.todo')}</strong> {state.todo.what[lang]}
                {state.todo.by ? ` · ${t('mine.by', { day: weekdayWords(state.todo.by, today())[lang] })}` : ''}
              </p>
            ) : null}
            <NextStep handled={view} line={line} t={t} lang={lang} />
            <p className={`my-due heat-${due.heat}`}>
              <span className="work-due">{due.words[lang]}</span>{' '}
              {procedure.legal ? <a href={places.term}>{t('case.why')}</a> : null}
            </p>
          </section>
          <Decision found={found} />
          <MyDeliveries found={found} />
          <MyTimeline found={found} before={Number(one(query['prima'])) || undefined} />
        </div>
        <div>
          <WhoHasIt found={found} />
          <FiledAtCounter found={found} />
          <MyPayments found={found} payments={payments} />
          <MyDocuments found={found} />
        </div>
      </div>
    </div>
  );
}
