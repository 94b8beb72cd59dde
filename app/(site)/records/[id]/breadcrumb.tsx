import { languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** From the custodian down to what stands just above. */
export function Breadcrumb({ t, record }: { t: Translate; record: RecordView }) {
  return (
    <nav className="crumbs" aria-label={t('record.breadcrumb')}>
      <ol>
        <li>
          <a href={`/institutions/${record.institution.id}`}>{record.institution.name}</a>
        </li>
        {record.ancestors.map((ancestor) => (
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
