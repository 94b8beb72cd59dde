import { mediaKindOf, mediaTypeOfObject } from '#lib/records/digital-media.ts';
import type { DisseminatingSite, HarvestRecord } from '#lib/records/harvest-views.ts';
import { languageTagOf, ownLanguage } from '#lib/records/language-tag.ts';
import { levelWords } from '#lib/records/level-words.ts';
import { europeanaRights } from '#lib/records/rights-statements.ts';
import { objectAddress } from '#lib/records/object-address.ts';
import { mixNamespace, toMix } from '#lib/records/mix.ts';
import { leaf, says, wrap } from '#lib/records/xml-writing.ts';

/**
 * The reproductions of an open unit in METS 1, as ICAR-IMPORT 2.0 packs it and the national digitisation plan wants images linked: Dublin Core
 * for what they show, METSRights for what may be done with them, MIX for the pixels of images that are known, a file for each and the order of the
 * pages. Null for a unit that is not open or has no reproduction on the web.
 *
 * What the model cannot say in it: colour and making of the images (MIX), checksums, digitisation projects; the resolution for
 * which a file is meant (all are `reference image`); pages within a PDF.
 */
export function toMets(record: HarvestRecord, site: DisseminatingSite): string | null {
  const files = filesOf(record, site.baseUrl);
  if (record.visibility !== 'open' || files.length === 0) return null;
  return wrap(
    'mets',
    {
      xmlns: 'http://www.loc.gov/METS/',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:metsrights': 'http://cosimo.stanford.edu/sdr/metsrights/',
      ...mixNamespace,
      OBJID: `oai:${site.oaiDomain}:${record.id}`,
      LABEL: record.title,
      TYPE: record.unitType ?? levelWords[record.level],
    },
    header(record, site),
    section('dmdSec', 'dmd-1', 'DC', dublinCore(record, site)),
    wrap(
      'amdSec',
      {},
      ...files.map(techSection),
      ...rightsOf(files).map((uri, at) => rightsSection(record, uri, `rights-${at + 1}`)),
    ),
    wrap(
      'fileSec',
      {},
      wrap('fileGrp', { USE: 'reference image' }, ...files.map((file) => fileElement(file, rightsOf(files)))),
    ),
    wrap(
      'structMap',
      { TYPE: 'physical' },
      wrap('div', { TYPE: 'unit', LABEL: record.title, DMDID: 'dmd-1' }, ...files.map(pageElement)),
    ),
  );
}

interface MetsFile {
  id: string;
  address: string;
  label: string | null;
  mediaType: string | null;
  rightsUri: string | null;
  size: { width: number; height: number } | null;
}

function filesOf(record: HarvestRecord, base: string): MetsFile[] {
  return record.digitalObjects.flatMap((object, at) => {
    const address = objectAddress(object.href, base);
    if (address === null) return [];
    const rightsUri = object.rightsUri ?? record.rightsUri;
    return [
      {
        id: `file-${at + 1}`,
        address,
        label: object.label,
        mediaType: mediaTypeOfObject(object),
        rightsUri,
        size: object.size ?? null,
      },
    ];
  });
}

const rightsOf = (files: readonly MetsFile[]): (string | null)[] => [
  ...new Set(files.map(({ rightsUri }) => rightsUri)),
];

function header({ changedAt, institution, id }: HarvestRecord, site: DisseminatingSite): string {
  const agent = (role: string, name: string) =>
    wrap('agent', { ROLE: role, TYPE: 'ORGANIZATION' }, leaf('name', name) || wrap('name', {}));
  return wrap(
    'metsHdr',
    { CREATEDATE: changedAt, LASTMODDATE: changedAt },
    agent('CREATOR', site.name),
    agent('CUSTODIAN', institution.name),
    agent('IPOWNER', institution.name),
    leaf('altRecordID', `${site.baseUrl}/id/${id}`, { TYPE: 'URI' }),
  );
}

const section = (name: string, id: string, type: string, content: string): string =>
  wrap(name, { ID: id }, wrap('mdWrap', { MDTYPE: type, MIMETYPE: 'text/xml' }, wrap('xmlData', {}, content)));

function dublinCore(record: HarvestRecord, site: DisseminatingSite): string {
  const lang = { 'xml:lang': languageTagOf(record.titleLang) ?? ownLanguage };
  const { abstract = [], scopeAndContent = [] } = record.description.elements;
  const creators = record.agents.filter(({ role }) => role === 'creator' || role === 'author');
  const parent = record.ancestors.at(-1);
  return [
    leaf('dc:identifier', `${site.baseUrl}/id/${record.id}`),
    leaf('dc:identifier', record.referenceCode),
    leaf('dc:title', says(record.title) ? record.title : levelWords[record.level], lang),
    ...creators.map(({ name }) => leaf('dc:creator', name)),
    ...[...abstract, ...scopeAndContent].map((note) => leaf('dc:description', note.text, lang)),
    leaf('dc:date', record.dates.display),
    leaf('dc:type', record.unitType, lang),
    ...record.description.languages.map((code) => leaf('dc:language', code)),
    parent ? leaf('dc:relation', `${site.baseUrl}/id/${parent.id}`) : '',
  ].join('');
}

/** One for each statement of rights; without one it is said to be another category, not to be nobody's. */
function rightsSection({ institution, description }: HarvestRecord, uri: string | null, id: string): string {
  const rights = europeanaRights(uri);
  const isOut = /\/(NoC-[A-Z]+|mark|zero)\//.test(rights?.uri ?? '');
  const isIn = /\/InC(-[A-Z-]+)?\//.test(rights?.uri ?? '');
  const conditions = (description.elements.conditionsOfReproduction ?? []).map(({ text }) => text);
  return section(
    'rightsMD',
    id,
    'METSRIGHTS',
    wrap(
      'metsrights:RightsDeclarationMD',
      { RIGHTSCATEGORY: isOut ? 'PUBLIC DOMAIN' : isIn ? 'COPYRIGHTED' : 'OTHER', OTHERCATEGORYTYPE: uri },
      ...[uri, ...conditions].map((text) => leaf('metsrights:RightsDeclaration', text)),
      wrap('metsrights:RightsHolder', {}, leaf('metsrights:RightsHolderName', institution.name)),
    ),
  );
}

/** Pixels of an image that is known. */
const techSection = ({ id, address, mediaType, size }: MetsFile): string =>
  size === null
    ? ''
    : section(
        'techMD',
        techOf(id),
        'NISOIMG',
        toMix({ identifier: { type: 'URI', value: address }, mediaType, ...size }),
      );

const techOf = (id: string): string => `tech-${id}`;

function fileElement(
  { id, address, mediaType, rightsUri, size }: MetsFile,
  rights: readonly (string | null)[],
): string {
  return wrap(
    'file',
    {
      ID: id,
      MIMETYPE: mediaType,
      ADMID: [`rights-${rights.indexOf(rightsUri) + 1}`, ...(size ? [techOf(id)] : [])].join(' '),
    },
    wrap('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': address }),
  );
}

const pageElement = ({ id, label, mediaType }: MetsFile, at: number): string =>
  wrap(
    'div',
    { TYPE: mediaKindOf(mediaType) === 'image' ? 'page' : 'item', ORDER: String(at + 1), LABEL: label },
    wrap('fptr', { FILEID: id }),
  );
