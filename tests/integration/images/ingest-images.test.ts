import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '#ingest/run.ts';
import type { FileReport } from '#ingest/report.ts';
import { findImageSet } from '#lib/store/images/find-image-set.ts';
import { findPageText } from '#lib/store/images/find-page-text.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { createPool } from '#lib/store/pool.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;
let folder: string;
let unit: { id: string; code: string };

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string; code: string }>(
    `SELECT min(id) AS id, reference_code AS code FROM eli4u.record WHERE level = 'file' AND visibility = 'open' AND reference_code ~ '[^[:alnum:]]'
      GROUP BY reference_code HAVING count(*) = 1 ORDER BY 1 LIMIT 1`,
  );
  unit = rows[0] ?? { id: '', code: '' };
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-data-'));
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-scans-'));
  await pool.query('DELETE FROM eli4u.digital_object WHERE of_images');
  await pool.query('DELETE FROM eli4u.image_set');
  return () => Promise.all([rm(dataDir, { recursive: true }), rm(folder, { recursive: true })]);
});

async function load(place: string, more: { record?: string; dryRun?: boolean } = {}) {
  const files: FileReport[] = [];
  let passedOver = 0;
  const counts = await run(
    { paths: [place], dryRun: more.dryRun ?? false, repository: null, record: more.record ?? null },
    {
      pool,
      dataDir,
      today: '2026-11-27',
      baseUrl: 'https://archivio.example.it',
      watch: {
        files: (_, others) => (passedOver = others),
        progress: () => undefined,
        file: (report) => files.push(report),
      },
    },
  );
  return { ...counts, passedOver, problems: files.flatMap(({ problems }) => problems.map(({ message }) => message)) };
}

const picture = (width: number, height: number, background = '#a33') =>
  sharp({ create: { width, height, channels: 3, background } });
const asFolder = (code: string) => code.replace(/[^\p{L}\p{N}]+/gu, '_');

async function pixelOf(imageId: string, left: number, top: number): Promise<number[]> {
  const { rows } = await pool.query<{ key: string }>('SELECT pyramid_key AS key FROM eli4u.image WHERE id = $1', [
    imageId,
  ]);
  const data = await sharp(pyramidPath(dataDir, rows[0]?.key ?? ''))
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return [...data.subarray(0, 3)];
}

describe('a folder named by the code of a unit', () => {
  it('gives its images in the order of their numbers, with what their names call them; the same again changes nothing', async () => {
    const place = path.join(folder, asFolder(unit.code));
    await mkdir(place);
    for (const name of ['c_010r.jpg', 'c_002v.jpg', 'c_002r.jpg'])
      await picture(300, 400).jpeg().toFile(path.join(place, name));
    expect(await load(folder)).toMatchObject({ read: 3, created: 3, quarantined: 0 });
    const set = await findImageSet(pool, unit.id);
    expect(set?.images.map(({ label }) => label)).toEqual(['c. 2r', 'c. 2v', 'c. 10r']);
    expect(set?.paged).toBe(true);
    expect(await load(folder)).toMatchObject({ read: 3, created: 0, unchanged: 3 });
  });

  it('of which no unit has the code is told, and nothing is written', async () => {
    await mkdir(path.join(folder, 'niente'));
    await picture(30, 40)
      .jpeg()
      .toFile(path.join(folder, 'niente', '1.jpg'));
    const counts = await load(folder);
    expect(counts).toMatchObject({ quarantined: 1, created: 0 });
    expect(counts.problems.join()).toContain('«niente»');
    expect(await load(path.join(folder, 'niente'), { record: unit.id })).toMatchObject({ created: 1 });
  });
});

describe('scans as they come', () => {
  it('are kept as they are shown: turned, in sRGB, on white, 8 bits, whatever their names end with', async () => {
    const at = (name: string) => path.join(folder, name);
    await picture(300, 100).jpeg().withMetadata({ orientation: 6 }).toFile(at('1.jpg'));
    await picture(64, 64, '#204060').toColourspace('cmyk').tiff({ compression: 'none' }).toFile(at('2.tif'));
    await picture(64, 64, '#808080').toColourspace('rgb16').png().toFile(at('3.png'));
    await sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toFile(at('4.png'));
    await picture(64, 64).png().toFile(at('5.tif'));
    await sharp([await picture(40, 40, '#fff').png().toBuffer(), await picture(40, 40, '#000').png().toBuffer()], {
      join: { animated: true },
    })
      .webp()
      .toFile(at('6.webp'));
    expect(await load(folder, { record: unit.id })).toMatchObject({ created: 6, quarantined: 0 });
    const images = (await findImageSet(pool, unit.id))?.images ?? [];
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [100, 300],
      [64, 64],
      [64, 64],
      [64, 64],
      [64, 64],
      [40, 40],
    ]);
    expect((await pixelOf(images[3]?.id ?? '', 5, 5)).every((value) => value > 250)).toBe(true);
    expect((await pixelOf(images[5]?.id ?? '', 5, 5)).every((value) => value > 250)).toBe(true);
    const levels = await sharp(
      pyramidPath(
        dataDir,
        (await pool.query<{ key: string }>('SELECT pyramid_key AS key FROM eli4u.image WHERE id = $1', [images[0]?.id]))
          .rows[0]?.key ?? '',
      ),
    ).metadata();
    expect(levels).toMatchObject({ format: 'tiff', depth: 'uchar', space: 'srgb' });
  });

  it('of several pages are as many images; a PDF is drawn', async () => {
    const page = await picture(50, 60).tiff().toBuffer();
    await sharp([page, page, page], { join: { animated: true } })
      .tiff({ compression: 'none' })
      .toFile(path.join(folder, 'a.tif'))
      .catch(() => undefined);
    await writeFile(path.join(folder, 'b.pdf'), onePagePdf);
    const counts = await load(folder, { record: unit.id });
    expect(counts.problems).toEqual([]);
    const images = (await findImageSet(pool, unit.id))?.images ?? [];
    expect(images).toHaveLength(4);
    // 200 × 100 points at 300 dpi.
    expect(images.at(-1)).toMatchObject({ width: 833, height: 416, mediaType: 'application/pdf' });
  });

  it('that are broken or hostile are told one by one; the others are loaded, and a mended one comes to its place', async () => {
    const at = (name: string) => path.join(folder, name);
    await picture(200, 200, '#123').tiff({ compression: 'none' }).toFile(at('1.tif'));
    await picture(200, 200, '#456').tiff({ compression: 'none' }).toFile(at('2.tif'));
    await truncate(at('2.tif'), 40_000);
    await writeFile(at('3.jpg'), 'no image at all');
    await writeFile(at('4.png'), hugeClaim());
    await writeFile(at('5.tif'), Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(400, 0xff)]));
    await writeFile(at('6.pdf'), '%PDF-1.4 nothing more');
    await picture(200, 200, '#789').jpeg().toFile(at('7.jpg'));
    const counts = await load(folder, { record: unit.id });
    expect(counts).toMatchObject({ read: 7, created: 2, quarantined: 5 });
    expect(counts.problems.map((message) => message.slice(0, 5))).toEqual([
      '2.tif',
      '3.jpg',
      '4.png',
      '5.tif',
      '6.pdf',
    ]);
    const [first, second] = (await findImageSet(pool, unit.id))?.images ?? [];
    await picture(200, 200, '#456').tiff({ compression: 'none' }).toFile(at('2.tif'));
    expect(await load(folder, { record: unit.id })).toMatchObject({ created: 1, unchanged: 2, quarantined: 4 });
    const after = (await findImageSet(pool, unit.id))?.images ?? [];
    expect(after.map(({ id }) => id)).toEqual([first?.id, after[1]?.id, second?.id]);
  });
});

describe('what is there already', () => {
  it('is not made again; what was broken since is, and what is named again is young', async () => {
    const file = path.join(folder, '1.jpg');
    await picture(300, 400).jpeg().toFile(file);
    await load(folder, { record: unit.id });
    const sum = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    const pyramid = pyramidPath(dataDir, pyramidKeyOf(sum, 1));
    const first = await stat(pyramid);
    const longAgo = new Date('2020-01-01');
    await utimes(pyramid, longAgo, longAgo);
    await pool.query('DELETE FROM eli4u.digital_object WHERE of_images');
    await pool.query('DELETE FROM eli4u.image_set');
    expect(await load(folder, { record: unit.id })).toMatchObject({ created: 1, quarantined: 0 });
    expect((await stat(pyramid)).ino).toBe(first.ino);
    // The sweep takes what nobody names and is old: it may come while this load lasts.
    expect((await stat(pyramid)).mtimeMs).toBeGreaterThan(longAgo.getTime());
    await writeFile(pyramid, 'broken');
    await pool.query('DELETE FROM eli4u.digital_object WHERE of_images');
    await pool.query('DELETE FROM eli4u.image_set');
    expect(await load(folder, { record: unit.id })).toMatchObject({ created: 1, quarantined: 0 });
    expect(await sharp(pyramid).metadata()).toMatchObject({ width: 300, height: 400 });
  });
});

it('says of no file that it is passed over that is an image, a text of one or a manifest; of what is none it does', async () => {
  const place = path.join(folder, asFolder(unit.code));
  await mkdir(place);
  for (const name of ['c_1r.jpg', 'c_1v.jpg']) await picture(30, 40).jpeg().toFile(path.join(place, name));
  await writeFile(path.join(place, 'c_1r.xml'), '<alto><Layout><Page WIDTH="30" HEIGHT="40"/></Layout></alto>');
  await writeFile(
    path.join(folder, 'other.json'),
    '{"@context":"http://iiif.io/api/presentation/3/context.json","type":"Manifest"}',
  );
  await writeFile(path.join(folder, 'Thumbs.db'), 'x');
  expect(await load(folder)).toMatchObject({ created: 2, passedOver: 1 });
});

describe('a manifest', () => {
  const canvas = (name: string, width = 100) => ({
    id: `https://example.org/canvas/${name}`,
    type: 'Canvas',
    width,
    height: 200,
    items: [{ items: [{ body: { id: `https://example.org/${name}.jpg`, type: 'Image', format: 'image/jpeg' } }] }],
  });
  const write = (name: string, items: unknown[]) =>
    writeFile(
      path.join(folder, name),
      JSON.stringify({
        '@context': 'http://iiif.io/api/presentation/3/context.json',
        id: `https://example.org/${name}`,
        type: 'Manifest',
        label: { none: ['x'] },
        items,
      }),
    );

  it('that names a canvas twice is read with it once', async () => {
    await write('a.json', [canvas('1'), canvas('2'), canvas('1')]);
    const counts = await load(folder, { record: unit.id });
    expect(counts).toMatchObject({ read: 2, created: 2, quarantined: 0 });
    expect(counts.problems.join()).toContain('canvas 3 stands there twice');
  });

  it('that the database refuses is quarantined, and the next is loaded', async () => {
    // No index keeps so long a name.
    await write('a.json', [canvas(randomBytes(9000).toString('hex'))]);
    await write('b.json', [canvas('1')]);
    const counts = await load(folder, { record: unit.id });
    expect(counts).toMatchObject({ created: 1, quarantined: 1 });
    expect(counts.problems.join()).toContain('could not be loaded');
  });

  it('whose pages have sizes that no image has is told of each, and loaded with the others', async () => {
    await write('a.json', [canvas('1', 1e12), canvas('2')]);
    const counts = await load(folder, { record: unit.id });
    expect(counts).toMatchObject({ created: 1 });
    expect(counts.problems.join()).toContain('canvas 1 has no image on the web with its size');
  });
});

describe('METS', () => {
  const mets = (
    sum: string,
    files = 'scans/1.jpg',
  ) => `<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:rights="http://cosimo.stanford.edu/sdr/metsrights/" OBJID="${unit.code.replaceAll('&', '&amp;')}">
    <mets:amdSec><mets:rightsMD ID="r"><mets:mdWrap MDTYPE="METSRIGHTS"><mets:xmlData><rights:RightsDeclarationMD><rights:RightsDeclaration>http://rightsstatements.org/vocab/NoC-OKLR/1.0/</rights:RightsDeclaration><rights:RightsHolder><rights:RightsHolderName>Comune di Padova</rights:RightsHolderName></rights:RightsHolder></rights:RightsDeclarationMD></mets:xmlData></mets:mdWrap></mets:rightsMD></mets:amdSec>
    <mets:fileSec><mets:fileGrp USE="thumbnail"><mets:file ID="t1"><mets:FLocat LOCTYPE="URL" xlink:href="thumbs/1.jpg"/></mets:file></mets:fileGrp>
      <mets:fileGrp USE="master"><mets:file ID="m1" MIMETYPE="image/jpeg" CHECKSUMTYPE="MD5" CHECKSUM="${sum}"><mets:FLocat LOCTYPE="URL" xlink:href="${files}"/></mets:file>
      <mets:file ID="m2" MIMETYPE="image/jpeg"><mets:FLocat LOCTYPE="URL" xlink:href="./scans/2.jpg"/></mets:file></mets:fileGrp>
      <mets:fileGrp USE="ALTO"><mets:file ID="a1" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL" xlink:href="alto/1.xml"/></mets:file></mets:fileGrp></mets:fileSec>
    <mets:structMap TYPE="PHYSICAL"><mets:div TYPE="volume"><mets:div ID="p2" ORDER="2" LABEL="c. 1v"><mets:fptr FILEID="m2"/></mets:div><mets:div ID="p1" ORDER="1" LABEL="c. 1r"><mets:fptr FILEID="t1"/><mets:fptr FILEID="m1"/><mets:fptr FILEID="a1"/></mets:div></mets:div></mets:structMap>
    <mets:structMap TYPE="LOGICAL"><mets:div LABEL="tutto"><mets:div ID="l1" LABEL="Proemio"/><mets:div ID="l2" LABEL="Indice"/></mets:div></mets:structMap>
    <mets:structLink><mets:smLink xlink:from="#l1" xlink:to="#p1"/><mets:smLink xlink:from="#l2" xlink:to="#p2"/></mets:structLink></mets:mets>`;
  const alto = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page ID="P" WIDTH="300" HEIGHT="400"><PrintSpace><TextBlock ID="B"><TextLine ID="L" HPOS="10" VPOS="20" WIDTH="100" HEIGHT="30"><String CONTENT="Estimo" HPOS="10" VPOS="20" WIDTH="60" HEIGHT="30"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;

  async function write(text: (sum: string) => string): Promise<void> {
    for (const name of ['scans', 'alto', 'thumbs']) await mkdir(path.join(folder, name));
    for (const name of ['scans/1.jpg', 'scans/2.jpg', 'thumbs/1.jpg'])
      await picture(300, 400).jpeg().toFile(path.join(folder, name));
    await writeFile(path.join(folder, 'alto/1.xml'), alto);
    const sum = createHash('md5')
      .update(await readFile(path.join(folder, 'scans/1.jpg')))
      .digest('hex');
    await writeFile(path.join(folder, 'mets.xml'), text(sum));
  }

  it('gives pages in their order with their names, parts, rights and text; masters, not thumbnails', async () => {
    await write((sum) => mets(sum));
    const counts = await load(folder);
    expect(counts.problems).toEqual([]);
    expect(counts).toMatchObject({ read: 2, created: 2, quarantined: 0 });
    const set = await findImageSet(pool, unit.id);
    const [one, two] = set?.images ?? [];
    expect([one?.label, two?.label]).toEqual(['c. 1r', 'c. 1v']);
    expect(set).toMatchObject({
      rightsUri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
      requiredStatement: 'Comune di Padova',
    });
    expect(set?.structures).toEqual([
      { id: 'r1', label: 'Proemio', images: [one?.id], ranges: [] },
      { id: 'r2', label: 'Indice', images: [two?.id], ranges: [] },
    ]);
    expect((await findPageText(pool, unit.id, one?.id ?? ''))?.lines[0]?.words[0]).toEqual({
      text: 'Estimo',
      x: 10,
      y: 20,
      width: 60,
      height: 30,
    });
  });

  it('of which a file is a link that leads out of the folder is read without that', async () => {
    await write((sum) => mets(sum));
    const secret = path.join(dataDir, 'secret.jpg');
    await picture(300, 400).jpeg().toFile(secret);
    await rm(path.join(folder, 'scans/2.jpg'));
    await symlink(secret, path.join(folder, 'scans/2.jpg'));
    const counts = await load(folder);
    expect(counts).toMatchObject({ created: 1, quarantined: 1 });
    expect(counts.problems.join()).toContain('scans/2.jpg: no such file below the folder');
  });

  it('of which a text is a link that leads out of the folder has that text nowhere', async () => {
    await write((sum) => mets(sum));
    const text = path.join(folder, 'alto/1.xml');
    await rename(text, path.join(dataDir, 'elsewhere.xml'));
    await symlink(path.join(dataDir, 'elsewhere.xml'), text);
    expect(await load(folder)).toMatchObject({ created: 2, quarantined: 0 });
    const { rowCount } = await pool.query('SELECT FROM eli4u.page_text WHERE record_id = $1', [unit.id]);
    expect(rowCount).toBe(0);
  });

  it('of which a checksum is another is told with both; the other pages are loaded', async () => {
    await write(() => mets('00000000000000000000000000000000'));
    const counts = await load(folder);
    expect(counts).toMatchObject({ created: 1, quarantined: 1 });
    expect(counts.problems.join()).toMatch(/scans\/1\.jpg: its MD5 is [0-9a-f]{32}, and 0{32} was told/);
  });

  it('of which two pages are one file has that image once', async () => {
    await write((sum) => mets(sum, 'scans/2.jpg').replace(/ CHECKSUMTYPE="MD5" CHECKSUM="[^"]*"/, ''));
    const counts = await load(folder);
    expect(counts).toMatchObject({ read: 1, created: 1, quarantined: 0 });
    expect(counts.problems.join()).toContain('scans/2.jpg is the file of more than one page');
    const set = await findImageSet(pool, unit.id);
    expect(set?.structures.map(({ images }) => images)).toEqual(Array(2).fill([set?.images[0]?.id]));
  });

  it.each([
    '../outside.jpg',
    '/etc/passwd',
    'file:///etc/passwd',
    'scans/%2e%2e/%2e%2e/x.jpg',
    'https://example.org/1.jpg',
    'scans\\..\\..\\x.jpg',
  ])('that points out of its folder (%s) is read without that', async (href) => {
    await write((sum) => mets(sum, href));
    const counts = await load(folder);
    expect(counts).toMatchObject({ created: 2 });
    expect(counts.problems.join()).toContain('is passed over');
  });
});

/** A PNG that says it has 60,000 × 60,000 pixels. */
function hugeClaim(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(60_000, 0);
  head.writeUInt32BE(60_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

const onePagePdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
`;
