import { attribute, elements, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { wordTable } from '#ingest/word-table.ts';

/** EAD3's and EAC's closed list of what is done to a description. */
const eventTypes = wordTable<string>({
  created: 'redazione',
  revised: 'revisione',
  updated: 'aggiornamento',
  derived: 'derivazione',
  cancelled: 'annullamento',
  deleted: 'cancellazione',
  deletedsplit: 'cancellazione',
  deletedreplaced: 'sostituzione',
});

/** A revision as one line: when, what, by whom, and what is said of it. `2026-11-01, redazione, Archivio di Stato`. */
export function eventLine(event: XmlElement): string {
  const said = (...names: string[]) =>
    elements(event)
      .filter((part) => names.includes(part.name.toLowerCase()))
      .map((part) => textOf(part) || (attribute(part, 'standarddatetime', 'standardDateTime') ?? ''))
      .filter((text) => !/^[.…]*$/.test(text));
  const type = elements(event).find((part) => part.name.toLowerCase() === 'eventtype');
  const value = attribute(type, 'value') ?? attribute(event, 'maintenanceEventType');
  const kind = [value && (eventTypes[value.toLowerCase()] ?? value), known(textOf(type))].filter(Boolean);
  // Nobody asks for the hour.
  const days = said('date', 'eventdatetime').map((when) => when.replace(/^(\d{4}-\d{2}-\d{2})T\d{2}:.*$/, '$1'));
  return [...days, ...new Set(kind), ...said('agent'), ...said('eventdescription', 'item', 'p')]
    .filter(Boolean)
    .join(', ');
}

function known(word: string): string {
  return eventTypes[word.toLowerCase()] ?? word;
}
