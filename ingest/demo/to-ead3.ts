import { readDate, type DatePoint } from '#ingest/demo/dates.ts';
import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import type { Fonds, Unit } from '#ingest/demo/model.ts';
import { escape, lay, leaf, wrap } from '#ingest/demo/xml.ts';

/** Said by every unit below the series: visitors must never take an invented document for a real one. */
export const DEMONSTRATION_NOTE =
  'Dato dimostrativo: unità inventata per il progetto ELI4U secondo i modelli descrittivi d’uso; non corrisponde a un documento reale.';

/** Said where the title is real or customary and only what lies below is invented. */
const FONDS_NOTE =
  'Dato dimostrativo: titolo, estremi, consistenza e storia del complesso seguono le fonti citate; le unità descritte al suo interno sono inventate per il progetto ELI4U.';
const SUBSERIES_NOTE =
  'Dato dimostrativo: la partizione segue le fonti o l’uso archivistico; le unità che contiene sono inventate per il progetto ELI4U.';

const COMPLEX = new Set(['fonds', 'subfonds', 'series', 'subseries']);
const WRITTEN_ON = '2026-11-01';

interface Context {
  fonds: Fonds;
  ids: ReadonlyMap<Unit, string>;
  places: ReadonlyMap<Unit, number>;
}

/** Identifier of a fonds as other fonds and agents cite it. */
export function fondsId(number: number): string {
  return `DEMO-CA-${String(number * 10_000).padStart(6, '0')}`;
}

function identify(fonds: Fonds): Context {
  const ids = new Map<Unit, string>([[fonds, fondsId(fonds.number)]]);
  const places = new Map<Unit, number>([[fonds, 1]]);
  let next = fonds.number * 10_000;
  const visit = (parent: Unit): void => {
    parent.children.forEach((child, index) => {
      next += 1;
      const kind = COMPLEX.has(child.level) ? 'CA' : child.level === 'file' ? 'UA' : 'UD';
      ids.set(child, `DEMO-${kind}-${String(next).padStart(6, '0')}`);
      places.set(child, index + 1);
      visit(child);
    });
  };
  visit(fonds);
  return { fonds, ids, places };
}

const paragraphs = (text: string | undefined): string =>
  text === undefined
    ? ''
    : text
        .split('\n')
        .map((line) => leaf('p', line))
        .join('');

function block(name: string, text: string | undefined, localtype?: string): string {
  return text === undefined || text === '' ? '' : wrap(name, { localtype }, paragraphs(text));
}

/** ICAR (M307) wants either words or the two limits, never both: the words stand in DataTestuale anyway. */
function datePart(name: string, at: DatePoint, localtype?: string): string {
  const limits = at.notBefore !== undefined;
  return wrap(
    name,
    { localtype, altrender: at.certainty, standarddate: at.standard, notbefore: at.notBefore, notafter: at.notAfter },
    limits ? '' : escape(at.text),
  );
}

function dateSet(display: string, extra = ''): string {
  const date = readDate(display);
  const kinds = {
    single: 'Data singola',
    range: 'Intervallo di date',
    open: 'Data aperta (a partire da)',
    unknown: 'Data non rilevata/non rilevabile',
  };
  const structured =
    date.from === undefined
      ? ''
      : date.kind === 'single'
        ? datePart('datesingle', date.from, 'DataSingola')
        : wrap(
            'daterange',
            {},
            datePart('fromdate', date.from),
            date.to === undefined ? '' : datePart('todate', date.to),
          );
  const text = leaf('datesingle', display, { localtype: 'DataTestuale', altrender: kinds[date.kind] });
  return structured + extra === '' ? text : wrap('dateset', {}, text, structured, extra);
}

function unitDate(unit: Unit): string {
  const { dates } = unit;
  if (dates === undefined) return '';
  const note = leaf('datesingle', unit.dateNote, { localtype: 'NoteAllaDatazione' });
  const place =
    unit.issuedAt === undefined
      ? ''
      : wrap(
          'datesingle',
          { localtype: 'DataTopica' },
          wrap('ref', {}, wrap('geogname', {}, leaf('part', unit.issuedAt))),
        );
  return wrap('unitdatestructured', {}, dateSet(dates, note + place));
}

const facet = (localtype: string, text: string | undefined): string => leaf('physfacet', text, { localtype });
const genre = (localtype: string, value: string | undefined): string =>
  value === undefined ? '' : wrap('physfacet', { localtype }, wrap('genreform', {}, leaf('part', value)));

function documentKind(unit: Unit): string {
  if (unit.level !== 'item') return '';
  const track = unit.map !== undefined ? 'Cartografia' : unit.type === 'Pergamena' ? 'Pergamena' : undefined;
  const chosen = track ?? (unit.copy === undefined ? 'Carteggio' : 'Manoscritto');
  return wrap(
    'physfacet',
    { localtype: 'TipologiaDocumentaria' },
    wrap('genreform', {}, leaf('part', chosen, { localtype: 'TracciatoSpecifico' })),
  );
}

function sealFacet(unit: Unit): string {
  const { seal } = unit;
  if (seal === undefined) return '';
  return wrap(
    'physfacet',
    { localtype: 'Sigillo' },
    wrap('genreform', { localtype: 'PresenzaSigillo' }, leaf('part', 'Si')),
    wrap(
      'genreform',
      { localtype: 'DescrizioneSigillo' },
      leaf('part', seal.nature, { localtype: 'Natura' }),
      leaf('part', seal.material, { localtype: 'Materiale' }),
      leaf('part', seal.applied, { localtype: 'ModoApposizione' }),
      leaf('part', seal.text, { localtype: 'Descrizione' }),
    ),
  );
}

function physical(unit: Unit): string {
  const { type, map, size } = unit;
  if (type === undefined) return '';
  const structured = wrap(
    'physdescstructured',
    { physdescstructuredtype: 'materialtype', coverage: 'whole' },
    leaf('quantity', String(unit.quantity ?? 1)),
    leaf('unittype', type),
    facet('Tipologia', type),
    documentKind(unit),
    genre('TipologiaSpecifica', map?.kind),
    facet('Tecnica', map?.technique),
    facet('MediazioniGrafiche', map?.means),
    unit.copy === undefined || map !== undefined ? '' : genre('StadioDocumento', unit.copy),
    sealFacet(unit),
    facet('Supporto', unit.support ?? (type === 'Pergamena' ? 'Pergamena' : 'Carta')),
    facet('Legatura', unit.binding),
    size === undefined ? '' : leaf('dimensions', `${size[0]} cm`, { localtype: 'Altezza' }),
    size === undefined ? '' : leaf('dimensions', `${size[1]} cm`, { localtype: 'Larghezza' }),
    unit.physical === undefined ? '' : wrap('descriptivenote', {}, leaf('p', unit.physical)),
  );
  const scale =
    map === undefined
      ? ''
      : leaf('materialspec', map.scale, { localtype: 'Lineare' }) +
        leaf('materialspec', map.north, { localtype: 'Orientamento' });
  return structured + scale;
}

function languages(unit: Unit): string {
  const set = (unit.languages ?? ['ita']).map((code) =>
    wrap('languageset', {}, wrap('language', { lang: code }), leaf('script', 'Latino', { scriptcode: 'Latn' })),
  );
  const documents = COMPLEX.has(unit.level) && unit.languages === undefined ? '' : set.join('');
  return (
    (documents === '' ? '' : wrap('langmaterial', { label: 'LinguaDocumentazione' }, documents)) +
    wrap('langmaterial', { label: 'LinguaDescrizione' }, wrap('language', { lang: 'ita' }))
  );
}

function did(unit: Unit, context: Context): string {
  const id = context.ids.get(unit) ?? '';
  const complex = COMPLEX.has(unit.level);
  const titleType = complex ? 'Denominazione' : unit.originalTitle === true ? 'TitoloOriginale' : 'TitoloAttribuito';
  const custodian = CUSTODIANS[context.fonds.custodian];
  const top = unit.level === 'fonds' && custodian !== undefined;
  return wrap(
    'did',
    {},
    leaf('unitid', id, { label: 'ELI4U', identifier: id }),
    complex ? '' : leaf('unitid', String(context.places.get(unit) ?? 1), { localtype: 'NumeroSequenza' }),
    leaf('unitid', unit.code, { label: 'Segnatura' }),
    leaf('unitid', unit.formerCode, { label: 'SegnaturaPrecedente', localtype: 'Inventario antico' }),
    leaf('unittitle', unit.title, { localtype: titleType }),
    unitDate(unit),
    top ? wrap('repository', {}, wrap('corpname', { identifier: custodian.code }, leaf('part', custodian.name))) : '',
    physical(unit),
    leaf('physdesc', unit.extent, { localtype: 'ConsistenzaTotale' }),
    leaf('physdesc', unit.extentNote, { localtype: 'NoteAllaConsistenza' }),
    unit.container === undefined
      ? ''
      : wrap('container', { localtype: 'Busta' }, wrap('ref', {}, leaf('num', unit.container))),
    leaf('didnote', unit.state, { localtype: 'StatoDiConservazione' }),
    leaf('didnote', unit.restoration, { localtype: 'RestauroOAltriInterventi' }),
    leaf('didnote', unit.dorsal, { localtype: 'NoteDorsali' }),
    languages(unit),
    leaf('abstract', unit.abstracts?.ita, { lang: 'ita' }),
    leaf('abstract', unit.abstracts?.eng, { lang: 'eng' }),
  );
}

function rights(unit: Unit, context: Context): string {
  const custodian = CUSTODIANS[context.fonds.custodian];
  const access = unit.access ?? (unit.level === 'fonds' ? custodian?.access : undefined);
  const conditions =
    access === undefined
      ? ''
      : wrap(
          'accessrestrict',
          { localtype: 'CondizioniAccesso' },
          leaf('p', access.kind),
          wrap('accessrestrict', { localtype: 'NoteCondizioniAccesso' }, leaf('p', access.note)),
        );
  const reproduction =
    unit.level !== 'fonds' || custodian === undefined
      ? ''
      : wrap(
          'userestrict',
          { localtype: 'Riproduzione' },
          leaf('p', custodian.reproduction.kind),
          wrap('userestrict', { localtype: 'NoteCondizioniUtilizzo' }, paragraphs(custodian.reproduction.note)),
        );
  return conditions + reproduction;
}

function related(unit: Unit): string {
  if (unit.related === undefined) return '';
  const inside = unit.related.filter((entry) => entry.fonds !== undefined);
  const outside = unit.related.filter((entry) => entry.fonds === undefined);
  const write = (localtype: string, entries: typeof inside): string =>
    entries.length === 0
      ? ''
      : wrap(
          'relatedmaterial',
          { localtype },
          ...entries.map((entry) =>
            wrap(
              'archref',
              {},
              wrap('title', {}, leaf('part', entry.title)),
              escape(` ${entry.text} `),
              entry.fonds === undefined ? '' : leaf('ref', entry.fonds, { linktitle: 'RelazioneConCA' }),
            ),
          ),
        );
  return write('DocumentazioneInterna', inside) + write('DocumentazioneEsterna', outside);
}

function relations(unit: Unit, parent: Unit | undefined, context: Context): string {
  const up =
    parent === undefined
      ? ''
      : wrap(
          'relation',
          { relationtype: 'resourcerelation' },
          leaf('relationentry', context.ids.get(parent), {
            localtype: COMPLEX.has(unit.level) ? 'ComplArchSovraordinato' : 'LivelloSuperiore',
          }),
        );
  const agent = (role: string, id: string, dates: string | undefined): string =>
    wrap(
      'relation',
      { relationtype: 'cpfrelation' },
      leaf('relationentry', id, { localtype: role }),
      dates === undefined ? '' : dateSet(dates),
    );
  const creators = (unit.creators ?? []).map((link) => agent('Soggetto produttore', link.id, link.dates)).join('');
  const custodian = CUSTODIANS[context.fonds.custodian];
  const keeper =
    unit.level === 'fonds' && custodian !== undefined
      ? agent('Soggetto conservatore', custodian.agent, custodian.since)
      : '';
  return up + creators + keeper === '' ? '' : wrap('relations', {}, up, creators, keeper);
}

function accessPoints(unit: Unit): string {
  const write = (name: string, localtype: string, values: readonly string[] | undefined): string =>
    (values ?? []).map((value) => wrap(name, {}, leaf('part', value, { localtype }))).join('');
  const points =
    write('subject', 'Soggetto', unit.subjects) +
    write('persname', 'Antroponimo', unit.persons) +
    write('corpname', 'NomeEnte', unit.bodies) +
    write('geogname', 'Toponimo', unit.places) +
    write('famname', 'NomeFamiglia', unit.families);
  return points === '' ? '' : wrap('controlaccess', {}, points);
}

function demonstration(unit: Unit): string | undefined {
  if (unit.level === 'fonds' || unit.level === 'subfonds') return FONDS_NOTE;
  if (unit.level === 'subseries') return SUBSERIES_NOTE;
  return COMPLEX.has(unit.level) ? undefined : DEMONSTRATION_NOTE;
}

function notes(unit: Unit): string {
  const complex = COMPLEX.has(unit.level);
  const kind = complex ? 'ComplessoArchivistico' : unit.level === 'file' ? 'UnitaArchivistica' : 'UnitaDocumentale';
  const remarks = [unit.note, demonstration(unit)].filter((text) => text !== undefined);
  const facts = [
    unit.findingAids === undefined ? undefined : `Mezzi di corredo: ${unit.findingAids}`,
    unit.disagreement === undefined ? undefined : `Fonti discordi: ${unit.disagreement}`,
    unit.sources === undefined ? undefined : `Fonti della descrizione: ${unit.sources}`,
  ].filter((text) => text !== undefined);
  return (
    (facts.length === 0 ? '' : wrap('odd', { localtype: 'AltreInfo' }, ...facts.map((text) => leaf('p', text)))) +
    (remarks.length === 0
      ? ''
      : wrap(
          'odd',
          { localtype: 'Osservazioni' },
          wrap('odd', { localtype: kind }, ...remarks.map((text) => leaf('p', text))),
        ))
  );
}

function body(unit: Unit, parent: Unit | undefined, context: Context): string {
  const complex = COMPLEX.has(unit.level);
  const numbering =
    unit.numbering === undefined
      ? ''
      : wrap(
          'arrangement',
          { localtype: 'Numerazione' },
          wrap('p', {}, leaf('num', unit.numbering, { localtype: 'Numeri arabi' })),
        );
  return [
    did(unit, context),
    block('scopecontent', unit.scope, complex ? 'AmbitiEContenuto' : 'DescrizioneContenuto'),
    block('scopecontent', unit.regesto, 'Regesto'),
    block('scopecontent', unit.diplomatic, 'NotaArchivisticoDiplomatica'),
    block('custodhist', unit.history),
    block('appraisal', unit.appraisal, 'ProcedureScarto'),
    block('accruals', unit.accruals),
    block('acqinfo', unit.acquisition),
    block('arrangement', unit.arrangement, 'CriteriOrdinamento'),
    numbering,
    rights(unit, context),
    related(unit),
    relations(unit, parent, context),
    accessPoints(unit),
    notes(unit),
    wrap('processinfo', { localtype: 'StatusScheda' }, leaf('p', 'Pubblicata')),
  ].join('');
}

function component(unit: Unit, parent: Unit, context: Context): string {
  const children = unit.children.map((child) => component(child, unit, context)).join('');
  return wrap('c', { level: unit.level, id: context.ids.get(unit) }, body(unit, parent, context), children);
}

function control(fonds: Fonds): string {
  const custodian = CUSTODIANS[fonds.custodian];
  return wrap(
    'control',
    {
      countryencoding: 'iso3166-1',
      dateencoding: 'iso8601',
      langencoding: 'iso639-3',
      repositoryencoding: 'iso15511',
      scriptencoding: 'iso15924',
    },
    leaf('recordid', fondsId(fonds.number)),
    wrap('filedesc', {}, wrap('titlestmt', {}, leaf('titleproper', fonds.title))),
    wrap('maintenancestatus', { value: 'derived' }),
    wrap('maintenanceagency', {}, leaf('agencycode', custodian?.code), leaf('agencyname', custodian?.name)),
    wrap(
      'maintenancehistory',
      {},
      wrap(
        'maintenanceevent',
        {},
        wrap('eventtype', { value: 'created' }),
        leaf('eventdatetime', WRITTEN_ON),
        wrap('agenttype', { value: 'human' }),
        leaf('agent', 'Redazione ELI4U, dati dimostrativi'),
      ),
    ),
  );
}

/** One fonds as an EAD3 document in the ICAR-IMPORT 2.0 profile, with the identifiers ELI4U reads. */
export function toEad3(fonds: Fonds): string {
  const context = identify(fonds);
  const children = fonds.children.map((child) => component(child, fonds, context)).join('');
  const description = body(fonds, undefined, context) + (children === '' ? '' : wrap('dsc', {}, children));
  return lay(
    wrap(
      'ead',
      { xmlns: 'http://ead3.archivists.org/schema/' },
      control(fonds),
      wrap('archdesc', { level: 'fonds' }, description),
    ),
  );
}
