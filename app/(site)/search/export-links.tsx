import { exportFormats, mostExported } from '#lib/http/export-list.ts';
import { searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The results as files, by plain links. */
export function ExportLinks({
  t,
  lang,
  parameters,
  total,
}: {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  total: number;
}) {
  if (total === 0) return null;
  const query = searchHref(parameters, { group: undefined }).split('?')[1];
  return (
    <p className="exports">
      {t(total > mostExported ? 'export.first' : 'export.all', { count: mostExported })}{' '}
      {exportFormats.map((format) => (
        <a
          key={format}
          href={`/api/v1/search/export?format=${format}&lang=${lang}${query ? `&${query}` : ''}`}
          rel="nofollow"
          download
        >
          {t(`export.format.${format}`)}
        </a>
      ))}
    </p>
  );
}
