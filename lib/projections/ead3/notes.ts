import type { IsadElement, Note } from '#lib/records/description.ts';
import { isadElements } from '#lib/records/description.ts';
import { ead3Blocks, ead3SoleParagraph } from '#lib/records/ead3-prose.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { xmlLanguage } from '#lib/records/xml-language.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';

/** EAD3's prose elements; for the rest `odd` with ISAD(G)'s name as its type. */
const elementOf: Partial<Record<IsadElement, string>> = {
  administrativeHistory: 'bioghist',
  archivalHistory: 'custodhist',
  immediateSource: 'acqinfo',
  scopeAndContent: 'scopecontent',
  appraisal: 'appraisal',
  accruals: 'accruals',
  arrangement: 'arrangement',
  filePlan: 'fileplan',
  conditionsOfAccess: 'accessrestrict',
  conditionsOfReproduction: 'userestrict',
  legalStatus: 'legalstatus',
  physicalCharacteristics: 'phystech',
  findingAids: 'otherfindaid',
  preferredCitation: 'prefercite',
  locationOfOriginals: 'originalsloc',
  locationOfCopies: 'altformavail',
  relatedUnits: 'relatedmaterial',
  separatedMaterial: 'separatedmaterial',
  publicationNote: 'bibliography',
  note: 'odd',
  archivistsNote: 'processinfo',
};

/** The areas of ISAD(G) after identity, in the order of the standard, and from when a closed unit may be read. */
export function notes(record: HarvestRecord, above: HarvestRecord | null): string {
  const { elements } = record.description;
  const isSaid = (name: IsadElement) =>
    (name === 'abstract' && isPlainAbstract(record)) || (name === 'languageNote' && isPlainLanguageNote(record));
  const prose = isadElements.flatMap((name) =>
    isSaid(name) ? [] : (elements[name] ?? []).map((note) => prosaic(name, note)),
  );
  return prose.join('') + closure(record, above);
}

function prosaic(name: IsadElement, { html, label, lang }: Note): string {
  const element = elementOf[name];
  return xmlElement(
    element ?? 'odd',
    { localtype: element ? null : `isad:${name}`, lang: xmlLanguage(lang) },
    xmlText('head', label),
    ead3Blocks(html) || '<p/>',
  );
}

/** Abstracts that fit EAD3's `abstract`, which holds no blocks. */
export function isPlainAbstract({ description }: HarvestRecord): boolean {
  return (description.elements.abstract ?? []).every(
    (note) => note.label === undefined && ead3SoleParagraph(note.html) !== null,
  );
}

/** A remark on the languages that fits beside them. */
export function isPlainLanguageNote({ description }: HarvestRecord): boolean {
  const [only, ...others] = description.elements.languageNote ?? [];
  if (!only || others.length > 0 || description.languages.length === 0) return false;
  return only.label === undefined && only.lang === undefined && ead3SoleParagraph(only.html) !== null;
}

/** Said of every unit that may not be read yet, in words that ingest reads as they are meant; what lies below is closed with it. */
function closure({ visibility, consultableFrom }: HarvestRecord, above: HarvestRecord | null): string {
  if (visibility !== 'described') return '';
  if (above?.visibility === 'described' && above.consultableFrom === consultableFrom) return '';
  const words = consultableFrom === null ? 'Non consultabile' : `Consultabile dal ${consultableFrom}`;
  return xmlElement('accessrestrict', { localtype: 'ConsultabileDal' }, xmlElement('p', {}, words));
}
