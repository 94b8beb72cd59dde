import { ArchiveFilters } from '#app/(site)/archivio/archive-filters.tsx';
import type { EuropeanaQuery } from '#lib/http/europeana-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { contentTiers } from '#lib/records/edm/europeana-rank.ts';
import { metadataTiers } from '#lib/records/edm/metadata-tier.ts';
import type { DigitisedFonds } from '#lib/store/europeana/count-units.ts';

/** What narrows the list of units: a form that needs no script. */
export function UnitFilters({
  query,
  fonds,
  t,
}: {
  query: EuropeanaQuery;
  fonds: readonly DigitisedFonds[];
  t: Translate;
}) {
  const content = query.content === 'none' ? 'no' : String(query.content ?? '');
  return (
    <ArchiveFilters list="/archivio/europeana" place="#unita" name={t('europeana.filters')} t={t}>
      <p className="is-wide">
        <label htmlFor="fondo">{t('europeana.fonds')}</label>
        <select id="fondo" name="fondo" defaultValue={query.fonds ?? ''}>
          <option value="">{t('europeana.all')}</option>
          {fonds.map(({ id, title, units }) => (
            <option key={id} value={id}>
              {`${title} (${t('europeana.figure', { count: units })})`}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="contenuto">{t('europeana.content')}</label>
        <select id="contenuto" name="contenuto" defaultValue={content}>
          <option value="">{t('europeana.all')}</option>
          <option value="no">{t('europeana.content.none')}</option>
          {contentTiers.map((tier) => (
            <option key={tier} value={tier}>
              {t(`europeana.content.${tier}`)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="metadati">{t('europeana.metadata')}</label>
        <select id="metadati" name="metadati" defaultValue={query.metadata ?? ''}>
          <option value="">{t('europeana.all')}</option>
          {metadataTiers.map((tier) => (
            <option key={tier} value={tier}>
              {t(`europeana.metadata.${tier}`)}
            </option>
          ))}
        </select>
      </p>
    </ArchiveFilters>
  );
}
