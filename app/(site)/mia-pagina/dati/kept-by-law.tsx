import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { KeptByLaw as Kept } from '#lib/store/own-data/own-data-store.ts';
import { minePath, type Mine } from '../load-mine.ts';

/** What is not erased, with the reason and until when (GDPR art. 17 c. 3 b and d). */
export async function KeptByLaw({ kept, mine }: { kept: Kept; mine: Mine }) {
  const { t, lang } = await pageContext();
  return (
    <section aria-labelledby="resta" className="my-section">
      <h2 id="resta">{t('own.kept')}</h2>
      <p>{t('own.keptLead')}</p>
      <dl className="own-kept">
        <dt>
          <a href={minePath('/mia-pagina/pratiche', mine)}>{t('own.casesCount', { count: kept.cases })}</a>
        </dt>
        <dd>
          {t('own.keptCases')}
          {kept.running > 0 ? ` ${t('own.keptRunning', { count: kept.running })}` : ''}
          {kept.forEver > 0 ? ` ${t('own.keptForEver', { count: kept.forEver })}` : ''}
          {kept.dated.length > 0 ? (
            <details>
              <summary>{t('own.keptDated')}</summary>
              <ul>
                {kept.dated.map(({ id, title, until }) => (
                  <li key={id}>
                    <a href={minePath(`/mia-pagina/pratiche/${id}`, mine)} lang="it">
                      {title}
                    </a>
                    {until ? ` · ${t('own.keptUntil', { day: dayInWords(until, lang) })}` : ''}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </dd>
        <dt>{t('own.identity')}</dt>
        <dd>{t('own.keptIdentity')}</dd>
        <dt>
          <a href={minePath('/mia-pagina/deleghe', mine)}>{t('own.delegationsCount', { count: kept.delegations })}</a>
        </dt>
        <dd>{t('own.keptDelegations')}</dd>
        <dt>
          <a href={minePath('/mia-pagina/accessi', mine)}>{t('own.door.looks')}</a>
        </dt>
        <dd>{t('own.keptLooks')}</dd>
      </dl>
    </section>
  );
}
