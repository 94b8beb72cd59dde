import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { askedPages } from '#lib/http/my-pages.ts';
import { loadMine, minePath } from './load-mine.ts';
import { MyDrafts } from './my-drafts.tsx';
import { OpenPayments } from './open-payments.tsx';
import { MySections } from './my-sections.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('mine.title'), path: '/mia-pagina', index: false });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * What needs me now, what runs and what is concluded, whatever the channel it came by (CAD art. 41 c. 2-quater). The first page has something of
 * each; what follows of one section has the page to itself.
 */
export default async function MyPage({ searchParams }: Props) {
  const { t } = await pageContext();
  const asked = await searchParams;
  const mine = await loadMine(one(asked['per']));
  const { payments, procedures, requestDrafts } = composition();
  const whose = { agent: mine.acting.agent, reader: mine.session.agent, reach: mine.reach };
  const { first, pages } = askedPages(asked);
  // Of these none waits for another: 5 ms of the 45 of a page (2026-11-26).
  const [cases, open, drafts] = await Promise.all([
    procedures.readMine(whose, pages),
    first ? payments.openOf(whose.agent, whose.reach) : [],
    first ? requestDrafts.list(whose.reader, whose.agent) : [],
  ]);
  const { counts, unread } = cases;
  const total = counts.needsMe + counts.running + counts.concluded;
  return (
    <div className="container my-page">
      <header className="my-heading">
        <h1>
          {mine.acting.agent === mine.session.agent ? t('mine.hello', { name: mine.session.name }) : mine.acting.name}
        </h1>
      </header>
      {unread > 0 ? (
        <p className="my-doors">
          <a href={minePath('/mia-pagina/messaggi', mine)}>
            {t('talk.title')}
            <span className="my-new">{t('talk.new', { count: unread })}</span>
          </a>
        </p>
      ) : null}
      {total === 0 ? (
        <div className="empty">
          <p>{t('mine.nothing')}</p>
          <p>
            <a className="btn btn-primary" href="/servizi">
              {t('mine.start')}
            </a>
          </p>
        </div>
      ) : null}
      {first ? null : (
        <p>
          <a href={minePath('/mia-pagina', mine)}>‹ {t('mine.backToFirst')}</a>
        </p>
      )}
      <OpenPayments open={open} />
      <MySections
        cases={cases}
        needsThem={t('mine.needsMe')}
        noneRunning={first && total > 0 ? t('mine.noneRunning') : null}
        pathOf={(cursor) => minePath('/mia-pagina', mine, cursor)}
      />
      <MyDrafts drafts={drafts} />
      {total > 0 ? (
        <p className="my-start">
          <a className="btn btn-outline-primary" href="/servizi">
            {t('mine.start')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
