import type { ReactNode } from 'react';
import type { Translate } from '#lib/i18n/translate.ts';

/** What narrows a list of the archive's desks: a form that needs no script, with a way back to the whole list. */
export function ArchiveFilters({
  list,
  place = '',
  name,
  children,
  t,
}: {
  /** The address of the list. */
  list: string;
  /** Where on its page the list stands (`#unita`). */
  place?: string;
  name: string;
  children: ReactNode;
  t: Translate;
}) {
  return (
    <form method="get" action={list + place} className="archive-filters" role="search" aria-label={name}>
      {children}
      <p className="archive-filter-button">
        <button type="submit" className="btn btn-primary">
          {t('fascicoli.filter')}
        </button>
        <a href={list}>{t('fascicoli.clear')}</a>
      </p>
    </form>
  );
}
