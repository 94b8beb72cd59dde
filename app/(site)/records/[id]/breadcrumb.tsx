import { languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** From the custodian down to what stands just above; on pages about a part of a unit, down to the unit itself. */
export function Breadcrumb({ t, record, self = false }: { t: Translate; record: RecordView; self?: boolean }) {
  return (
    <nav className="crumbs" aria-label={t('record.breadcrumb')}>
      <ol>
        <li>
          <a href={`/institutions/${record.institution.id}`} lang="it">
            {record.institution.name}
          </a>
        </li>
        {[...record.ancestors, ...(self ? [record] : [])].map((ancestor) => (
          <li key={ancestor.id}>
            <a href={`/records/${ancestor.id}`} lang={languageTag(ancestor.titleLang)}>
              {ancestor.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
