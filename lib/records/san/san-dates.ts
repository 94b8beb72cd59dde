import type { RecordDates } from '#lib/records/dates.ts';
import { says } from '#lib/records/xml-writing.ts';

/** Dates as the formats of the Italian archival system (SAN) want them: always a text and always a span of days, even where nobody knows them. */
export interface SanDates {
  text: string;
  /** `yyyymmdd` or `yyyymmdd/yyyymmdd`. */
  span: string;
  known: boolean;
}

/** An unknown limit is the first or the last day there is. */
export function sanDates({ display, start, end }: Pick<RecordDates, 'display' | 'start' | 'end'>): SanDates {
  const known = start !== null || end !== null;
  const from = (start ?? '0001-01-01').replaceAll('-', '');
  const to = (end ?? '9999-12-31').replaceAll('-', '');
  const span = from === to ? from : `${from}/${to}`;
  return { text: says(display) ? display : known ? span : 'non indicata', span, known };
}

/** The provider's system as SAN's formats name it. */
export const sanSystem = (domain: string): string => domain.replace(/[^A-Za-z0-9._-]+/g, '_') || 'ELI4U';
