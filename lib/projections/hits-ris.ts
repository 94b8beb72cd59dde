import type { HeldHit } from '#lib/search/search.ts';

/** A list as RIS, the form that reference managers exchange: manuscripts, with archive and place in it. */
export function toRis(hits: readonly HeldHit[]): string {
  return hits.map(reference).join('');
}

function reference(hit: HeldHit): string {
  const year = hit.dates.start ? hit.dates.start.slice(0, 4) : null;
  const fields: [string, string | null][] = [
    ['TY', 'MANSCPT'],
    ['ID', hit.id],
    ['TI', hit.title],
    ['T2', hit.ancestors.length > 0 ? hit.fonds.title : null],
    ['PY', year],
    ['DA', hit.dates.display],
    ['M3', hit.unitType],
    ['CN', hit.referenceCode],
    ['AV', hit.ancestors.map(({ title }) => title).join(', ')],
    ['PB', hit.custodian],
    ['UR', hit.url],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : []));
  return `${lines.join('')}ER  - \r\n\r\n`;
}

/** A line begun by a title's own line break could pass for a tag. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
