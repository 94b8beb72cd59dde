import type { Note } from '#lib/records/description.ts';
import type { RecordMention } from '#ingest/draft.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { proseOf } from '#ingest/parse/prose.ts';
import { attribute, elements, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';

/** Placeholders of ICAR's own example forms say nothing. */
export function isEmpty(text: string): boolean {
  return /^[.…]*$/.test(text);
}

/** Prose as notes; codes of other descriptions in it go to `records`. */
export function notesOf(element: XmlElement, records: RecordMention[], label: string | null = null): Note[] {
  const { note, codes } = proseOf(element, label);
  for (const code of codes) records.push({ kind: code.label ?? element.name, identifier: code.value });
  return note && !isEmpty(note.text) ? [note] : [];
}

export function plainNote(text: string, label?: string | null): Note {
  return { html: `<p>${escapeHtml(text)}</p>`, text, ...(label && { label }) };
}

const prose = /^(descriptiveNote|p|list|outline|citation)$/;

/** `function`, `mandate`, `localDescription` …: a term, its dates and place, and what is said of it. */
export function termNotes(element: XmlElement, records: RecordMention[]): Note[] {
  const term = termOf(element);
  const label = labelOfLocalType(attribute(element, 'localType'));
  const described = elements(element).filter(({ name }) => prose.test(name));
  const notes = described
    .flatMap((part) =>
      notesOf(part.name === 'descriptiveNote' ? part : { ...part, name: 'descriptiveNote', content: [part] }, records),
    )
    .map((note) => ({ ...note, ...((term || label) && { label: term || (label ?? '') }) }));
  // A citation may be nothing but its address.
  if (notes.length === 0 && described.every(({ name }) => name === 'citation'))
    return isEmpty(term) ? [] : [plainNote(term, label)];
  return notes;
}

/** The same in one line. */
export function termLine(element: XmlElement): string {
  const said = elements(element)
    .filter(({ name }) => prose.test(name))
    .map(textOf);
  return [termOf(element), ...said].filter((text) => !isEmpty(text)).join('. ');
}

/** `podestà (1405-1509, Padova)`. */
export function termOf(element: XmlElement): string {
  const texts = (...names: string[]) =>
    elements(element)
      .filter(({ name }) => names.includes(name))
      .map(textOf);
  const term = texts('term').filter(Boolean).join(', ');
  const beside = [datesWords(element), ...texts('placeEntry', 'placeName')].filter(Boolean).join(', ');
  return term !== '' && beside !== '' ? `${term} (${beside})` : term || beside;
}

export function datesWords(element: XmlElement): string | null {
  const content = element.content.filter(
    (part) => typeof part !== 'string' && /^(date|dateRange|dateSet|useDates)$/.test(part.name),
  );
  return content.length === 0 ? null : normaliseDates(readDateSet({ ...element, content }).statements).dates.display;
}
