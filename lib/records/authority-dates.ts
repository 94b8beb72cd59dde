import type { RecordDates } from './dates.ts';
import { leaf, says, wrap } from './xml-writing.ts';

/** Beyond it the Archives Portal's schemas take no standard date. */
const lastDay = '2099-12-31';

/**
 * Dates as EAC-CPF (2010 and 2.0) and EAG have them: the words of the source, and the days they span. Empty where there are neither.
 * @param wordsType `localType` of the words where both stand side by side
 */
export function authorityDates(
  { display, start, end }: Pick<RecordDates, 'display' | 'start' | 'end'>,
  wordsType: string | null = null,
): string {
  const [from, to] = [start, end].map((day) => (day !== null && day <= lastDay ? day : null));
  if (!from && !to) return leaf('date', display);
  const span = wrap(
    'dateRange',
    {},
    from ? wrap('fromDate', { standardDate: from }) : '',
    to ? wrap('toDate', { standardDate: to }) : '',
  );
  return says(display) ? wrap('dateSet', {}, leaf('date', display, { localType: wordsType }), span) : span;
}
