import { elements, within, type XmlElement } from './element.ts';
import type { RichText } from './rich-text.ts';

/** A table of rows and entries; spans and widths are left out. */
export function tableBlock(text: RichText, table: XmlElement): void {
  for (const title of elements(table, 'head')) {
    text.out.block('<p><b>');
    text.phrase(title.content);
    text.out.block('</b></p>');
  }
  text.out.block('<table>');
  for (const part of ['thead', 'tbody']) {
    const rows = within(table, part).flatMap((group) => within(group, 'row'));
    if (rows.length === 0) continue;
    text.out.block(`<${part}>`);
    for (const row of rows) tableRow(text, row, part === 'thead' ? 'th' : 'td');
    text.out.block(`</${part}>`);
  }
  text.out.block('</table>');
}

function tableRow(text: RichText, row: XmlElement, cell: string): void {
  text.out.block('<tr>');
  for (const entry of elements(row)) {
    text.out.block(`<${cell}>`);
    text.item(entry.content);
    text.out.block(`</${cell}>`);
  }
  text.out.block('</tr>');
}
