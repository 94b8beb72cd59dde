import type { Translate } from '#lib/i18n/translate.ts';

/** Back to the list of services, and on to its parts. */
export function Crumbs({ t, theme }: { t: Translate; theme?: { id: string; name: string } }) {
  return (
    <nav className="crumbs" aria-label={t('procedure.breadcrumb')}>
      <ol>
        <li>
          <a href="/servizi">{t('services.title')}</a>
        </li>
        {theme ? (
          <li>
            <a href={`/servizi#${theme.id}`}>{theme.name}</a>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
