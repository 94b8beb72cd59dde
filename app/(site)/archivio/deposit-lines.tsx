import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { DepositLine } from '#lib/store/keeping/list-keeping.ts';

/** Transfer lists, one a line. @param under where each has its page */
export async function DepositLines({
  lists,
  total,
  under,
}: {
  lists: readonly DepositLine[];
  total: number;
  under: string;
}) {
  const { t, lang } = await pageContext();
  const units = composition().procedureTypes.units();
  if (lists.length === 0) return <p className="empty">{t('keeping.depositNone')}</p>;
  return (
    <>
      <p className="keeping-total">{t('keeping.listsTotal', { count: total })}</p>
      <ul className="plain keeping-list">
        {lists.map(({ id, unit, year, state, items, undecided }) => (
          <li key={id}>
            <h2>
              <a href={`${under}/${id}`}>
                {t('keeping.depositOf', { unit: units.get(unit)?.[lang] ?? unit, year: String(year) })}
              </a>
            </h2>
            <p className="aside">
              <span className={`keeping-state is-${state}`}>{t(`keeping.list.${state}`)}</span> ·{' '}
              {t('keeping.files', { count: items })}
              {state === 'settled' || undecided === items ? '' : ` · ${t('keeping.toDecide', { count: undecided })}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
