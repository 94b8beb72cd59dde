import { mediaTypeOfObject } from '#lib/records/digital-media.ts';
import type { DisseminatingSite, HarvestAncestor, HarvestRecord } from '#lib/records/harvest-views.ts';
import { levelWords } from '#lib/records/level-words.ts';
import { sanDates, sanSystem } from '#lib/records/san/san-dates.ts';
import { objectAddress } from '#lib/records/object-address.ts';
import { leaf, nameToken, says, wrap, wrapped } from '#lib/records/xml-writing.ts';

/**
 * The reproductions of an open unit in METS-SAN (2012, http://san.mibac.it/mets-san/): where the unit lies, what it is, how it hangs on the rest of SAN, who
 * holds its rights, and the files. Null for a unit that is not open or has no reproduction on the web.
 *
 * What the model cannot say in it: the project that digitised it (the format wants one: `non indicato`), size and making of the images, measures,
 * the system's own identifier of the digital object, more than one level between fonds and unit.
 */
export function toMetsSan(record: HarvestRecord, site: DisseminatingSite): string | null {
  const files = filesOf(record, site.baseUrl);
  if (record.visibility !== 'open' || files.length === 0) return null;
  return wrap(
    'mets:mets',
    namespaces,
    header(record, site),
    section('dmdSec', { ID: 'ead-context-001' }, { MDTYPE: 'EAD' }, contextOf(record, site)),
    section(
      'dmdSec',
      { GROUPID: 'desc', ID: 'ead-desc-001' },
      { MDTYPE: 'EAD', MDTYPEVERSION: 'Arch' },
      descriptionOf(record, site),
    ),
    section('dmdSec', { ID: 'rel' }, { MDTYPE: 'OTHER', OTHERMDTYPE: 'RDF' }, tiesOf(record, site)),
    wrap('mets:amdSec', {}, section('rightsMD', { ID: 'amdRD001' }, { MDTYPE: 'METSRIGHTS' }, rightsOf(record, files))),
    wrap('mets:fileSec', {}, wrap('mets:fileGrp', { USE: 'reference image' }, ...files.map(fileElement))),
  );
}

const namespaces = {
  'xmlns:mets': 'http://san.mibac.it/mets-san/',
  'xmlns:ead-context': 'http://san.mibac.it/ead-san-objdig/context',
  'xmlns:ead': 'http://san.mibac.it/ead-san-objdig/',
  'xmlns:metsrights': 'http://san.mibac.it/metsrights-lite/',
  'xmlns:san-dl': 'http://mibac.it/san/dl#',
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

interface SanFile {
  id: string;
  address: string;
  mediaType: string;
  rightsUri: string | null;
}

function filesOf(record: HarvestRecord, base: string): SanFile[] {
  return record.digitalObjects.flatMap((object, at) => {
    const address = objectAddress(object.href, base);
    if (address === null) return [];
    const mediaType = mediaTypeOfObject(object);
    return [
      {
        id: `file-${at + 1}`,
        address,
        mediaType: says(mediaType) ? mediaType : 'application/octet-stream',
        rightsUri: object.rightsUri ?? record.rightsUri,
      },
    ];
  });
}

const section = (
  name: string,
  attributes: Record<string, string>,
  kind: Record<string, string>,
  content: string,
): string =>
  wrap(
    `mets:${name}`,
    attributes,
    wrap('mets:mdWrap', { ...kind, MIMETYPE: 'text/xml' }, wrap('mets:xmlData', {}, content)),
  );

const named = (name: string, text: string): string => leaf(name, text) || wrap(name, {});

function header({ changedAt, institution, id }: HarvestRecord, site: DisseminatingSite): string {
  const agent = (role: string, name: string) =>
    wrap('mets:agent', { ROLE: role, TYPE: 'ORGANIZATION' }, named('mets:name', name));
  return wrap(
    'mets:metsHdr',
    { CREATEDATE: changedAt, LASTMODDATE: changedAt },
    agent('CREATOR', site.name),
    agent('IPOWNER', institution.name),
    leaf('mets:altRecordID', `${site.baseUrl}/id/${id}`, { TYPE: 'URI' }),
  );
}

/** The fonds and, below it, what stands right above the unit. */
function contextOf(record: HarvestRecord, site: DisseminatingSite): string {
  const [root = record, ...above] = record.ancestors;
  const parent = above.at(-1);
  const { institution } = record;
  return wrap(
    'ead-context:ead',
    {},
    wrap(
      'ead-context:archdesc',
      {},
      wrap(
        'ead-context:did',
        {},
        leaf('ead-context:unitid', nameToken(root.id), { identifier: `${site.baseUrl}/id/${root.id}` }),
        leaf('ead-context:unittitle', titleOf(root)),
        wrap(
          'ead-context:repository',
          { id: nameToken(institution.id) },
          leaf('ead-context:corpname', says(institution.name) ? institution.name : institution.id),
          leaf('ead-context:abbr', nameToken(institution.code)),
        ),
      ),
      parent
        ? wrap(
            'ead-context:dsc',
            {},
            wrap(
              'ead-context:c',
              {},
              wrap(
                'ead-context:did',
                {},
                leaf('ead-context:unittitle', titleOf(parent)),
                leaf('ead-context:unitid', nameToken(parent.id)),
              ),
            ),
          )
        : '',
    ),
  );
}

const titleOf = ({ title, level }: Pick<HarvestAncestor, 'title' | 'level'>): string =>
  says(title) ? title : levelWords[level];

/** Languages of ISO 639-2 that Italian archives have most; the format takes no others than the standard's. */
const languages = new Set(['ita', 'lat', 'eng', 'fre', 'ger', 'spa', 'gre', 'grc', 'por', 'dut', 'heb', 'ara', 'rus']);

function descriptionOf(record: HarvestRecord, site: DisseminatingSite): string {
  const { description } = record;
  const { abstract, scopeAndContent } = description.elements;
  const { text, span } = sanDates(record.dates);
  const points = (name: string, ...kinds: string[]) =>
    description.accessPoints.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => leaf(`ead:${name}`, label));
  return wrap(
    'ead:c',
    {},
    wrap(
      'ead:did',
      {},
      leaf('ead:unitid', nameToken(record.id), { identifier: `${site.baseUrl}/id/${record.id}` }),
      leaf('ead:unittitle', titleOf(record)),
      leaf('ead:abstract', (abstract ?? scopeAndContent ?? []).map((note) => note.text).join(' ')),
      leaf('ead:unitdate', text, { normal: span }),
      wrap(
        'ead:physdesc',
        {},
        leaf('ead:extent', description.extents.join(', ')),
        leaf('ead:genreform', says(record.unitType) ? record.unitType : levelWords[record.level], {
          type: 'tipologie documentarie',
        }),
      ),
      wrapped(
        'ead:langmaterial',
        {},
        ...description.languages
          .filter((code) => languages.has(code))
          .map((code) => wrap('ead:language', { langcode: code })),
      ),
    ),
    wrapped('ead:odd', { type: 'Segnatura' }, leaf('ead:p', record.referenceCode)),
    wrapped(
      'ead:controlaccess',
      {},
      ...points('persname', 'person'),
      ...points('corpname', 'corporateBody', 'family', 'name'),
      ...points('geogname', 'place'),
      ...points('subject', 'subject', 'function', 'occupation', 'genre'),
    ),
    wrap('ead:dao', { 'xlink:href': `${site.baseUrl}/records/${record.id}` }),
  );
}

function tiesOf(record: HarvestRecord, site: DisseminatingSite): string {
  const to = (name: string, id: string | undefined) =>
    id === undefined ? '' : wrap(`san-dl:${name}`, { 'rdf:resource': `${site.baseUrl}/id/${id}` });
  const creator =
    record.agents.find(({ role }) => role === 'creator') ?? record.inherited.creators?.value.find(() => true);
  return wrap(
    'rdf:RDF',
    {},
    wrap(
      'rdf:Description',
      { 'rdf:about': nameToken(record.id) },
      wrap('san-dl:haSistemaAderente', { 'rdf:resource': sanSystem(site.oaiDomain) }),
      wrap('san-dl:haProgettoDigitalizzazione', { 'rdf:resource': 'non indicato' }),
      to('haConservatore', record.institution.id),
      to('haProduttore', creator?.id),
      to('haComplesso', record.ancestors.at(-1)?.id),
    ),
  );
}

/** The rights of each reproduction once, and the conditions of reproduction in words. */
function rightsOf({ institution, description }: HarvestRecord, files: readonly SanFile[]): string {
  const stated = new Set(files.map(({ rightsUri }) => rightsUri).filter(says));
  const conditions = (description.elements.conditionsOfReproduction ?? []).map(({ text }) => text).filter(says);
  const constraints = [...stated, ...conditions].map((text) =>
    wrap(
      'metsrights:Constraints',
      { CONSTRAINTTYPE: 'OTHER', OTHERCONSTRAINTTYPE: 'UserRestrict' },
      leaf('metsrights:ConstraintDescription', text),
    ),
  );
  return wrap(
    'metsrights:RightsDeclarationMD',
    { RIGHTSCATEGORY: 'OTHER' },
    wrap('metsrights:RightsHolder', {}, named('metsrights:RightsHolderName', institution.name)),
    wrapped('metsrights:Context', { CONTEXTCLASS: 'GENERAL PUBLIC' }, ...constraints),
  );
}

const fileElement = ({ id, address, mediaType }: SanFile): string =>
  wrap('mets:file', { ID: id, MIMETYPE: mediaType }, wrap('mets:FLocat', { LOCTYPE: 'URL', 'xlink:href': address }));
