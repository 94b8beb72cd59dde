import type { Translate } from '#lib/i18n/translate.ts';
import type { DigitisedFonds } from '#lib/store/europeana/count-units.ts';

/** Of which fonds something is to be stated: a form that needs no script. */
export function FondsChoice({ fonds, chosen, t }: { fonds: readonly DigitisedFonds[]; chosen: string; t: Translate }) {
  return (
    <form method="get" action="/archivio/europeana/diritti#dichiara" className="archive-filters">
      <p className="is-wide">
        <label htmlFor="fondo">{t('rights.choose')}</label>
        <select id="fondo" name="fondo" defaultValue={chosen}>
          {fonds.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </p>
      <p className="archive-filter-button">
        <button type="submit" className="btn btn-primary">
          {t('rights.chooseButton')}
        </button>
      </p>
    </form>
  );
}
