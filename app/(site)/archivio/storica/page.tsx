import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { sensitivities } from '#lib/records/phase.ts';
import { listHistorical } from '#lib/store/keeping/historical.ts';
import { ArchivePage } from '../archive-page.tsx';
import { afterRecord, loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';
import { decideHistorical } from './decide-historical.ts';

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
        <form action={decideHistorical}>
          <button type="submit" name="what" value="transfer" className="btn btn-primary">
            {t('keeping.transfer')}
          </button>
        </form>
      ) : null}
      {lines.length > 0 ? <p>{t('keeping.historicalHow')}</p> : null}
      {lines.length === 0 ? <p className="empty">{t('keeping.historicalNone')}</p> : null}
      <ul className="plain keeping-list">
        {lines.map(({ record, code, title, closedOn, confirmed, publicTitle, sensitivity }) => (
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
            <form action={decideHistorical} className="fields-form">
              <input type="hidden" name="record" value={record} />
              <input type="hidden" name="after" value={after} />
              <p>
                <label htmlFor={`t-${record}`}>{t('keeping.publicTitle')}</label>
                <input id={`t-${record}`} name="title" lang="it" required maxLength={500} defaultValue={publicTitle} />
              </p>
              <p>
                <label htmlFor={`s-${record}`}>{t('keeping.sensitivity')}</label>
                <select id={`s-${record}`} name="sensitivity" defaultValue={sensitivity}>
                  {sensitivities.map((one) => (
                    <option key={one} value={one}>
                      {t(`keeping.sensitivity.${one}`)}
                    </option>
                  ))}
                </select>
              </p>
              <p className="keeping-check">
                <input id={`d-${record}`} name="despiteWords" type="checkbox" value="yes" />
                <label htmlFor={`d-${record}`}>{t('keeping.despiteWords')}</label>
              </p>
              <button type="submit" name="what" value="confirm" className="btn btn-outline-primary btn-sm">
                {t('keeping.confirmTitle')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <MoreLink href={last ? `?dopo=${last.record}` : null} />
    </ArchivePage>
  );
}
