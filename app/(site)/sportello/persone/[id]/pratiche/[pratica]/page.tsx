import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { PhaseDots } from '#app/_components/phase-dots.tsx';
import { composition } from '#lib/composition.ts';
import { one, type Query } from '../../../../../mia-pagina/own-page.ts';
import { CaseNow } from '../../../../../mia-pagina/pratiche/[id]/case-now.tsx';
import { Decision } from '../../../../../mia-pagina/pratiche/[id]/decision.tsx';
import { FiledAtCounter } from '../../../../../mia-pagina/pratiche/[id]/filed-at-counter.tsx';
import { MyDeliveries } from '../../../../../mia-pagina/pratiche/[id]/my-deliveries.tsx';
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
  const { view } = found;
  const { procedure, context, line } = view;
  const payments = await composition().payments.ofCase(pratica, found.mine.reach);
  const query = await searchParams;
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
          <CaseNow found={found} />
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
