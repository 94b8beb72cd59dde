import type { SearchParameters } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { levels } from '#lib/records/level.ts';
import { sorts } from '#lib/search/search.ts';
import type { FondsTile } from '#lib/store/reading/reading-store.ts';

interface AdvancedFiltersProps {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  fonds: readonly FondsTile[];
}

/** Everything but the words: years, where, what, in which order. */
export function AdvancedFilters({ t, lang, parameters, fonds }: AdvancedFiltersProps) {
  const byTitle = fonds.toSorted((a, b) => a.title.localeCompare(b.title, lang));
  return (
    <>
      <fieldset>
        <legend>{t('search.dates')}</legend>
        <div className="field-row">
          <Field id="from" label={t('advanced.from')} value={parameters.from} year />
          <Field id="to" label={t('advanced.to')} value={parameters.to} year />
        </div>
        {(['overlap', 'contained'] as const).map((mode) => (
          <label key={mode} className="choice">
            <input type="radio" name="dateMode" value={mode} defaultChecked={parameters.dateMode === mode} />
            {t(`advanced.dateMode.${mode}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('advanced.where')}</legend>
        <p className="field">
          <label htmlFor="fonds">{t('facet.fonds')}</label>
          <select id="fonds" name="fonds" defaultValue={parameters.fonds[0] ?? ''}>
            <option value="">{t('advanced.allFonds')}</option>
            {byTitle.map(({ id, title }) => (
              <option key={id} value={id} lang="it">
                {title}
              </option>
            ))}
          </select>
        </p>
        <div className="field-row">
          <Field id="place" label={t('facet.place')} value={parameters.place[0]} />
          <Field id="subject" label={t('facet.subject')} value={parameters.subject[0]} />
        </div>
        <p className="field-hint">{t('advanced.whole')}</p>
      </fieldset>
      <fieldset>
        <legend>{t('facet.level')}</legend>
        <div className="choices">
          {levels.map((level) => (
            <label key={level} className="choice">
              <input type="checkbox" name="level" value={level} defaultChecked={parameters.level.includes(level)} />
              {t(`level.${level}`)}
            </label>
          ))}
        </div>
        <label className="choice choice-apart">
          <input type="checkbox" name="digital" value="true" defaultChecked={parameters.digital.length > 0} />
          {t('advanced.digital')}
        </label>
      </fieldset>
      <p className="field">
        <label htmlFor="sort">{t('advanced.sort')}</label>
        <select id="sort" name="sort" defaultValue={parameters.sort}>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </p>
      <Rest parameters={parameters} />
    </>
  );
}

function Field({
  id,
  label,
  value,
  year = false,
}: {
  id: string;
  label: string;
  value: string | number | undefined;
  year?: boolean;
}) {
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {year ? (
        <input id={id} name={id} type="number" min="1" max="9999" inputMode="numeric" defaultValue={value} />
      ) : (
        <input id={id} name={id} type="text" maxLength={300} defaultValue={value} autoComplete="off" />
      )}
    </p>
  );
}

/** Filters of the search one comes from that have no field here, and further values of those that have one. */
function Rest({ parameters }: { parameters: SearchParameters }) {
  const rest = [
    ...(['creator', 'language', 'century'] as const).map((name) => [name, parameters[name]] as const),
    ...(['fonds', 'place', 'subject'] as const).map((name) => [name, parameters[name].slice(1)] as const),
    ['within', parameters.within ? [parameters.within] : []] as const,
    ['group', parameters.group ? [parameters.group] : []] as const,
  ];
  return rest.flatMap(([name, values]) =>
    values.map((value) => <input key={`${name}:${value}`} type="hidden" name={name} value={value} />),
  );
}
