import type { AgentDescription } from '#lib/records/agent.ts';
import type { Note } from '#lib/records/description.ts';
import type { RecordMention } from '#ingest/draft.ts';
import { attribute, elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { safeHref } from '#ingest/parse/xml/safe-html.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { isEmpty, plainNote } from './terms.ts';

/** ISAAR(CPF) 5.4.8: the sources of the description in words; those described elsewhere are links. */
export function sourceNotes(source: XmlElement, records: RecordMention[]): Note[] {
  const entry = first(source, 'sourceEntry') ?? first(source, 'reference');
  const text = textOf(entry);
  const beside = elements(source)
    .filter((part) => part !== entry && part.name !== 'objectXMLWrap' && part.name !== 'objectBinWrap')
    .map(textOf)
    .filter((said) => !isEmpty(said));
  const kind = attribute(entry, 'linkRole', 'localType') ?? 'source';
  if (systemCode.test(text)) {
    const note = beside.join(' ');
    records.push({ kind, identifier: text, ...(note && { note }) });
    return [];
  }
  const whole = [text, ...beside].filter((part) => !isEmpty(part)).join('. ');
  return whole === '' ? [] : [plainNote(whole, labelOfLocalType(attribute(entry, 'linkRole')))];
}

/** An address on the net in a source or citation. */
export function linkOf(element: XmlElement): AgentDescription['links'] {
  const linked = [element, ...elements(element)].find((part) => safeHref(attribute(part, 'href')) !== null);
  const href = linked && safeHref(attribute(linked, 'href'));
  if (!linked || !href) return [];
  const label = textOf(linked).slice(0, 300);
  return [{ href, ...(label && { label }) }];
}
