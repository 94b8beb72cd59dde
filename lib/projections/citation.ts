import type { RecordView } from '#lib/records/public-views.ts';

export const citationStyles = ['italian', 'chicago', 'apa'] as const;
export type CitationStyle = (typeof citationStyles)[number];

export interface CitationFacts {
  dates: string | null;
  permalink: string;
  /** The day of reading, in words. */
  readOn: string;
  /** A page of it ("c. 12r"). */
  part?: string;
}

/**
 * The reference to a unit, ready to be copied: Italian archival use (custodian, fonds, series, code), Chicago (17th ed., 14.221–14.231) and
 * APA (7th ed., archival documents), each with the permalink.
 */
export function toCitations(view: RecordView, facts: CitationFacts): Record<CitationStyle, string> {
  const custodian = view.institution.name;
  const title = withoutStop(view.title);
  const code = view.referenceCode;
  const above = titlesAbove(view.ancestors, code);
  const isTop = above.length === 0;
  const part = facts.part ?? null;
  return {
    italian: sentence([
      custodian,
      ...above,
      ...(isTop ? [title] : [code, `«${title}»`]),
      facts.dates,
      part,
      facts.permalink,
    ]),
    chicago: `${sentence([isTop ? title : `“${title}”`, facts.dates, part, code, ...above.toReversed(), custodian])} ${facts.permalink} (${facts.readOn}).`,
    apa: `${title}${part === null ? '' : `, ${part}`}. (${facts.dates ?? 's.d.'}). ${bracketed(above, code)}${custodian}. ${facts.permalink}`,
  };
}

/** A code that begins with the series' title says it already: «Atti, 9» under «Atti». */
function titlesAbove(ancestors: RecordView['ancestors'], code: string | null): string[] {
  const titles = ancestors.map((ancestor) => ancestor.title);
  const last = titles.at(-1);
  const said =
    last !== undefined && code !== null && code.toLowerCase().startsWith(`${withoutStop(last).toLowerCase()},`);
  return said ? titles.slice(0, -1) : titles;
}

const sentence = (parts: readonly (string | null)[]): string =>
  `${parts
    .filter((part): part is string => Boolean(part))
    .map(withoutStop)
    .join(', ')}.`;

const bracketed = (above: readonly string[], code: string | null): string => {
  const inside = [...above, code].filter(Boolean).join(', ');
  return inside ? `[${inside}]. ` : '';
};

const withoutStop = (text: string): string => text.trim().replace(/[.,;]$/, '');
