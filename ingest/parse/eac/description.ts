import type { AgentDescription } from '#lib/records/agent.ts';
import type { Note } from '#lib/records/description.ts';
import type { RecordMention } from '#ingest/draft.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { normaliseLanguage } from '#ingest/normalise/language.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { proseOf } from '#ingest/parse/prose.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { escapeHtml, safeHref } from '#ingest/parse/xml/safe-html.ts';

/** ISAAR(CPF) 5.2, and what the record says of its sources. Codes of other descriptions go to `records`. */
export function describeAgent(
  control: XmlElement | undefined,
  cpfDescriptions: readonly XmlElement[],
  otherNames: AgentDescription['otherNames'],
  records: RecordMention[],
): AgentDescription {
  const all = cpfDescriptions.flatMap((cpf) => elements(cpf, 'description'));
  const below = (...names: string[]) => all.flatMap((description) => within(description, ...names));
  const prose = (...names: string[]) => below(...names).flatMap((element) => notesOf(element, records));
  const types = cpfDescriptions
    .flatMap((cpf) => within(cpf, 'otherEntityType'))
    .flatMap((type) => termNotes(type, records));
  const sources = control ? within(control, 'source') : [];
  return {
    otherNames,
    history: prose('biogHist'),
    places: below('place').flatMap((place) => placeOf(place, records)),
    legalStatus: below('legalStatus')
      .map(termOf)
      .filter((term) => term !== ''),
    functions: below('function').flatMap((element) => termNotes(element, records)),
    mandates: below('mandate').flatMap((element) => termNotes(element, records)),
    structure: prose('structureOrGenealogy'),
    generalContext: prose('generalContext'),
    occupations: below('occupation')
      .map(termOf)
      .filter((term) => term !== ''),
    languages: [
      ...new Set(
        below('languageUsed')
          .flatMap((used) => within(used, 'language'))
          .flatMap(
            (language) =>
              normaliseLanguage(attribute(language, 'languageCode')) ?? normaliseLanguage(textOf(language)) ?? [],
          ),
      ),
    ],
    sources: sources.flatMap((source) => sourceNotes(source, records)),
    notes: [...types, ...below('localDescription').flatMap((element) => termNotes(element, records))],
    links: sources.concat(below('citation')).flatMap(linkOf),
  };
}

/** Placeholders of ICAR's own example forms say nothing. */
function isEmpty(text: string): boolean {
  return text === '' || text === '...';
}

function notesOf(element: XmlElement, records: RecordMention[]): Note[] {
  const { note, codes } = proseOf(element);
  for (const { value, label } of codes) records.push({ kind: label ?? element.name, identifier: value });
  return note && !isEmpty(note.text) ? [note] : [];
}

/** `function`, `mandate`, `localDescription` …: a term, its dates, and what is said of it. */
function termNotes(element: XmlElement, records: RecordMention[]): Note[] {
  const term = termOf(element);
  const described = [...elements(element, 'descriptiveNote'), ...elements(element, 'p')];
  const label = labelOfLocalType(attribute(element, 'localType'));
  if (described.length === 0) {
    if (isEmpty(term)) return [];
    return [{ html: `<p>${escapeHtml(term)}</p>`, text: term, ...(label && { label }) }];
  }
  return described
    .flatMap((part) =>
      notesOf(part.name === 'p' ? { ...part, name: 'descriptiveNote', content: [part] } : part, records),
    )
    .map((note) => ({ ...note, ...((term || label) && { label: term || (label ?? '') }) }));
}

function termOf(element: XmlElement): string {
  const term = textOf(first(element, 'term'));
  const dates = datesWords(element);
  return term !== '' && dates !== null ? `${term} (${dates})` : term;
}

function datesWords(element: XmlElement): string | null {
  const own = {
    ...element,
    content: element.content.filter(
      (part) => typeof part !== 'string' && /^(date|dateRange|dateSet|useDates)$/.test(part.name),
    ),
  };
  return own.content.length === 0 ? null : normaliseDates(readDateSet(own).statements).dates.display;
}

function placeOf(place: XmlElement, records: RecordMention[]): AgentDescription['places'] {
  const name = first(place, 'placeName') ?? first(place, 'placeEntry');
  const address = first(place, 'address');
  const label =
    textOf(name) ||
    (address ? elements(address).map(textOf).join(', ') : '') ||
    textOf(within(place, 'placeEntry', 'placeName')[0]);
  const role = textOf(first(place, 'placeRole'));
  const code = systemCode.test(label) ? label : (attribute(name, 'id', 'vocabularySource') ?? '');
  if (systemCode.test(code)) records.push({ kind: role || 'place', identifier: code });
  if (isEmpty(label) || systemCode.test(label)) return [];
  const dates = datesWords(place);
  return [{ label, ...(role && { role }), ...(dates && { dates }) }];
}

function sourceNotes(source: XmlElement, records: RecordMention[]): Note[] {
  const entry = first(source, 'sourceEntry') ?? first(source, 'reference');
  const text = textOf(entry);
  const said = elements(source, 'descriptiveNote')
    .map(textOf)
    .filter((note) => !isEmpty(note))
    .join(' ');
  const kind = attribute(entry, 'linkRole', 'localType') ?? 'source';
  if (systemCode.test(text)) {
    records.push({ kind, identifier: text, ...(said && { note: said }) });
    return [];
  }
  const whole = [text, said].filter((part) => !isEmpty(part)).join('. ');
  const label = labelOfLocalType(attribute(entry, 'linkRole'));
  return whole === '' ? [] : [{ html: `<p>${escapeHtml(whole)}</p>`, text: whole, ...(label && { label }) }];
}

function linkOf(element: XmlElement): AgentDescription['links'] {
  const linked = [element, ...elements(element)].find((part) => safeHref(attribute(part, 'href')) !== null);
  const href = linked && safeHref(attribute(linked, 'href'));
  if (!linked || !href) return [];
  const label = textOf(linked).slice(0, 300);
  return [{ href, ...(label && { label }) }];
}
