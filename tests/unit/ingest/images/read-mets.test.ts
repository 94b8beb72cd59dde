import { describe, expect, it } from 'vitest';
import { readMets } from '#ingest/images/mets/read-mets.ts';
import { SourceFault } from '#ingest/parse/xml/fault.ts';

const file = (id: string, href: string, more = '') =>
  `<file ID="${id}" MIMETYPE="image/tiff" ${more}><FLocat LOCTYPE="URL" xlink:href="${href}"/></file>`;
const page = (order: number, label: string, ...files: string[]) =>
  `<div ID="p-${label}" ORDER="${order}" LABEL="${label}">${files.map((id) => `<fptr FILEID="${id}"/>`).join('')}</div>`;
const mets = (groups: string, physical: string, more = '', head = '') =>
  new TextEncoder().encode(
    `<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:r="http://cosimo.stanford.edu/sdr/metsrights/" OBJID="IT-ASPD/1">
      ${head}<fileSec>${groups}</fileSec>${physical && `<structMap TYPE="physical"><div>${physical}</div></structMap>`}${more}</mets>`,
  );
const group = (use: string, ...files: string[]) => `<fileGrp USE="${use}">${files.join('')}</fileGrp>`;

describe('pages of a METS file', () => {
  it('come in the order that the map says, and are named as it names them', () => {
    const { pages, paged, identifiers } = readMets(
      mets(group('master', file('a', 'a.tif'), file('b', 'b.tif')), page(2, 'c. 1v', 'a') + page(1, 'c. 1r', 'b')),
    );
    expect(pages.map((one) => [one.label, one.file])).toEqual([
      ['c. 1r', 'b.tif'],
      ['c. 1v', 'a.tif'],
    ]);
    expect(paged).toBe(true);
    expect(identifiers).toEqual(['IT-ASPD/1']);
  });

  it.each([
    ['masters before what is for consultation', ['thumbnail', 'reference', 'master'], 2],
    ['what is for consultation before thumbnails', ['thumbnail', 'reference'], 1],
    ['thumbnails where there is nothing else', ['thumbnail'], 0],
    ['what has no use told before what was made for the web', ['web', ''], 1],
  ])('are %s', (_, uses, best) => {
    const ids = uses.map((_use, at) => `f${at}`);
    const groups = uses.map((use, at) => group(use, file(`f${at}`, `${at}.tif`))).join('');
    expect(readMets(mets(groups, page(1, '1', ...ids))).pages).toMatchObject([{ file: `${best}.tif` }]);
  });

  it('are the files of the best kind in their order, where there is no map', () => {
    const groups = group('thumbnail', file('t', 't.jpg')) + group('master', file('a', 'a.tif'), file('b', 'b.tif'));
    expect(readMets(mets(groups, '')).pages.map((one) => one.file)).toEqual(['a.tif', 'b.tif']);
  });

  it('have the text that is of the same division, and what is told of their bytes', () => {
    const groups =
      group('master', file('a', 'a.tif', 'CHECKSUMTYPE="SHA-256" CHECKSUM="ab"')) +
      group('fulltext', '<file ID="x" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="alto/a.xml"/></file>');
    expect(readMets(mets(groups, page(1, '1', 'a', 'x'))).pages).toEqual([
      {
        label: '1',
        file: 'a.tif',
        onTheWeb: null,
        size: null,
        rightsUri: null,
        checksum: { algorithm: 'SHA-256', value: 'ab' },
        textFile: 'alto/a.xml',
      },
    ]);
  });

  it('that point to no file are told, and the others read', () => {
    const { pages, warnings } = readMets(
      mets(group('master', file('a', 'a.tif')), page(1, '1', 'a') + page(2, '2', 'gone')),
    );
    expect(pages).toHaveLength(1);
    expect(warnings).toEqual(['a page points to a file that is not there: gone']);
  });
});

describe('places of files', () => {
  it.each([
    ['a.tif', 'a.tif'],
    ['./scans//a.tif', 'scans/a.tif'],
    ['scans\\a.tif', 'scans/a.tif'],
    ['file:scans/a.tif', 'scans/a.tif'],
    ['carta%201.tif', 'carta 1.tif'],
    ['50%.tif', '50%.tif'],
  ])('below the METS file are read: %s', (href, path) => {
    expect(readMets(mets(group('master', file('a', href)), page(1, '1', 'a'))).pages).toMatchObject([{ file: path }]);
  });

  it.each([
    '../a.tif',
    'x/../../a.tif',
    '%2e%2e/a.tif',
    '..%5ca.tif',
    '/etc/passwd',
    '%2Fetc%2Fpasswd',
    '\\\\host\\share\\a.tif',
    'C:\\a.tif',
    'file:///etc/passwd',
    'http://example.org/a.tif',
    'a%00.tif',
    '.',
  ])('anywhere else are not: %s', (href) => {
    const groups = group('master', file('a', href), file('b', 'b.tif'));
    const { pages, warnings } = readMets(mets(groups, page(1, '1', 'a') + page(2, '2', 'b')));
    expect(pages.map((one) => one.file)).toEqual(['b.tif']);
    expect(warnings.join()).toContain('is passed over');
  });
});

describe('parts of the whole', () => {
  const groups = group('master', file('a', 'a.tif'), file('b', 'b.tif'), file('c', 'c.tif'));
  const physical = page(1, 'I', 'a') + page(2, 'II', 'b') + page(3, 'III', 'c');

  it('are the divisions of the logical map, tied by links or by files, one in the other', () => {
    const logical = `<structMap TYPE="LOGICAL"><div LABEL="Volume"><div ID="l1" LABEL="Proemio"/><div LABEL="Estimi"><div LABEL="Borgo"><fptr FILEID="c"/></div></div></div></structMap>
      <structLink><smLink xlink:from="#l1" xlink:to="#p-I"/><smLink xlink:from="#l1" xlink:to="#p-II"/></structLink>`;
    expect(readMets(mets(groups, physical, logical)).structures).toEqual([
      { label: 'Proemio', pages: [0, 1], ranges: [] },
      { label: 'Estimi', pages: [], ranges: [{ label: 'Borgo', pages: [2], ranges: [] }] },
    ]);
  });

  it('are none where there are only pages', () => {
    expect(readMets(mets(groups, physical)).structures).toEqual([]);
  });
});

describe('rights', () => {
  const rights = (said: string) =>
    `<amdSec><rightsMD ID="R"><mdWrap MDTYPE="OTHER"><xmlData><r:RightsDeclarationMD>${said}</r:RightsDeclarationMD></xmlData></mdWrap></rightsMD></amdSec>`;
  const read = (said: string) =>
    readMets(mets(group('master', file('a', 'a.tif')), page(1, '1', 'a'), '', rights(said)));

  it('that are a known statement are kept, with who holds them', () => {
    const said = `<r:RightsDeclaration>http://creativecommons.org/publicdomain/mark/1.0/</r:RightsDeclaration><r:RightsHolder><r:RightsHolderName>Comune di Padova</r:RightsHolderName></r:RightsHolder>`;
    expect(read(said)).toMatchObject({
      rightsUri: 'http://creativecommons.org/publicdomain/mark/1.0/',
      requiredStatement: 'Comune di Padova',
      warnings: [],
    });
  });

  it('are those of each file where they differ: its own, those of its group, the usual ones', () => {
    const [mark, cne, inC] = [
      'http://creativecommons.org/publicdomain/mark/1.0/',
      'http://rightsstatements.org/vocab/CNE/1.0/',
      'http://rightsstatements.org/vocab/InC/1.0/',
    ];
    const section = (id: string, said: string) =>
      `<rightsMD ID="${id}"><mdWrap MDTYPE="OTHER"><xmlData><r:RightsDeclarationMD><r:RightsDeclaration>${said}</r:RightsDeclaration></r:RightsDeclarationMD></xmlData></mdWrap></rightsMD>`;
    const head = `<amdSec>${section('m', mark)}${section('c', cne)}${section('i', inC)}${section('w', 'chiedere')}</amdSec>`;
    const groups =
      group('master', file('a', 'a.tif'), file('b', 'b.tif', 'ADMID="t i"')) +
      `<fileGrp ADMID="c">${file('d', 'd.tif')}${file('e', 'e.tif', 'ADMID="w"')}</fileGrp>`;
    const all = page(1, '1', 'a') + page(2, '2', 'b') + page(3, '3', 'd') + page(4, '4', 'e');
    const { pages, rightsUri, warnings } = readMets(mets(groups, all, '', head));
    expect(pages.map((one) => one.rightsUri)).toEqual([mark, inC, cne, null]);
    expect(rightsUri).toBeNull();
    expect(warnings).toEqual([]);
    expect(readMets(mets(groups, page(1, '1', 'a'), '', head)).rightsUri).toBe(mark);
  });

  it('that are none that is known are told, and not kept', () => {
    const { rightsUri, warnings } = read('<r:RightsDeclaration>https://example.org/mine</r:RightsDeclaration>');
    expect(rightsUri).toBeNull();
    expect(warnings.join()).toContain('https://example.org/mine');
  });
});

describe('no METS of images', () => {
  it.each([
    ['another root', '<ead xmlns="urn:isbn:1-931666-22-9"/>'],
    ['no files', '<mets xmlns="http://www.loc.gov/METS/"/>'],
    ['broken off', '<mets xmlns="http://www.loc.gov/METS/"><fileSec>'],
    ['entities one in the other', '<!DOCTYPE mets [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><mets>&b;</mets>'],
    ['nothing', ''],
  ])('is refused with a reason: %s', (_, text) => {
    expect(() => readMets(new TextEncoder().encode(text))).toThrow(SourceFault);
  });
});

describe('images on the web', () => {
  const mix =
    '<amdSec><techMD ID="t1"><mdWrap MDTYPE="NISOIMG"><xmlData><mix xmlns="http://www.loc.gov/mix/v20"><BasicImageInformation><BasicImageCharacteristics><imageWidth>3000</imageWidth><imageHeight>4000</imageHeight></BasicImageCharacteristics></BasicImageInformation></mix></xmlData></mdWrap></techMD></amdSec>';

  it('are linked where MIX tells how large they are', () => {
    const { pages } = readMets(
      mets(group('', file('a', 'https://example.org/1.tif', 'ADMID="x t1"')), page(1, '1', 'a'), '', mix),
    );
    expect(pages).toMatchObject([
      { file: 'https://example.org/1.tif', onTheWeb: { width: 3000, height: 4000, mediaType: 'image/tiff' } },
    ]);
  });

  it('give way to a file below, however good it is said to be', () => {
    const groups =
      group('master', file('a', 'https://example.org/1.tif', 'ADMID="t1"')) + group('thumbnail', file('b', '1.jpg'));
    expect(readMets(mets(groups, page(1, '1', 'a', 'b'), '', mix)).pages).toMatchObject([
      { file: '1.jpg', onTheWeb: null },
    ]);
  });

  it.each(['file:///etc/passwd', 'https://a:b@example.org/1.tif', 'javascript:alert(1)'])('%s is none', (href) => {
    const groups = group('', file('a', href, 'ADMID="t1"'), file('b', '2.tif'));
    expect(readMets(mets(groups, page(1, '1', 'a') + page(2, '2', 'b'), '', mix)).pages.map((one) => one.file)).toEqual(
      ['2.tif'],
    );
  });
});
