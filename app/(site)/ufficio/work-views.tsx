import type { Translate } from '#lib/i18n/translate.ts';
import { workAddress, type WorkParameters } from '#lib/http/work-parameters.ts';
import type { Count, WorkCounts, WorkView } from '#lib/store/procedures/procedure-store.ts';

const shown = [
  'mine',
  'unit',
  'dueSoon',
  'overdue',
  'waiting',
  'toClose',
  'all',
  'closed',
] as const satisfies readonly WorkView[];

/** A count as people read it: beyond what is counted it says so. */
export const countWords = ({ value, over }: Count, t: Translate): string =>
  over ? t('work.over', { count: value }) : t('work.number', { count: value });

/** The piles, with how much lies in each. */
export function WorkViews({
  view,
  filter,
  counts,
  t,
}: Pick<WorkParameters, 'filter'> & { view: WorkView; counts: WorkCounts; t: Translate }) {
  return (
    <nav className="work-views" aria-label={t('work.views')}>
      <ul>
        {shown.map((one) => (
          <li key={one}>
            <a href={workAddress({ view: one, filter })} aria-current={one === view ? 'page' : undefined}>
              {t(`work.view.${one}`)} <span className="work-count">{countWords(counts[one], t)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
