import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { loadDesk } from '../load-desk.ts';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('desk.waiting'), path: '/ufficio/messaggi', index: false });
}

/** The cases in which somebody waits to be read, who has waited longest first. */
export default async function UnreadPage({ searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { reach } = await loadDesk();
  const { procedures, procedureTypes, staff } = composition();
  const after = (await searchParams)['dopo'];
  const page = { after: typeof after === 'string' ? after : undefined };
  const { cases, next } = await procedures.messages.listUnreadCases(reach, page);
  const names = await staff.namesOfMembers(cases.flatMap(({ assignee }) => (assignee ? [assignee] : [])));
  const units = procedureTypes.units();
  return (
    <div className="container narrow unread-page">
      <p className="desk-crumb">
        <a href="/ufficio">‹ {t('work.title')}</a>
      </p>
      <h1>{t('desk.waiting')}</h1>
      <p>{t(cases.length > 0 ? 'desk.waitingLead' : 'desk.waitingNone')}</p>
      <ol className="work-list">
        {cases.map(({ procedure, title, applicant, unit, assignee, since }) => (
          <li key={procedure} className="work-line work-line-plain">
            <div>
              <a className="work-link" href={`/ufficio/pratiche/${procedure}#messaggi`} lang="it">
                {title}
              </a>
              <p className="work-facts">
                {applicant ? <span>{applicant}</span> : null}
                <span>{units.get(unit)?.[lang] ?? unit}</span>
                <span>{assignee ? (names.get(assignee) ?? t('history.system')) : t('work.nobody')}</span>
              </p>
              <p className="work-facts">
                <span>{t('desk.waitingSince', { at: instantInWords(new Date(since), lang) })}</span>
              </p>
            </div>
          </li>
        ))}
      </ol>
      {next ? (
        <nav className="work-pages" aria-label={t('work.pages')}>
          <a href={`/ufficio/messaggi?${new URLSearchParams({ dopo: next })}`}>{t('work.next')}</a>
        </nav>
      ) : null}
    </div>
  );
}
