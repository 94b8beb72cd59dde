import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { AskedFor } from '#lib/relationship/asked-for.ts';
import type { FoundPerson, PeoplePage } from '#lib/store/counter/counter-store.ts';
import { PagesNav } from '../mia-pagina/pages-nav.tsx';
import { personPath } from './served-places.ts';

/** Those who were found, with what tells them apart and no more: whose page is opened is asked and written down first. */
export async function FoundPeople({
  written,
  asked,
  page,
  first,
}: {
  written: string;
  asked: AskedFor;
  page: PeoplePage;
  /** After whom this page of the list begins. */
  first: string | undefined;
}) {
  const { t, lang } = await pageContext();
  const path = (further: Record<string, string> = {}) =>
    `/sportello?${new URLSearchParams({ q: written, ...further })}`;
  const about = ({ taxCode, bornOn, isBody }: FoundPerson): string => {
    if (taxCode) return isBody ? taxCode : t('counter.endsWith', { end: taxCode.slice(-5) });
    return bornOn ? t('counter.bornOn', { day: dayInWords(bornOn, lang) }) : t('counter.noCode');
  };
  return (
    <section aria-labelledby="trovati" className="counter-found">
      <h2 id="trovati">{t(`counter.foundBy.${asked.by}`)}</h2>
      {page.people.length === 0 ? (
        <div className="empty">
          <p>{t('counter.nobody')}</p>
          <p>
            <a className="btn btn-outline-primary" href="/sportello/persone/nuova">
              {t('counter.new.title')}
            </a>
          </p>
        </div>
      ) : (
        <>
          <p className="aside">{t('counter.shown', { count: page.people.length })}</p>
          <ul className="counter-people">
            {page.people.map((person) => (
              <li key={person.id}>
                <a href={personPath(person.id)}>{person.name}</a>
                <span className="aside">
                  {t(person.isBody ? 'counter.body' : 'counter.person')} · {about(person)}
                </span>
              </li>
            ))}
          </ul>
          <PagesNav first={first ? path() : null} next={page.next && path({ dopo: page.next })} />
          <p>
            {t('counter.notThere')} <a href="/sportello/persone/nuova">{t('counter.new.title')}</a>
          </p>
        </>
      )}
    </section>
  );
}
