import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { myTableQuery } from '#lib/http/my-table-parameters.ts';
import { mySections } from '#lib/store/procedures/my-cases.ts';
import type { MyTableChoices, MyTableFilter } from '#lib/store/procedures/procedure-store.ts';
import { minePath, type Mine } from '../load-mine.ts';

/** Narrows the table: a plain form that asks again. */
export async function TableFilters({
  mine,
  filter,
  choices,
}: {
  mine: Mine;
  filter: MyTableFilter;
  choices: MyTableChoices;
}) {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const types = choices.types
    .map((code) => ({ code, title: procedureTypes.findType(code, today())?.title[lang] ?? code }))
    .toSorted((first, second) => first.title.localeCompare(second.title, lang));
  const self = mine.acting.agent === mine.session.agent;
  return (
    <form
      method="get"
      action="/mia-pagina/pratiche"
      role="search"
      aria-label={t('work.filters')}
      className="own-filters"
    >
      {self ? null : <input type="hidden" name="per" value={mine.acting.agent} />}
      <div>
        <label htmlFor="testo">{t('own.filter.text')}</label>
        <input id="testo" type="search" name="testo" defaultValue={filter.text ?? ''} maxLength={200} />
      </div>
      <div>
        <label htmlFor="stato">{t('own.filter.state')}</label>
        <select id="stato" name="stato" defaultValue={filter.state ?? ''}>
          <option value="">{t('own.filter.anyState')}</option>
          {mySections.map((state) => (
            <option key={state} value={state}>
              {t(`mine.${state}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="tipo">{t('work.type')}</label>
        <select id="tipo" name="tipo" defaultValue={filter.type ?? ''}>
          <option value="">{t('work.anyType')}</option>
          {types.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="anno">{t('own.filter.year')}</label>
        <select id="anno" name="anno" defaultValue={filter.year ? String(filter.year) : ''}>
          <option value="">{t('own.filter.anyYear')}</option>
          {choices.years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      <p>
        <button type="submit" className="btn btn-primary btn-sm">
          {t('work.apply')}
        </button>{' '}
        {Object.keys(myTableQuery(filter)).length > 0 ? (
          <a href={minePath('/mia-pagina/pratiche', mine)}>{t('work.clear')}</a>
        ) : null}
      </p>
    </form>
  );
}
