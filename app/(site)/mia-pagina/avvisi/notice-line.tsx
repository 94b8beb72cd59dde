import { DeliveryList } from '#app/_components/delivery-list.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import { caseNumber, notService, pathOf, reasonWords } from '#lib/relationship/notice-words.ts';
import type { ShownNotice } from '#lib/store/notifications/inbox.ts';
import { markNotices } from './mark-notices.ts';

/** One notice: what happened, in which case, when; whether it was read, and how it went out. @param whose of somebody whom they represent */
export async function NoticeLine({ notice, whose }: { notice: ShownNotice; whose: string | null }) {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const { id, about, type, title, at, readAt, deliveries } = notice;
  const ofType = (code: string, version: number) =>
    procedureTypes.versions(code).find((one) => one.type.version === version)?.type.title[lang] ?? code;
  const what = about.of === 'case' ? reasonWords[about.reason][lang] : t('notices.service');
  const named = about.of === 'service' ? ofType(about.code, about.version) : type && ofType(type.code, type.version);
  // A title begins with its type, in Italian: said once is enough.
  const ofWhat = title && named && title.startsWith(named) ? null : named;
  const by = about.of === 'case' && about.by ? t('notices.by', { day: weekdayWords(about.by, today())[lang] }) : null;
  const number =
    about.of === 'case'
      ? t('work.protocol', { number: caseNumber(about).split('/')[0] ?? '', year: String(about.year) })
      : null;
  return (
    <li className={readAt === null ? 'my-notice my-notice-new' : 'my-notice'} id={`avviso-${id}`}>
      <h2>
        <a href={pathOf(about)}>
          {what}
          {by ? `, ${by}` : ''}
        </a>
        {readAt === null ? <span className="my-new">{t('notices.new')}</span> : null}
      </h2>
      <p className="notice-about">
        {ofWhat}
        {ofWhat && title ? ' · ' : ''}
        {title ? <span lang="it">{title}</span> : null}
      </p>
      <p className="aside">
        {[instantInWords(new Date(at), lang), number, whose ? t('notices.for', { name: whose }) : null]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {about.of === 'case' && about.served ? <p className="notice-served">{notService[lang]}</p> : null}
      <DeliveryList deliveries={deliveries} />
      {readAt === null ? (
        <form action={markNotices}>
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            className="as-link"
            aria-label={t('notices.markReadOf', { what: [what, title, number].filter(Boolean).join(', ') })}
          >
            {t('notices.markRead')}
          </button>
        </form>
      ) : null}
    </li>
  );
}
