import type { Metadata } from 'next';
import { Doors } from '#app/_components/doors.tsx';
import { FondsWall } from '#app/_components/fonds-wall.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { SearchBox } from '#app/_components/search-field.tsx';
import { Timeline } from '#app/_components/timeline.tsx';
import { composition } from '#lib/composition.ts';
import { searchHref } from '#lib/http/search-parameters.ts';
import { dayInWords } from '#lib/i18n/dates.ts';

/** Fonds on the wall before "all the fonds" is offered. */
const wallSize = 24;

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { path: '/', description: context.t('home.lead') });
}

/** Home: the question, the fonds, who keeps them, today's numbers. */
export default async function HomePage() {
  const { t, lang } = await pageContext();
  const { store, procedureTypes, today, signIn } = composition();
  const [fonds, institutions, counts, examples] = await Promise.all([
    store.listFonds({ limit: wallSize }),
    store.listInstitutions(),
    store.countHoldings(),
    store.findExampleQueries(),
  ]);
  return (
    <>
      <section className="hero">
        <div className="container hero-inner">
          <div>
            <h1>{t('home.title')}</h1>
            <p className="hero-lead">{t('home.lead')}</p>
            <SearchBox t={t} large />
            {examples.length > 0 ? (
              <p className="hero-examples">
                {t('home.examples')}{' '}
                {examples.map((example) => (
                  <a key={example} href={searchHref(null, { q: example })} lang="it">
                    {example}
                  </a>
                ))}
              </p>
            ) : null}
          </div>
          <Timeline fonds={fonds.items} today={today()} />
        </div>
      </section>
      <Doors
        t={t}
        lang={lang}
        fonds={fonds.total}
        types={procedureTypes.listTypes(today())}
        mine={signIn.kind !== 'none'}
      />
      <section className="container band" aria-labelledby="fonds">
        <header className="band-heading">
          <h2 id="fonds">{t('home.fonds')}</h2>
          <p>
            {t('count.fonds', { count: fonds.total })}, {t('home.order')}
          </p>
        </header>
        {fonds.items.length > 0 ? (
          <FondsWall fonds={fonds.items} t={t} showInstitution={institutions.length > 1} />
        ) : (
          <p className="empty">{t('home.empty')}</p>
        )}
        {fonds.total > fonds.items.length ? (
          <p>
            <a className="btn btn-outline-primary" href={searchHref(null, { level: ['fonds'], sort: 'title' })}>
              {t('home.allFonds', { count: fonds.total })}
            </a>
          </p>
        ) : null}
      </section>
      <section className="container band" aria-labelledby="institutions">
        <header className="band-heading">
          <h2 id="institutions">{t('home.institutions')}</h2>
          <p>{t('count.institutions', { count: institutions.length })}</p>
        </header>
        <ul className="institutions">
          {institutions.map((institution) => (
            <li key={institution.id}>
              <a className="line-title" href={`/institutions/${institution.id}`} lang="it">
                {institution.name}
              </a>
              <span className="line-facts">
                {[institution.place, t('count.fonds', { count: institution.fondsCount })].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="numbers" aria-labelledby="numbers">
        <div className="container">
          <h2 id="numbers">{t('home.numbers')}</h2>
          <dl>
            <Count label={t('home.units')} value={counts.units} lang={lang} />
            {counts.digitalObjects > 0 ? (
              <Count label={t('home.digital')} value={counts.digitalObjects} lang={lang} />
            ) : null}
            <Count label={t('home.agents')} value={counts.agents} lang={lang} />
            {counts.changedAt ? (
              <div>
                <dt>{t('home.updated')}</dt>
                <dd>{dayInWords(counts.changedAt, lang)}</dd>
              </div>
            ) : null}
          </dl>
        </div>
      </section>
    </>
  );
}

function Count({ label, value, lang }: { label: string; value: number; lang: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value.toLocaleString(lang, { useGrouping: true })}</dd>
    </div>
  );
}
