import type { RecordDates } from '#lib/records/dates.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';

/**
 * The words and the days they cover, as ICAR writes both. A side without a day is open; where there are words only, both say `unknown`: whoever
 * reads them must not find in the words what the source did not mean.
 */
export function unitDates({ display, start, end, certainty }: RecordDates): string {
  const hasDays = start !== null || end !== null;
  if (display === null && !hasDays) return '';
  const days = hasDays ? range(start, end) : range('unknown', 'unknown');
  const words = display === null ? '' : xmlText('datesingle', display, { localtype: 'DataTestuale' });
  return xmlElement('unitdatestructured', { certainty }, words === '' ? days : xmlElement('dateset', {}, words, days));
}

function range(from: string | null, to: string | null): string {
  return xmlElement(
    'daterange',
    {},
    from === null ? '' : xmlElement('fromdate', { standarddate: from }),
    to === null ? '' : xmlElement('todate', { standarddate: to }),
  );
}

/** When a relation held, in words. */
export function relationDates(display: string | null): string {
  return display ? xmlElement('datesingle', { localtype: 'DataTestuale' }, toMarkup(display)) : '';
}
