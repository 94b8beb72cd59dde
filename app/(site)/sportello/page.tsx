import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { plainText } from '#lib/http/plain-text.ts';
import { askedFor } from '#lib/relationship/asked-for.ts';
import { one, type Query } from '../mia-pagina/own-page.ts';
import { FoundPeople } from './found-people.tsx';
import { loadCounter } from './load-counter.ts';
import { Refused } from './refused.tsx';
import { ServedList } from './served-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('counter.title'), path: '/sportello', index: false });
}

/** The front office: one field finds a person or a business; below it, whom one has served last. */
export default async function CounterPage({ searchParams }: { searchParams: Query }) {
  const { t } = await pageContext();
  const { session, permission, reach } = await loadCounter();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const query = await searchParams;
  const written = plainText(one(query['q']) ?? '')
    .slice(0, 200)
    .trim();
  const asked = written === '' ? null : askedFor(written);
  const { counter } = composition();
  const page = asked ? await counter.search(session.member, asked, reach, one(query['dopo'])) : null;
  return (
    <div className="container counter-desk">
      <h1>{t('counter.title')}</h1>
      {query['fatto'] === 'chiuso' ? (
        <p className="desk-done" role="status">
          {t('counter.closed')}
        </p>
      ) : null}
      <form action="/sportello" method="get" role="search" aria-label={t('counter.search')} className="counter-search">
        <label htmlFor="chi">{t('counter.who')}</label>
        <p className="aside" id="chi-aiuto">
          {t('counter.whoHelp')}
        </p>
        <p className="counter-search-field">
          <input
            id="chi"
            type="search"
            name="q"
            defaultValue={written}
            maxLength={200}
            autoComplete="off"
            aria-describedby="chi-aiuto"
            required
          />
          <button type="submit" className="btn btn-primary">
            {t('counter.find')}
          </button>
        </p>
      </form>
      {written !== '' && !asked ? <p className="empty">{t('counter.tooShort')}</p> : null}
      {asked && page ? <FoundPeople written={written} asked={asked} page={page} first={one(query['dopo'])} /> : null}
      {page ? null : <ServedList served={await counter.served(session.member)} />}
    </div>
  );
}
