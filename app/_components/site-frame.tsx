import type { ReactNode } from 'react';
import { languages } from '#lib/i18n/language.ts';
import { NavigationProgress } from './navigation-progress.tsx';
import { pageContext } from './page-context.ts';
import { SessionState } from './session-state.tsx';

/** Skip link, header, main and footer of every public page. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const { t, lang, address } = await pageContext();
  const here = address.split('?')[0] ?? '';
  const current = (path: string) => {
    if (here === path) return 'page' as const;
    return here.startsWith(`${path}/`) ? ('true' as const) : undefined;
  };
  return (
    <>
      <a className="skip-link" href="#main">
        {t('site.skip')}
      </a>
      <header className="site-header" id="top">
        <div className="container site-header-inner">
          <a className="site-brand" href="/">
            <Mark />
            <span>
              <strong>{t('site.name')}</strong>
              <span className="site-brand-claim">{t('site.claim')}</span>
            </span>
          </a>
          <nav aria-label={t('site.mainNavigation')} className="site-nav">
            <a href="/search" aria-current={current('/search')}>
              {t('site.search')}
            </a>
            <a href="/#fonds">{t('site.fonds')}</a>
            <a href="/#institutions">{t('site.institutions')}</a>
            <a href="/servizi" aria-current={current('/servizi')}>
              {t('site.services')}
            </a>
            <a href="/saved" aria-current={current('/saved')}>
              {t('saved.title')}
            </a>
          </nav>
          <SessionState />
          <nav aria-label={t('site.languages')} className="site-languages">
            {languages.map((language) => (
              <a
                key={language}
                href={inLanguage(address, language)}
                lang={language}
                hrefLang={language}
                aria-current={language === lang ? 'true' : undefined}
              >
                {language === 'it' ? 'Italiano' : 'English'}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <NavigationProgress text={t('site.loading')} />
      <Footer />
    </>
  );
}

async function Footer() {
  const { t } = await pageContext();
  return (
    <footer className="site-footer">
      <div className="container site-footer-inner">
        <p>
          <strong>{t('site.name')}</strong> {t('site.footer')}
        </p>
        <nav aria-label={t('site.footerNavigation')}>
          <ul>
            <li>
              <a href="/accessibility">{t('accessibility.title')}</a>
            </li>
            <li>
              <a href="/feedback">{t('feedback.title')}</a>
            </li>
            <li>
              <a href="/privacy">{t('privacy.title')}</a>
            </li>
            <li>
              <a href="/api/openapi.json">{t('site.api')}</a>
            </li>
          </ul>
        </nav>
        <p className="site-footer-top">
          <a href="#top">{t('site.backToTop')}</a>
        </p>
      </div>
    </footer>
  );
}

/** The mark: a file on a shelf. */
function Mark() {
  return (
    <svg className="site-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M4 5h4v20H4zM10 8h5v17h-5zM17 3h4v22h-4z" fill="currentColor" />
      <path d="m23.2 8.4 3.8-1 4.2 16.4-3.8 1z" fill="var(--rubric-light)" />
      <path d="M2 27h28v2H2z" fill="currentColor" />
    </svg>
  );
}

function inLanguage(address: string, language: string): string {
  const url = new URL(address, 'http://site');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
