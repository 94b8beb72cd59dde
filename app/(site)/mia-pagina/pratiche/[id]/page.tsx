import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { PhaseDots } from '#app/_components/phase-dots.tsx';
import { ToRead } from '#app/_components/to-read.tsx';
import { composition } from '#lib/composition.ts';
import { loadMyCase } from '../../load-my-case.ts';
import { one } from '../../own-page.ts';
import { CaseNow } from './case-now.tsx';
import { AskedSection } from './asked-section.tsx';
import { Decision } from './decision.tsx';
import { FiledAtCounter } from './filed-at-counter.tsx';
import { MuteSection } from './mute-section.tsx';
import { MyDeliveries } from './my-deliveries.tsx';
import { MyDocuments } from './my-documents.tsx';
import { MyIdentity } from './my-identity.tsx';
import { MyPayments, MyPaymentsDue } from './my-payments.tsx';
import { MyTimeline } from './my-timeline.tsx';
import { WhoHasIt } from './who-has-it.tsx';
import { WriteSection } from './write-section.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const found = await loadMyCase(id);
  if (!found) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: found.view.context.type.title[context.lang],
    path: `/mia-pagina/pratiche/${id}`,
    index: false,
  });
}

/** One case as a conversation in time: what I must do pinned, what happened with the newest on top, documents beside. */
export default async function MyCasePage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const found = await loadMyCase(id);
  if (!found) return <Missing />;
  const query = await searchParams;
  const { mine, view } = found;
  const { procedure, context, line } = view;
  const { procedures, payments: paymentStore } = composition();
  await procedures.noteSeen(mine.session.agent, id);
  const payments = await paymentStore.ofCase(id, mine.reach);
  const prima = one(query['prima']) ?? '';
  const before = /^\d{1,9}$/.test(prima) ? Number(prima) : undefined;
  return (
    <div className="container my-case-page">
      <p className="desk-crumb">
        <a href="/mia-pagina">‹ {t('mine.title')}</a>
      </p>
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
      <PhaseDots procedure={procedure} catalogue={context.catalogue} t={t} lang={lang} />
      {query['fatto'] === 'messaggio' ? (
        <p className="desk-done" role="status">
          {t('talk.sent')}
        </p>
      ) : null}
      <AskedSection found={found} />
      <MyPaymentsDue found={found} payments={payments} />
      <div className="my-case-columns">
        <div>
          <CaseNow found={found} />
          <Decision found={found} />
          <MyDeliveries found={found} />
          <WriteSection found={found} />
          <MyTimeline found={found} before={before} />
        </div>
        <div>
          <WhoHasIt found={found} />
          <MyIdentity found={found} />
          <FiledAtCounter found={found} />
          <ToRead view={found.view} session={found.mine.session} />
          <MyPayments found={found} payments={payments} />
          <MyDocuments found={found} />
          <MuteSection found={found} />
        </div>
      </div>
    </div>
  );
}
