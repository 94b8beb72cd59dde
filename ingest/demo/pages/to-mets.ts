import { mixNamespace, toMix } from '#lib/records/mix.ts';
import { leaf, wrap } from '#lib/records/xml-writing.ts';
import { demoUnit, type DemoPageSet, type DemoPart } from './page-set.ts';

/** A page as it lies in the folder. */
export interface PageFiles {
  image: string;
  imageSha256: string;
  imageBytes: number;
  /** Pixels. */
  width: number;
  height: number;
  alto: string;
  altoSha256: string;
}

export const demoRights = 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/';

/** The resolution at which the sheets are scanned, so to say. */
export const dpi = 300;

/** The pages of a unit as a digitisation would deliver them: METS with images, their size, their text, what may be done with them, leaves and parts. */
export function toMets(set: DemoPageSet, files: readonly PageFiles[]): string {
  const { unit } = demoUnit(set.fonds, set.code);
  return `<?xml version="1.0" encoding="UTF-8"?>${wrap(
    'mets',
    {
      xmlns: 'http://www.loc.gov/METS/',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:metsrights': 'http://cosimo.stanford.edu/sdr/metsrights/',
      ...mixNamespace,
      OBJID: set.code,
      LABEL: unit.title,
      TYPE: unit.type ?? null,
    },
    section('dmdSec', 'dmd-1', 'DC', leaf('dc:identifier', set.code) + leaf('dc:title', unit.title)),
    wrap(
      'amdSec',
      {},
      ...files.map(techSection),
      section(
        'rightsMD',
        'rights-1',
        'METSRIGHTS',
        wrap(
          'metsrights:RightsDeclarationMD',
          { RIGHTSCATEGORY: 'PUBLIC DOMAIN' },
          leaf('metsrights:RightsDeclaration', demoRights),
        ),
      ),
    ),
    wrap(
      'fileSec',
      {},
      group(
        'reference image',
        'image',
        'image/jpeg',
        files.map((file) => [file.image, file.imageSha256]),
      ),
      group(
        'text',
        'alto',
        'text/xml',
        files.map((file) => [file.alto, file.altoSha256]),
      ),
    ),
    physical(set),
    set.parts.length > 0
      ? wrap(
          'structMap',
          { TYPE: 'logical' },
          wrap('div', { TYPE: 'unit', LABEL: unit.title, DMDID: 'dmd-1' }, ...set.parts.map(part)),
        )
      : '',
  )}`;
}

function physical(set: DemoPageSet): string {
  const pages = set.pages.map(({ label }, at) =>
    wrap(
      'div',
      { ID: `page-${at + 1}`, TYPE: 'page', ORDER: String(at + 1), LABEL: label },
      wrap('fptr', { FILEID: `image-${at + 1}` }),
      wrap('fptr', { FILEID: `alto-${at + 1}` }),
    ),
  );
  return wrap('structMap', { TYPE: 'physical' }, wrap('div', { TYPE: 'unit', DMDID: 'dmd-1' }, ...pages));
}

function part({ label, from, to, parts = [] }: DemoPart): string {
  const pages = Array.from({ length: to - from + 1 }, (_, at) => wrap('fptr', { FILEID: `image-${from + at}` }));
  return wrap('div', { TYPE: 'part', LABEL: label }, ...pages, ...parts.map(part));
}

const group = (use: string, id: string, type: string, files: [name: string, sha256: string][]): string =>
  wrap(
    'fileGrp',
    { USE: use },
    ...files.map(([name, sha256], at) =>
      wrap(
        'file',
        {
          ID: `${id}-${at + 1}`,
          MIMETYPE: type,
          CHECKSUM: sha256,
          CHECKSUMTYPE: 'SHA-256',
          ...(id === 'image' ? { ADMID: `rights-1 tech-${at + 1}` } : {}),
        },
        wrap('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': name }),
      ),
    ),
  );

const techSection = ({ image, imageBytes, width, height }: PageFiles, at: number): string =>
  section(
    'techMD',
    `tech-${at + 1}`,
    'NISOIMG',
    toMix({
      identifier: { type: 'local', value: image },
      mediaType: 'image/jpeg',
      bytes: imageBytes,
      width,
      height,
      dpi,
    }),
  );

const section = (name: string, id: string, type: string, content: string): string =>
  wrap(name, { ID: id }, wrap('mdWrap', { MDTYPE: type, MIMETYPE: 'text/xml' }, wrap('xmlData', {}, content)));
