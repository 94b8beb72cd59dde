import { mayReadByPermit } from '#lib/access/reading-permits.ts';
import { identityFirst } from '#lib/access/identity.ts';
import type { Session } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';
import { checksOf } from '#lib/store/identity/identity-checks.ts';
import { permitsOfProcedure } from '#lib/store/reading-permits/list-permits.ts';
import { pageContext } from './page-context.ts';

/** What somebody reads by the permits that a request of theirs brought; nothing where there are none in force. */
export async function ToRead({
  view,
  session,
  className = '',
}: {
  view: CaseView;
  session: Session;
  className?: string;
}) {
  if (!('readingPermit' in view.context.type)) return null;
  const { t, lang } = await pageContext();
  const { pool, today } = composition();
  const permits = await permitsOfProcedure(pool, view.procedure.id);
  if (session.kind !== 'citizen' || permits.length === 0) return null;
  const checks = await checksOf(pool, session.agent, { kind: 'citizen', id: session.agent });
  const may = permits.map((permit) => mayReadByPermit(session, [permit], checks, today()));
  const toRead = permits.filter((_, i) => may[i]?.allowed);
  const waits = may.find((one) => !one.allowed && one.reason.code === identityFirst.reason.code);
  if (toRead.length === 0)
    return waits ? <p className={`callout-plain ${className}`}>{t('identity.permitWaits')}</p> : null;
  return (
    <section className={className} aria-labelledby="to-read">
      <h2 id="to-read">{t('reading.yours')}</h2>
      <ul className="plain">
        {toRead.map(({ id, record, title, until }) => (
          <li key={id}>
            <a href={`/records/${record}/lettura`} lang="it">
              {title}
            </a>{' '}
            <span className="aside">{t('reading.until', { day: dayInWords(until, lang) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
