import type { HeldHit } from '#lib/search/search.ts';

/** A list as BibTeX: archival units are `misc`, with where they are kept in `howpublished`. */
export function toBibtex(hits: readonly HeldHit[]): string {
  return hits.map(entry).join('\n');
}

function entry(hit: HeldHit): string {
  const fields: [string, string | null][] = [
    ['title', hit.title],
    ['year', hit.dates.display ?? yearsOf(hit)],
    [
      'howpublished',
      [hit.custodian, ...hit.ancestors.map(({ title }) => title), hit.referenceCode].filter(Boolean).join(', '),
    ],
    ['type', hit.unitType],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${inBraces(value)}},`] : []));
  return `@misc{eli4u-${hit.id},\n${lines.join('\n')}\n  url = {${hit.url}}\n}\n`;
}

const yearOf = (day: string | null): string => (day ? String(Number(day.slice(0, 4))) : '');
function yearsOf({ dates }: HeldHit): string {
  return [...new Set([yearOf(dates.start), yearOf(dates.end)])].filter(Boolean).join('--');
}

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Signs that TeX would obey, as TeX writes them. */
function inBraces(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^#$%&_]/g, (sign) => commands[sign] ?? `\\${sign}`);
}
