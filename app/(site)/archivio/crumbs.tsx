import type { Translate } from '#lib/i18n/translate.ts';

/** Back to the desk, and to the list where the page is one of it. */
export function ArchiveCrumbs({ t, list }: { t: Translate; list?: { href: string; label: string } }) {
  return (
    <nav className="crumbs" aria-label={t('procedure.breadcrumb')}>
      <ol>
        <li>
          <a href="/archivio">{t('archive.title')}</a>
        </li>
        {list ? (
          <li>
            <a href={list.href}>{list.label}</a>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
