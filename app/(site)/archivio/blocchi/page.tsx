import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { listHolds } from '#lib/store/keeping/legal-holds.ts';
import { ArchivePage } from '../archive-page.tsx';
import { listId, loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';
import { decideHold } from './decide-hold.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('keeping.holds'), path: '/archivio/blocchi', index: false });
}

const pageOf = 50;

/** Legal holds in force, and the way to set one. */
export default async function Holds({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const { pool, staff } = composition();
  const { prima, detto } = await searchParams;
  const holds = permission.allowed ? await listHolds(pool, listId(prima), pageOf) : [];
  const names = await staff.namesOfMembers(holds.map(({ setBy }) => setBy.replace(/^officer:/, '')));
  const last = holds.length === pageOf ? holds.at(-1) : undefined;
  return (
    <ArchivePage title={t('keeping.holds')} lead={t('keeping.holdsLead')} said={detto}>
      <h2>{t('keeping.holdNew')}</h2>
      <form action={decideHold} className="fields-form keeping-step">
        <p>
          <label htmlFor="record">{t('keeping.holdRecord')}</label>
          <input id="record" name="record" required maxLength={200} aria-describedby="record-help" />
          <span id="record-help" className="aside">
            {t('keeping.holdRecordHelp')}
          </span>
        </p>
        <p>
          <label htmlFor="reason">{t('keeping.reason')}</label>
          <input id="reason" name="reason" required maxLength={1000} aria-describedby="reason-help" />
          <span id="reason-help" className="aside">
            {t('keeping.holdReasonHelp')}
          </span>
        </p>
        <button type="submit" className="btn btn-primary">
          {t('keeping.holdSet')}
        </button>
      </form>
      <h2>{t('keeping.holdsHere')}</h2>
      {holds.length === 0 ? <p className="empty">{t('keeping.holdsNone')}</p> : null}
      <ul className="plain keeping-list">
        {holds.map(({ id, record, code, title, reason, setBy, setAt }) => (
          <li key={id}>
            <p>
              <a href={`/archivio/fascicoli/${record}`} lang="it">
                {title}
              </a>
            </p>
            <p className="aside">
              {code} · {reason} · {names.get(setBy.replace(/^officer:/, '')) ?? setBy},{' '}
              {instantInWords(new Date(setAt), lang)}
            </p>
            <form action={decideHold} className="keeping-decide">
              <input type="hidden" name="hold" value={id} />
              <label htmlFor={`r-${id}`}>
                {t('keeping.reason')} <span className="visually-hidden">{t('keeping.of', { title })}</span>
              </label>
              <input id={`r-${id}`} name="reason" required maxLength={1000} />
              <button
                type="submit"
                className="btn btn-outline-primary btn-sm"
                aria-label={t('keeping.doTo', { what: t('keeping.holdLift'), title })}
              >
                {t('keeping.holdLift')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <MoreLink href={last ? `?prima=${last.id}` : null} />
    </ArchivePage>
  );
}
