import { ArchiveFilters } from '#app/(site)/archivio/archive-filters.tsx';
import type { Translate } from '#lib/i18n/translate.ts';
import type { PermitsQuery } from '#lib/store/reading-permits/all-permits.ts';

/** What narrows the list: a form that needs no script. */
export function PermitFilters({ query, t }: { query: PermitsQuery; t: Translate }) {
  return (
    <ArchiveFilters list="/archivio/permessi" name={t('permits.filters')} t={t}>
      <p className="is-wide">
        <label htmlFor="parole">{t('permits.words')}</label>
        <input id="parole" name="parole" type="search" defaultValue={query.words} maxLength={200} />
      </p>
      <p>
        <label htmlFor="stato">{t('permits.state')}</label>
        <select id="stato" name="stato" defaultValue={query.state ?? ''}>
          <option value="">{t('permits.state.all')}</option>
          <option value="running">{t('permits.state.running')}</option>
          <option value="ended">{t('permits.state.ended')}</option>
        </select>
      </p>
    </ArchiveFilters>
  );
}
