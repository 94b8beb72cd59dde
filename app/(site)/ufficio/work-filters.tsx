import type { Translate } from '#lib/i18n/translate.ts';
import type { WorkFilter, WorkView } from '#lib/store/procedures/procedure-store.ts';

interface Named {
  id: string;
  name: string;
}

/** Narrows the pile: a plain form that asks again. */
export function WorkFilters({
  view,
  filter,
  types,
  units,
  colleagues,
  t,
}: {
  view: WorkView;
  filter: WorkFilter;
  types: readonly Named[];
  units: readonly Named[];
  colleagues: readonly Named[];
  t: Translate;
}) {
  const active =
    [filter.type, filter.unit, filter.text].filter(Boolean).length + (filter.assignee === undefined ? 0 : 1);
  return (
    <details className="work-filters" open={active > 0}>
      <summary>{active > 0 ? t('work.filtersOn', { count: active }) : t('work.filters')}</summary>
      <form action="/ufficio" method="get" role="search" aria-label={t('work.filters')}>
        <input type="hidden" name="vista" value={view} />
        <div>
          <label htmlFor="work-text">{t('work.text')}</label>
          <input id="work-text" type="search" name="testo" defaultValue={filter.text ?? ''} maxLength={200} />
        </div>
        <Choice id="tipo" label={t('work.type')} all={t('work.anyType')} options={types} value={filter.type} />
        <Choice id="ufficio" label={t('work.unit')} all={t('work.anyUnit')} options={units} value={filter.unit} />
        <Choice
          id="assegnata"
          label={t('work.assignee')}
          all={t('work.anybody')}
          options={[{ id: 'nessuno', name: t('work.nobody') }, ...colleagues]}
          value={filter.assignee === null ? 'nessuno' : filter.assignee}
        />
        <p>
          <button type="submit" className="btn btn-primary btn-sm">
            {t('work.apply')}
          </button>{' '}
          {active > 0 ? <a href={`/ufficio?vista=${view}`}>{t('work.clear')}</a> : null}
        </p>
      </form>
    </details>
  );
}

function Choice({
  id,
  label,
  all,
  options,
  value,
}: {
  id: string;
  label: string;
  all: string;
  options: readonly Named[];
  value: string | undefined;
}) {
  return (
    <div>
      <label htmlFor={`work-${id}`}>{label}</label>
      <select id={`work-${id}`} name={id} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
