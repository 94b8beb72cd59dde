import { toMarkup } from '#lib/records/markup-text.ts';
import type { InventoryWords } from './words.ts';

/** A part of the finding aid; `depth` is 1 right below its root. */
export interface ContentsEntry {
  id: string;
  depth: number;
  referenceCode: string | null;
  title: string;
  titleLang: string | null;
  dates: { display: string | null; start: string | null; end: string | null };
}

/** The table of contents; nothing where there are no parts. */
export function contentsPage(entries: readonly ContentsEntry[], words: InventoryWords): string {
  if (entries.length === 0) return '';
  const lines = entries.map((entry) => {
    const dates = words.datesOf(entry);
    const code = entry.referenceCode ? `<span class="code">${toMarkup(entry.referenceCode)}</span> ` : '';
    const said = dates ? ` <span class="dates">${toMarkup(dates)}</span>` : '';
    return `<li class="depth-${Math.min(entry.depth, 6)}"><a href="#u-${entry.id}">${code}<span lang="${words.languageTag(entry.titleLang)}">${toMarkup(entry.title)}</span></a>${said}</li>`;
  });
  return `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${toMarkup(words.contents)}</h2><ol>${lines.join('\n')}</ol></nav>\n`;
}
