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

/** A list as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets take anything else for Latin letters). */
export function toCsv(hits: readonly HeldHit[]): string {
  const line = (cells: readonly (string | null)[]) => `${cells.map(cell).join(',')}\r\n`;
  const rows = hits.map((hit) => line(Object.values(columns).map((value) => value(hit))));
  return `\uFEFF${line(Object.keys(columns))}${rows.join('')}`;
}

/** What spreadsheets would run as a formula is text to them after an apostrophe (OWASP, CSV injection): titles come from anywhere. */
function cell(value: string | null): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  const harmless = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;]/.test(harmless) || harmless.startsWith("'") ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
