import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { listHistorical } from '#lib/store/keeping/historical.ts';
import { ArchivePage } from '../archive-page.tsx';
import { afterRecord, loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';
import { firstState, formWords } from '../form-words.ts';
import { confirmPublicTitle, transferConfirmed } from './decide-historical.ts';
import { titleForm } from './title-form.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('keeping.historical'), path: '/archivio/storica', index: false });
}

const pageOf = 20;

/** What the clock proposes for the historical section, each with its public title to be confirmed. */
export default async function Historical({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission, keeper } = await loadArchive();
  const { dopo, detto } = await searchParams;
  const after = afterRecord(dopo);
  const lines = permission.allowed ? await listHistorical(composition().pool, after, keeper, pageOf) : [];
  const last = lines.length === pageOf ? lines.at(-1) : undefined;
  return (
    <ArchivePage title={t('keeping.historical')} lead={t('keeping.historicalLead')} said={detto}>
      {lines.some(({ confirmed }) => confirmed) ? (
        <form action={transferConfirmed}>
          <button type="submit" className="btn btn-primary">
            {t('keeping.transfer')}
          </button>
        </form>
      ) : null}
      {lines.length > 0 ? <p>{t('keeping.historicalHow')}</p> : null}
      {lines.length === 0 ? <p className="empty">{t('keeping.historicalNone')}</p> : null}
      <ul className="plain keeping-list">
        {lines.map((line) => {
          const { record, code, title, closedOn, confirmed } = line;
          return (
            <li key={record}>
              <p>
                <a href={`/archivio/fascicoli/${record}`} lang="it">
                  {title}
                </a>
              </p>
              <p className="aside">
                {code} · {t('keeping.closedOn', { day: dayInWords(closedOn, lang) })} ·{' '}
                {t(confirmed ? 'keeping.titleConfirmed' : 'keeping.titleDraft')}
              </p>
              <AnsweredForm
                id={`titolo-${record}`}
                label={t('keeping.confirmTitleOf', { title })}
                answer={confirmPublicTitle}
                start={firstState(titleForm(line, after, t))}
                words={formWords(t)}
              />
            </li>
          );
        })}
      </ul>
      <MoreLink href={last ? `?dopo=${last.record}` : null} />
    </ArchivePage>
  );
}
