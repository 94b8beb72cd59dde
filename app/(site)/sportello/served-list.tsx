import { pageContext } from '#app/_components/page-context.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { channelWords, outcomeWords } from '#lib/relationship/contact-words.ts';
import type { Served } from '#lib/store/counter/counter-store.ts';
import { personPath } from './served-places.ts';

/** Whom one has served last; contacts that are still open first. */
export async function ServedList({ served }: { served: readonly Served[] }) {
  const { t, lang } = await pageContext();
  return (
    <section aria-labelledby="serviti" className="counter-found">
      <h2 id="serviti">{t('counter.served')}</h2>
      {served.length === 0 ? <p className="empty">{t('counter.nobodyServed')}</p> : null}
      <ul className="counter-people">
        {served.map(({ contact, name }) => (
          <li key={contact.code}>
            <a href={personPath(contact.agent)}>{name}</a>
            <span className="aside">
              {instantInWords(contact.begunAt, lang)} · {channelWords[contact.channel][lang]} ·{' '}
              {contact.closedAt === null ? (
                <strong>{t('counter.open')}</strong>
              ) : contact.outcome ? (
                outcomeWords[contact.outcome][lang]
              ) : (
                t('counter.closedOpen')
              )}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a className="btn btn-outline-primary" href="/sportello/persone/nuova">
          {t('counter.new.title')}
        </a>
      </p>
    </section>
  );
}
