import type { Note } from '#lib/records/description.ts';
import type { RecordMention } from '#ingest/draft.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { attribute, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { isEmpty, notesOf, plainNote } from './terms.ts';
import { wordTable } from '#ingest/word-table.ts';

/** Elements whose own prose is about all that they hold: `functions`, `languagesUsed` … */
const groups = wordTable<string>({
  functions: 'Funzioni',
  mandates: 'Fonti normative',
  occupations: 'Attività',
  legalStatuses: 'Condizione giuridica',
  places: 'Luoghi',
  languagesUsed: 'Lingue',
  languageUsed: 'Lingua',
  localDescriptions: 'Altre informazioni',
  demographicDescriptions: 'Dati demografici',
  otherEntityTypes: 'Tipologia',
  identity: 'Denominazioni',
  existDates: 'Date di esistenza',
});

/** What is said beside the things themselves: of all of a group, of a date, of a language. */
export function remarks(cpf: XmlElement, records: RecordMention[]): Note[] {
  const found = within(cpf, ...Object.keys(groups)).flatMap((group) => groupRemarks(group, records));
  const dated = within(cpf, 'dateSet').flatMap((set) => readDateSet({ ...set, content: [set] }).asides);
  const dates = dated.map((date) => plainNote(textOf(date), labelOfLocalType(attribute(date, 'localType'))));
  return unrepeated([...found, ...dates.filter(({ text }) => !isEmpty(text))]);
}

function groupRemarks(group: XmlElement, records: RecordMention[]): Note[] {
  const label = groups[group.name] ?? null;
  const own = elements(group)
    .filter(({ name }) => /^(descriptiveNote|p|list|outline|citation)$/.test(name))
    .flatMap((part) => notesOf(part.name === 'descriptiveNote' ? part : { ...part, content: [part] }, records, label));
  return [...own, ...elements(group).flatMap((inner) => (inner.name in groups ? groupRemarks(inner, records) : []))];
}

/** The same remark on several dates is one. */
function unrepeated(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [`${note.label ?? ''}\n${note.text}`, note])).values()];
}
