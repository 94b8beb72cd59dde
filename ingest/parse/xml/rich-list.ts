import { attribute, elements, type XmlElement } from './element.ts';
import type { RichText } from './rich-text.ts';

/** EAD `list` (and EAC's): bullets, or numbers when it is ordered; a list of definitions when it has `defitem`. */
export function list(text: RichText, element: XmlElement): void {
  if (elements(element, 'defitem').length > 0) return definitions(text, element);
  head(text, element);
  const ordered = [attribute(element, 'type', 'listtype'), attribute(element, 'numeration')].some(
    (value) => value === 'ordered' || value === 'arabic',
  );
  text.out.block(ordered ? '<ol>' : '<ul>');
  for (const item of element.content) {
    if (typeof item === 'string' ? item.trim() === '' : item.name === 'head') continue;
    text.out.block('<li>');
    text.item(typeof item === 'string' ? [item] : item.content);
    text.out.block('</li>');
  }
  text.out.block(ordered ? '</ol>' : '</ul>');
}

/** `label` and `item` pairs. */
export function definitions(text: RichText, element: XmlElement): void {
  head(text, element);
  text.out.block('<dl>');
  headings(text, element);
  for (const entry of elements(element, 'defitem')) {
    for (const part of elements(entry)) cell(text, part.name === 'label' ? 'dt' : 'dd', part.content);
  }
  text.out.block('</dl>');
}

/** What happened when: date and events of each `chronitem`. */
export function chronology(text: RichText, element: XmlElement): void {
  head(text, element);
  text.out.block('<dl>');
  headings(text, element);
  for (const item of elements(element)) {
    if (!/^chronitem$/i.test(item.name)) continue;
    for (const part of elements(item)) {
      const dated = /^(date|datesingle|daterange|dateset|dateRange|dateSet)$/.test(part.name);
      if (part.name === 'eventgrp' || part.name === 'chronitemset')
        for (const event of elements(part)) cell(text, 'dd', event.content);
      else cell(text, dated ? 'dt' : 'dd', part.content);
    }
  }
  text.out.block('</dl>');
}

/** `listhead`: what the two columns are. */
function headings(text: RichText, element: XmlElement): void {
  for (const heads of elements(element, 'listhead'))
    elements(heads).forEach((column, i) => cell(text, i === 0 ? 'dt' : 'dd', column.content));
}

function cell(text: RichText, tag: string, content: XmlElement['content']): void {
  text.out.block(`<${tag}>`);
  text.item(content);
  text.out.block(`</${tag}>`);
}

function head(text: RichText, element: XmlElement): void {
  const title = elements(element, 'head')[0];
  if (!title) return;
  text.out.block('<p><b>');
  text.phrase(title.content);
  text.out.block('</b></p>');
}
