import { csvLine, csvStart } from '#lib/records/csv-line.ts';
import type { HeldHit } from '#lib/search/search.ts';

const columns: Record<string, (hit: HeldHit) => string | null> = {
  id: (hit) => hit.id,
  title: (hit) => hit.title,
  level: (hit) => hit.levelLabel ?? hit.level,
  type: (hit) => hit.unitType,
  referenceCode: (hit) => hit.referenceCode,
  dates: (hit) => hit.dates.display,
  start: (hit) => hit.dates.start,
  end: (hit) => hit.dates.end,
  fonds: (hit) => hit.fonds.title,
  path: (hit) => hit.ancestors.map(({ title }) => title).join(' › '),
  custodian: (hit) => hit.custodian,
  access: (hit) => hit.visibility,
  digital: (hit) => String(hit.digital),
  url: (hit) => hit.url,
};

/** A list as CSV. */
export function toCsv(hits: readonly HeldHit[]): string {
  const rows = hits.map((hit) => csvLine(Object.values(columns).map((value) => value(hit))));
  return `${csvStart}${csvLine(Object.keys(columns))}${rows.join('')}`;
}
