import type { AccessPoint, IsadElement, Note } from '#lib/records/description.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { htmlTree, wordsOf } from '#lib/records/html-tree.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';
import type { Standing } from './level.ts';

/** What a unit says after its identity, in ICAR's elements, each at most once. */
export function icarNotes(record: HarvestRecord, standing: Standing): string {
  const { elements } = record.description;
  const { complex } = standing;
  const of = (name: IsadElement) => paragraphs(elements[name] ?? []);
  return [
    once('scopecontent', complex ? 'AmbitiEContenuto' : 'DescrizioneContenuto', of('scopeAndContent')),
    once('custodhist', null, of('archivalHistory')),
    once('appraisal', 'ProcedureScarto', of('appraisal')),
    once('accruals', null, of('accruals')),
    once('acqinfo', null, of('immediateSource')),
    once('arrangement', 'CriteriOrdinamento', of('arrangement')),
    once('originalsloc', null, of('locationOfOriginals')),
    once('altformavail', null, of('locationOfCopies')),
    once('phystech', null, of('physicalCharacteristics')),
    conditions(record),
    once('odd', 'AltreInfo', others(record)),
    remarks(record, standing),
    relations(record, standing),
    accessPoints(record),
    // M006, M007: what is disseminated is published.
    xmlElement('ead:processinfo', { localtype: 'StatusScheda' }, xmlText('ead:p', 'Pubblicata')),
  ].join('');
}

function once(element: string, localtype: string | null, content: string): string {
  return content === '' ? '' : xmlElement(`ead:${element}`, { localtype }, content);
}

/** Words only: one `p` a block. */
function paragraphs(notes: readonly Note[], name: string | null = null): string {
  return notes
    .flatMap(({ html, label }) => {
      const blocks = htmlTree(html).map((node) => wordsOf([node]).trim());
      const before = [name, label].filter(Boolean).join(' – ');
      return blocks
        .filter((words) => words !== '')
        .map((words, at) => (at === 0 && before ? `${before}: ${words}` : words));
    })
    .map((words) => xmlText('ead:p', words))
    .join('');
}

/** Areas that ICAR has no element for, by the names that Italian finding aids give them. */
const named: readonly [IsadElement, string][] = [
  ['extentAndMedium', 'Consistenza'],
  ['administrativeHistory', 'Storia istituzionale'],
  ['abstract', 'Abstract'],
  ['filePlan', 'Classificazione'],
  ['legalStatus', 'Stato giuridico'],
  ['languageNote', 'Lingua'],
  ['findingAids', 'Strumenti di ricerca'],
  ['preferredCitation', 'Citazione'],
  ['relatedUnits', 'Documentazione collegata'],
  ['separatedMaterial', 'Documentazione separata'],
  ['publicationNote', 'Bibliografia'],
  ['index', 'Indice'],
  ['archivistsNote', 'Descrizione'],
];

function others({ description }: HarvestRecord): string {
  return named.map(([element, name]) => paragraphs(description.elements[element] ?? [], name)).join('');
}

/** M258: remarks stand within an `odd` of their own, which says what they are about. */
function remarks({ level, description }: HarvestRecord, { complex }: Standing): string {
  const content = paragraphs(description.elements.note ?? []);
  if (content === '') return '';
  const about = complex ? 'ComplessoArchivistico' : level === 'file' ? 'UnitaArchivistica' : 'UnitaDocumentale';
  return xmlElement('ead:odd', { localtype: 'Osservazioni' }, xmlElement('ead:odd', { localtype: about }, content));
}

/** M068, M076: one word of a closed list, and what the source says of it. */
function conditions({ description, visibility, consultableFrom }: HarvestRecord): string {
  const access = paragraphs(description.elements.conditionsOfAccess ?? []);
  const closed = visibility === 'described';
  const until = closed && consultableFrom !== null ? xmlText('ead:p', `Consultabile dal ${consultableFrom}`) : '';
  const said = access + until;
  const noted = said === '' ? '' : xmlElement('ead:accessrestrict', { localtype: 'NoteCondizioniAccesso' }, said);
  const restrict =
    closed || said !== ''
      ? xmlElement(
          'ead:accessrestrict',
          { localtype: 'CondizioniAccesso' },
          xmlText('ead:p', closed ? 'Non accessibile' : 'Liberamente accessibile'),
          noted,
        )
      : '';
  const use = paragraphs(description.elements.conditionsOfReproduction ?? []);
  if (use === '') return restrict;
  const note = xmlElement('ead:userestrict', { localtype: 'NoteCondizioniUtilizzo' }, use);
  return restrict + xmlElement('ead:userestrict', { localtype: 'Riproduzione' }, note);
}

/** M046, M069: the unit above; M304: who made and who keeps a complesso. */
function relations({ agents }: HarvestRecord, { complex, above }: Standing): string {
  const up =
    above === null
      ? ''
      : xmlElement(
          'ead:relation',
          { relationtype: 'resourcerelation' },
          xmlText('ead:relationentry', above, { localtype: complex ? 'ComplArchSovraordinato' : 'LivelloSuperiore' }),
        );
  const words: Partial<Record<(typeof agents)[number]['role'], string>> = {
    creator: 'Soggetto produttore',
    custodian: 'Soggetto conservatore',
  };
  const ties = complex
    ? agents.map(({ id, role }) =>
        words[role]
          ? xmlElement(
              'ead:relation',
              { relationtype: 'cpfrelation' },
              xmlText('ead:relationentry', id, { localtype: words[role] }),
            )
          : '',
      )
    : [];
  const written = [up, ...ties].join('');
  return written === '' ? '' : xmlElement('ead:relations', {}, written);
}

const points: Record<AccessPoint['kind'], [element: string, localtype: string]> = {
  subject: ['subject', 'Soggetto'],
  function: ['subject', 'Soggetto'],
  occupation: ['subject', 'Soggetto'],
  genre: ['subject', 'Soggetto'],
  title: ['subject', 'Soggetto'],
  place: ['geogname', 'Toponimo'],
  person: ['persname', 'Antroponimo'],
  family: ['famname', 'NomeFamiglia'],
  corporateBody: ['corpname', 'NomeEnte'],
  name: ['name', 'Denominazione'],
};

function accessPoints({ description }: HarvestRecord): string {
  const written = description.accessPoints.map(({ kind, label }) => {
    const [element, localtype] = points[kind];
    return xmlElement(`ead:${element}`, {}, xmlText('ead:part', label, { localtype }));
  });
  return written.length > 0 ? xmlElement('ead:controlaccess', {}, ...written) : '';
}
