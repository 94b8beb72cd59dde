import { elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { internalApart, isInternal } from '#ingest/parse/xml/internal.ts';
import { readNote } from './notes.ts';
import type { UnitParts } from './unit-parts.ts';

/** The title page and preface of a printed finding aid (EAD `frontmatter`): what the header has not said already. */
export function readFrontMatter(ead: XmlElement, header: XmlElement | undefined, parts: UnitParts): void {
  const front = first(ead, 'frontmatter');
  if (!front) return;
  const hidden = isInternal(front);
  // An internal header has said nothing to readers.
  const said = header && isInternal(header) ? '' : folded(header);
  for (const page of elements(internalApart(front, () => false))) {
    const internal = hidden || isInternal(page);
    const label = textOf(first(page, 'head')) || (page.name === 'titlepage' ? 'Frontespizio' : 'Premessa');
    const content = elements(page)
      .filter((part) => part.name !== 'head' && !said.includes(folded(part)))
      .map((part) => (inLine.has(part.name) ? { ...part, name: 'p' } : part));
    readNote({ ...page, content }, 'archivistsNote', parts, label, internal);
  }
}

/** Lines of a title page. */
const inLine = new Set(
  'titleproper subtitle author publisher sponsor edition num date bibseries bibref title'.split(' '),
);

function folded(element: XmlElement | undefined): string {
  return textOf(element)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
