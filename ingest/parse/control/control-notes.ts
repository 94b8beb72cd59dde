import type { Note } from '#lib/records/description.ts';
import { attribute, elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { RichText } from '#ingest/parse/xml/rich-text.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import type { FoundCode } from '#ingest/parse/xml/system-codes.ts';
import { eventLine } from './events.ts';
import { controlStatements } from './statements.ts';

export interface ControlNotes {
  notes: Note[];
  /** Codes of other descriptions: authors, sources. */
  codes: FoundCode[];
}

/** ISAD(G) 3.7 and ISAAR(CPF) 5.4: who described, when, by which rules, in which language, and how it was published. */
export function controlNotes(header: XmlElement | undefined): ControlNotes {
  const found: ControlNotes = { notes: [], codes: [] };
  if (!header) return found;
  const hidden = attribute(header, 'audience') === 'internal';
  for (const { label, element } of controlStatements(header)) {
    const internal = hidden || attribute(element, 'audience') === 'internal';
    const own =
      textOf(first(element, 'head')) || labelOfLocalType(attribute(element, 'localtype', 'localType', 'label'));
    const rich = new RichText();
    if (/^(change|maintenanceEvent)$/i.test(element.name)) paragraph(rich, [eventLine(element)]);
    else writeStatement(rich, element);
    found.codes.push(...rich.codes);
    const done = rich.out.done();
    if (!done || /^[.…]*$/.test(done.text)) continue;
    const said = /^note$|^controlnote$/.test(element.name) ? (own ?? label) : label;
    addNote(found.notes, { ...done, label: said, ...(internal && { internal: true }) });
  }
  return found;
}

/** Parts of a statement that stand side by side are paragraphs; words among them stay one. */
function writeStatement(rich: RichText, element: XmlElement): void {
  const content = element.content.filter((part) => typeof part === 'string' || part.name !== 'head');
  const isMixed = content.some((part) => typeof part === 'string' && part.trim() !== '');
  if (isMixed || elements(element).length === 0) return rich.flow(content);
  for (const part of elements(element)) {
    // That it is in Latin letters goes without saying.
    if (part.name === 'head' || (part.name === 'script' && /^lat/i.test(textOf(part)))) continue;
    rich.flow(
      /^(p|list|address|chronlist|descriptive[nN]ote|table)$/.test(part.name) ? [part] : [{ ...part, name: 'p' }],
    );
  }
}

function paragraph(rich: RichText, content: XmlElement['content']): void {
  rich.flow([{ name: 'p', attributes: {}, content, line: 0 }]);
}

/** Revisions follow each other in one note. */
function addNote(notes: Note[], note: Note): void {
  const last = notes.find((other) => other.label === note.label && other.internal === note.internal);
  if (!last) return void notes.push(note);
  if (last.text.split('; ').includes(note.text)) return;
  last.html += note.html.startsWith('<') ? note.html : `<p>${escapeHtml(note.text)}</p>`;
  last.text = `${last.text}; ${note.text}`;
}
