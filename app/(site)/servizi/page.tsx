import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { groupByTheme, themeWords } from '#lib/procedures/types/theme.ts';
import { ServiceCard } from './service-card.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const { t } = context;
  return pageMetadata(context, {
    title: t('services.title'),
    path: '/servizi',
    description: t('services.lead'),
    data: '/data/servizi',
  });
}

/** What can be asked of the Comune, by what people come for. */
export default async function ServicesPage() {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const types = procedureTypes.listTypes(today());
  const groups = groupByTheme(types, lang);
  return (
    <div className="container record services">
      <header className="record-heading">
        <h1>{t('services.title')}</h1>
        <p className="services-lead">{t('services.lead')}</p>
        <nav className="services-themes" aria-label={t('services.themes')}>
          <ul>
            {groups.map(({ theme, types: inTheme }) => (
              <li key={theme}>
                <a href={`#${theme}`}>
                  {themeWords[theme][lang]} <span className="aside">{inTheme.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {types.length > 0 ? (
        <p className="services-total">
          {t('services.count', { count: types.length })} <a href="/servizi/tabella">{t('services.tableLink')}</a>
        </p>
      ) : (
        <p className="empty">{t('services.empty')}</p>
      )}
      {groups.map(({ theme, types: inTheme }) => (
        <section key={theme} className="services-group" aria-labelledby={theme}>
          <h2 id={theme}>{themeWords[theme][lang]}</h2>
          <ul>
            {inTheme.map((type) => (
              <ServiceCard key={type.code} type={type} t={t} lang={lang} />
            ))}
          </ul>
        </section>
      ))}
      {types.length > 0 ? <p className="callout-plain services-demo">{t('services.demo')}</p> : null}
    </div>
  );
}
