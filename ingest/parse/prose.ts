import type { Note } from '#lib/records/description.ts';
import { attribute, first, textOf, type XmlElement } from './xml/element.ts';
import { RichText } from './xml/rich-text.ts';
import type { FoundCode } from './xml/system-codes.ts';

/** The prose of an element of an authority record or guide as a note, and the codes of other descriptions in it. */
export function proseOf(element: XmlElement, label: string | null = null): { note: Note | null; codes: FoundCode[] } {
  const rich = new RichText();
  const head = first(element, 'head');
  rich.flow(element.content.filter((part) => part !== head));
  const done = rich.out.done();
  if (!done) return { note: null, codes: rich.codes };
  const shown = label ?? (textOf(head) || null);
  const lang = attribute(element, 'lang', 'languageOfElement');
  const internal = attribute(element, 'audience') === 'internal';
  const note: Note = {
    ...done,
    ...(shown && { label: shown }),
    ...(lang && { lang }),
    ...(internal && { internal: true }),
  };
  return { note, codes: rich.codes };
}
