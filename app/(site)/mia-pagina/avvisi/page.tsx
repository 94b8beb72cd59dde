import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { toldAs } from '#lib/access/told-as.ts';
import { composition } from '#lib/composition.ts';
import { noticesKeptMonths } from '#lib/relationship/notice-retention.ts';
import { listNotices } from '#lib/store/notifications/inbox.ts';
import { loadMine } from '../load-mine.ts';
import { markNotices } from './mark-notices.ts';
import { NoticeLine } from './notice-line.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('notices.title'), path: '/mia-pagina/avvisi', index: false });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** All that was told to somebody and to whom they represent, and by which ways: the log of what went out is theirs to read. */
export default async function Notices({ searchParams }: Props) {
  const { t } = await pageContext();
  const mine = await loadMine(undefined);
  const { prima } = await searchParams;
  const before = typeof prima === 'string' && /^\d{1,15}$/.test(prima) ? Number(prima) : null;
  const { notices, next } = await listNotices(composition().pool, toldAs(mine.session), { before });
  const [newest] = notices;
  const names = new Map(mine.choices.map(({ agent, name }) => [agent, name]));
  return (
    <div className="container my-page notices-page">
      <header className="my-heading">
        <h1>{t('notices.title')}</h1>
        {newest && notices.some(({ readAt }) => readAt === null) ? (
          <form action={markNotices}>
            <input type="hidden" name="upTo" value={newest.id} />
            <button type="submit" className="btn btn-outline-primary">
              {t('notices.markAll')}
            </button>
          </form>
        ) : null}
      </header>
      <p className="notices-lead">{t('notices.lead')}</p>
      {notices.length === 0 ? <p className="empty">{t('notices.none')}</p> : null}
      <ol className="my-notices">
        {notices.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            whose={notice.agent === mine.session.agent ? null : (names.get(notice.agent) ?? null)}
          />
        ))}
      </ol>
      <p className="aside">{t('notices.kept', { months: noticesKeptMonths })}</p>
      <p className="notices-pages">
        {before !== null ? <a href="/mia-pagina/avvisi">{t('notices.backToFirst')}</a> : null}
        {next !== null ? <a href={`/mia-pagina/avvisi?prima=${next}`}>{t('notices.older')}</a> : null}
      </p>
    </div>
  );
}
