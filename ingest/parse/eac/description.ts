import type { AgentDescription } from '#lib/records/agent.ts';
import type { Note } from '#lib/records/description.ts';
import type { RecordMention } from '#ingest/draft.ts';
import { normaliseLanguage } from '#ingest/normalise/language.ts';
import { controlNotes } from '#ingest/parse/control/control-notes.ts';
import { attribute, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { isInternal, withoutInternal } from '#ingest/parse/xml/internal.ts';
import { placeNotes, placeOf } from './places.ts';
import { remarks } from './remarks.ts';
import { linkOf, sourceNotes } from './sources.ts';
import { isEmpty, notesOf, plainNote, termLine, termNotes } from './terms.ts';

/** Elements that become notes with their own audience. */
export const isProse = (name: string) => /^(biogHist|structureOrGenealogy|generalContext)$/.test(name);

/** ISAAR(CPF) 5.2 and 5.4 of one identity; what is internal of it for archivists alone. Codes of other descriptions go to `records`. */
export function describeAgent(
  control: XmlElement | undefined,
  cpf: XmlElement,
  hidden: readonly XmlElement[],
  otherNames: AgentDescription['otherNames'],
  records: RecordMention[],
): AgentDescription {
  // Some files have a history outside `description`.
  const areas = elements(cpf).filter(({ name }) => name !== 'relations' && name !== 'alternativeSet');
  const description = { ...cpf, content: areas };
  const below = (...names: string[]) => within(description, ...names);
  const prose = (...names: string[]) => below(...names).flatMap((element) => notesOf(element, records));
  const terms = (...names: string[]) => below(...names).flatMap((element) => termNotes(element, records));
  const lines = (name: string) =>
    below(name)
      .map(termLine)
      .filter((line) => !isEmpty(line));
  const { shown: sources, hidden: hiddenSources } = sourcesOf(control);
  return {
    otherNames,
    history: prose('biogHist'),
    places: below('place').flatMap((place) => placeOf(place, records)),
    legalStatus: lines('legalStatus'),
    functions: terms('function'),
    mandates: terms('mandate'),
    structure: prose('structureOrGenealogy'),
    generalContext: prose('generalContext'),
    occupations: lines('occupation'),
    languages: languages(below('languageUsed')),
    sources: sources.flatMap((source) => sourceNotes(source, records)),
    notes: [
      ...terms('otherEntityType', 'localDescription', 'demographicDescription'),
      ...below('place').flatMap(placeNotes),
      ...remarks(description, records),
      ...alternatives(cpf),
      ...controlArea(control, records),
      ...[...hidden, ...hiddenSources].flatMap((element) => internalNotes(element, records)),
    ],
    links: sources.concat(below('citation')).flatMap(linkOf),
  };
}

function languages(used: readonly XmlElement[]): string[] {
  const named = used.flatMap((one) => within(one, 'language'));
  const codes = named.flatMap(
    (language) => normaliseLanguage(attribute(language, 'languageCode')) ?? normaliseLanguage(textOf(language)) ?? [],
  );
  return [...new Set(codes)];
}

/** `alternativeSet`: other records of the same agent. */
function alternatives(cpf: XmlElement): Note[] {
  return within(cpf, 'setComponent').flatMap((component) => {
    const said = elements(component).filter(({ name }) => !name.startsWith('object'));
    const text = said.map(textOf).filter(Boolean).join('; ');
    return text === '' ? [] : [plainNote(text, 'Altra descrizione')];
  });
}

function internalNotes(element: XmlElement, records: RecordMention[]): Note[] {
  return notesOf(element, records, element.name).map((note) => ({ ...note, internal: true }));
}

/** ISAAR(CPF) 5.4.8, apart: what is internal, or stands in an internal control. */
function sourcesOf(control: XmlElement | undefined): { shown: XmlElement[]; hidden: XmlElement[] } {
  if (!control) return { shown: [], hidden: [] };
  if (isInternal(control)) return { shown: [], hidden: within(control, 'source') };
  const { shown, hidden } = withoutInternal(control);
  return { shown: within(shown, 'source'), hidden: hidden.filter(({ name }) => /^sources?$/.test(name)) };
}

/** ISAAR(CPF) 5.4. */
function controlArea(control: XmlElement | undefined, records: RecordMention[]): Note[] {
  const { notes, codes } = controlNotes(control);
  for (const { value, label } of codes) records.push({ kind: label ?? 'control', identifier: value });
  return notes;
}
