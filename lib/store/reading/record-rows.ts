import type { Level } from '#lib/records/level.ts';
import type { Certainty } from '#lib/records/dates.ts';
import type { Visibility } from '#lib/records/phase.ts';
import type { RecordLine } from '#lib/records/public-views.ts';

/** The columns of a line, under the names of `LineRow`. */
export const lineColumns = (alias: string): string =>
  [
    'id',
    'title',
    'title_lang',
    'level',
    'level_label',
    'unit_type',
    'reference_code',
    'date_display',
    'date_start',
    'date_end',
    'date_certainty',
  ]
    .concat(['child_count', 'visibility', 'digital'])
    .map((column) => `${alias}.${column}`)
    .join(', ');

export interface LineRow {
  id: string;
  title: string;
  title_lang: string | null;
  level: Level;
  level_label: string | null;
  unit_type: string | null;
  reference_code: string | null;
  date_display: string | null;
  date_start: string | null;
  date_end: string | null;
  date_certainty: Certainty;
  child_count: number;
  visibility: Visibility;
  digital: boolean;
}

/** A row as the line that lists show. */
export function lineOf(row: LineRow): RecordLine {
  return {
    id: row.id,
    title: row.title,
    titleLang: row.title_lang,
    level: row.level,
    levelLabel: row.level_label,
    unitType: row.unit_type,
    referenceCode: row.reference_code,
    dates: { display: row.date_display, start: row.date_start, end: row.date_end, certainty: row.date_certainty },
    childCount: row.child_count,
    visibility: row.visibility,
    digital: row.digital && row.visibility === 'open',
  };
}
