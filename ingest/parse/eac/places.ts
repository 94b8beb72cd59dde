import type { AgentDescription } from '#lib/records/agent.ts';
import type { Note } from '#lib/records/description.ts';
import type { RecordMention } from '#ingest/draft.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { datesWords, isEmpty, plainNote } from './terms.ts';

/** ISAAR(CPF) 5.2.3: where, in which role, when; codes of places go to `records`. */
export function placeOf(place: XmlElement, records: RecordMention[]): AgentDescription['places'] {
  const label = labelOf(place);
  const role = textOf(first(place, 'placeRole'));
  const code = systemCode.test(label) ? label : (attribute(nameOf(place), 'id', 'vocabularySource') ?? '');
  if (systemCode.test(code)) records.push({ kind: role || 'place', identifier: code });
  if (isEmpty(label) || systemCode.test(label)) return [];
  const dates = datesWords(place);
  return [{ label, ...(role && { role }), ...(dates && { dates }) }];
}

/** Address, contacts and remarks of a place, as a note named for it. */
export function placeNotes(place: XmlElement): Note[] {
  const label = labelOf(place);
  const lines = elements(place)
    .flatMap((part) => (part.name === 'address' || part.name === 'contact' ? elements(part) : [part]))
    .filter(({ name }) =>
      /^(addressLine|contactLine|descriptiveNote|citation|p|list|outline|placeEntry|placeName)$/.test(name),
    )
    .map(textOf)
    .filter((text) => !isEmpty(text) && text !== label && !systemCode.test(text));
  const text = [...new Set(lines)].join('; ');
  return text === '' || text === label
    ? []
    : [plainNote(text, systemCode.test(label) ? textOf(first(place, 'placeRole')) : label)];
}

function nameOf(place: XmlElement): XmlElement | undefined {
  return first(place, 'placeName') ?? first(place, 'placeEntry');
}

function labelOf(place: XmlElement): string {
  const address = first(place, 'address');
  return (
    textOf(nameOf(place)) ||
    (address ? elements(address).map(textOf).join(', ') : '') ||
    textOf(within(place, 'placeEntry', 'placeName')[0])
  );
}
