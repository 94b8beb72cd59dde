import { indexAddress, isFiltered, type AskedIndex } from '#lib/http/index-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { documentFlows, indexOrders } from '#lib/store/fascicolo-index/index-query.ts';
import type { IndexCounts } from '#lib/store/fascicolo-index/fascicolo-index.ts';

interface Props {
  /** Address of the index. */
  base: string;
  asked: AskedIndex;
  counts: IndexCounts;
  t: Translate;
}

/** What narrows and orders the index: a form that needs no script. */
export function IndexFilters({ base, asked, counts, t }: Props) {
  const choices = [
    {
      name: 'flusso',
      label: t('index.flow'),
      value: asked.flow ?? '',
      options: documentFlows.map((flow) => ({ value: flow as string, label: t(`flow.${flow}`) })),
    },
    {
      name: 'protocollo',
      label: t('index.registered'),
      value: asked.registered === undefined ? '' : asked.registered ? 'si' : 'no',
      options: [
        { value: 'si', label: t('index.registeredYes') },
        { value: 'no', label: t('index.registeredNo') },
      ],
    },
    {
      name: 'anno',
      label: t('index.year'),
      value: asked.year === undefined ? '' : String(asked.year),
      options: counts.years.map(({ year, count }) => ({
        value: String(year),
        label: t('index.yearCount', { year: String(year), count: String(count) }),
      })),
    },
  ];
  return (
    <form method="get" action={base} className="archive-filters" role="search" aria-label={t('index.filters')}>
      <p className="is-wide">
        <label htmlFor="parole">{t('index.words')}</label>
        <input id="parole" name="parole" type="search" defaultValue={asked.words} maxLength={200} />
      </p>
      {choices.map(({ name, label, value, options }) => (
        <p key={name}>
          <label htmlFor={name}>{label}</label>
          <select id={name} name={name} defaultValue={value}>
            <option value="">{t('index.any')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p>
        <label htmlFor="ordine">{t('index.order')}</label>
        <select id="ordine" name="ordine" defaultValue={asked.order}>
          {indexOrders.map((order) => (
            <option key={order} value={order}>
              {t(`index.order.${order}`)}
            </option>
          ))}
        </select>
      </p>
      <p className="archive-filter-button">
        <button type="submit" className="btn btn-primary">
          {t('index.show')}
        </button>
        {isFiltered(asked) ? <a href={`${base}${indexAddress({ order: asked.order })}`}>{t('index.clear')}</a> : null}
      </p>
    </form>
  );
}
