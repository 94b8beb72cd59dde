import type { Note } from '#lib/records/description.ts';
import { attribute, elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { isInternal, withoutInternal } from '#ingest/parse/xml/internal.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { RichText } from '#ingest/parse/xml/rich-text.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import { systemCode, type FoundCode } from '#ingest/parse/xml/system-codes.ts';
import { eventLine } from './events.ts';
import { controlStatements, type ControlStatement } from './statements.ts';

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
  for (const { label, element } of controlStatements(header).flatMap(internalPart)) {
    // That a machine wrote the description out is no revision of it.
    if (attribute(element, 'altrender') === 'dissemination') continue;
    const internal = hidden || isInternal(element);
    const own =
      textOf(first(element, 'head')) || labelOfLocalType(attribute(element, 'localtype', 'localType', 'label'));
    if (systemCode.test(textOf(element))) {
      found.codes.push({
        value: textOf(element),
        label: attribute(element, 'localtype', 'localType') ?? element.name,
        linked: true,
      });
      continue;
    }
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

/** What is internal within a statement is a statement of its own. */
function internalPart(statement: ControlStatement): ControlStatement[] {
  const { label, element } = statement;
  if (isInternal(element)) return [statement];
  const { shown, hidden } = withoutInternal(element);
  if (hidden.length === 0) return [statement];
  const attributes = { ...element.attributes, audience: 'internal' };
  return [
    { label, element: shown },
    { label, element: { ...element, attributes, content: hidden } },
  ];
}

/** Parts of a statement that stand side by side are paragraphs; words among them stay one. */
function writeStatement(rich: RichText, element: XmlElement): void {
  const content = element.content.filter((part) => typeof part === 'string' || part.name !== 'head');
  const isMixed = content.some((part) => typeof part === 'string' && part.trim() !== '');
  if (isMixed || elements(element).length === 0) return rich.flow(content);
  const told = new Set<string>();
  for (const part of elements(element)) {
    const text = textOf(part);
    // That it is in Latin letters goes without saying.
    if (part.name === 'head' || (part.name === 'script' && /^lat/i.test(text)) || /^[.…]*$/.test(text)) continue;
    const line = introduced(part).join('') + text;
    if (told.has(line)) continue;
    told.add(line);
    rich.flow(
      blocks.test(part.name) ? [part] : [{ ...part, name: 'p', content: [...introduced(part), ...part.content] }],
    );
  }
}

const blocks = /^(p|list|address|chronlist|descriptive[nN]ote|table)$/;

/** ICAR: "Tipologia: Inventario analitico"; that a date is a date is plain. */
function introduced(part: XmlElement): string[] {
  const type = attribute(part, 'localtype') ?? '';
  const label = /^(Data|Qualifica|Note)/.test(type) ? null : labelOfLocalType(type);
  return label === null ? [] : [`${label}: `];
}

function paragraph(rich: RichText, content: XmlElement['content']): void {
  rich.flow([{ name: 'p', attributes: {}, content, line: 0 }]);
}

/** Revisions follow each other in one note. */
function addNote(notes: Note[], note: Note): void {
  const last = notes.find((other) => other.label === note.label && other.internal === note.internal);
  if (!last) return void notes.push(note);
  const html = note.html.startsWith('<') ? note.html : `<p>${escapeHtml(note.text)}</p>`;
  if (last.html.includes(html)) return;
  last.html += html;
  // As the words of paragraphs of one note follow each other anywhere.
  last.text = `${last.text} ${note.text}`;
}
