/** What is no scan, or an enemy's: told in words that help, kept aside, and what comes after it is loaded by whoever lives on. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lostFiles } from '#lib/jobs/verify-files.ts';
import { createImageWorkers } from '#lib/images/image-workers.ts';
import { keptAside } from '#lib/store/images/keep-aside.ts';
import { unreferencedPyramids } from '#lib/store/images/unreferenced-pyramids.ts';
import { keepsSource } from '#lib/store/source-files.ts';
import { pagelessPdf, pdf, png, resizedClaim, rowsOf, textBomb, tiff } from '#tests/builders/hostile-scans.ts';
import { openScanStage, plainPicture, type ScanLoad, type ScanStage } from '#tests/builders/scan-stage.ts';

let stage: ScanStage;
beforeAll(async () => {
  stage = await openScanStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.end());

const at = (name: string): string => path.join(stage.scans, name);
const jpeg = () => plainPicture(200, 200, '#456').jpeg({ progressive: false }).toBuffer();
const looseTiff = () => plainPicture(200, 200, '#456').tiff({ compression: 'none' }).toBuffer();
const packedTiff = () => plainPicture(2000, 2000, '#456').tiff({ compression: 'deflate' }).toBuffer();
const animation = async (kind: 'gif' | 'webp') => {
  const pictures = await Promise.all(['#f00', '#0f0', '#00f'].map((one) => plainPicture(40, 30, one).png().toBuffer()));
  const joined = sharp(pictures, { join: { animated: true } });
  return (kind === 'gif' ? joined.gif() : joined.webp({ lossless: true })).toBuffer();
};
const asideOf = async (): Promise<string[]> =>
  (await readdir(path.join(stage.dataDir, 'quarantine'), { recursive: true }).catch(() => [])).filter((name) =>
    /[0-9a-f]{64}/.test(name),
  );
const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const bad: [string, string, () => Buffer | Promise<Buffer>, RegExp][] = [
  ['a truncated TIFF', '01.tif', async () => (await looseTiff()).subarray(0, 40_000), /read|tiff/i],
  ['a truncated packed TIFF', '02.tif', async () => cutInHalf(await packedTiff()), /read|tiff/i],
  [
    'a truncated JPEG',
    '03.jpg',
    async () => cutInHalf(await plainPicture(2000, 2000).jpeg().toBuffer()),
    /premature|truncated|end/i,
  ],
  ['a truncated PNG', '04.png', async () => cutInHalf(await plainPicture(900, 900).png().toBuffer()), /png/i],
  ['nothing', '05.tif', () => Buffer.alloc(0), /no image that can be read/],
  ['words', '06.jpg', () => Buffer.from('no image at all'), /no image that can be read/],
  ['a page of the web', '07.png', () => Buffer.from('<!doctype html><p>404'), /no image that can be read/],
  ['a drawing of lines', '08.jpg', () => Buffer.from(svg), /svg are not taken: TIFF, JPEG, PNG, WebP, PDF are/],
  ['noise called TIFF', '09.tif', () => Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(400, 0xff)]), /read|tiff/i],
  ['a PNG of 60,000 × 60,000', '10.png', () => png(60_000, 60_000, Buffer.alloc(8)), /pixel/],
  ['a TIFF of 60,000 × 60,000', '11.tif', () => tiff(60_000, 60_000), /pixel/],
  ['a JPEG of 60,000 × 60,000', '12.jpg', async () => resizedClaim(await jpeg(), 60_000, 60_000), /pixel/],
  ['a PDF with nothing in it', '13.pdf', () => Buffer.from('%PDF-1.4 nothing more'), /PDF that cannot be opened/],
  ['a PDF of a page as large as a house', '14.pdf', () => pdf(1, 14_400), /more than 150 megapixels/],
  ['a PDF of 10,001 pages', '15.pdf', () => pdf(10_001), /10001 pages: more than 10000/],
  ['a PDF without pages', '17.pdf', () => pagelessPdf, /PDF without pages/],
  ['a TIFF whose pixels are cut off', '16.tif', () => tiff(2000, 2000), /read|tiff/i],
];
const odd: [string, string, () => Buffer | Promise<Buffer>, [number, number]][] = [
  ['a PNG called TIFF', '21.tif', () => plainPicture(60, 50).png().toBuffer(), [60, 50]],
  ['a TIFF called JPEG', '22.jpg', looseTiff, [200, 200]],
  ['a PDF called JPEG', '23.jpg', () => pdf(1), [416, 416]],
  ['an animated GIF', '24.gif', () => animation('gif'), [40, 30]],
  ['an animated WebP', '25.webp', () => animation('webp'), [40, 30]],
  ['a PNG with 200 MB of text', '26.png', () => png(60, 50, rowsOf(60, 50, [9, 9, 9]), textBomb(2e8)), [60, 50]],
  ['a PNG with 100 MB of rows too many', '27.png', () => png(60, 50, Buffer.alloc(1e8)), [60, 50]],
  ['a PDF that draws 100 MB of blanks', '28.pdf', () => pdf(1, 100, deflateSync(Buffer.alloc(1e8, 0x20))), [416, 416]],
];

describe('among others, a page', () => {
  const bytes = new Map<string, Buffer>();
  let dry: ScanLoad;
  let real: ScanLoad;
  let aside: { first: string[]; dry: string[]; again: string[] };
  let names: string[];
  const sizes = new Map<string, unknown>();
  beforeAll(async () => {
    for (const [, name, make] of [...bad, ...odd]) bytes.set(name, await make());
    // After each that is bad one that is good, so that whoever reads it next is known to live.
    for (const [, name] of bad) bytes.set(`${name.slice(0, 2)}-good.jpg`, await jpeg());
    for (const [name, content] of bytes) await writeFile(at(name), content);
    dry = await stage.load({ dryRun: true });
    const afterDry = await asideOf();
    real = await stage.load();
    const first = await asideOf();
    const images = await stage.images();
    names = images.map(({ name }) => name);
    for (const { name, page } of images) {
      const { width, height } = await sharp(await stage.pyramid(page)).metadata();
      sizes.set(name, [width, height]);
    }
    await stage.load();
    aside = { dry: afterDry, first, again: await asideOf() };
    await stage.clear();
  }, 180_000);

  it('that is bad takes no other with it, in a dry run neither', () => {
    const expected = { read: bytes.size, created: bytes.size - bad.length, quarantined: bad.length };
    expect(real).toMatchObject(expected);
    expect(dry).toMatchObject(expected);
    expect(names).toEqual([...bytes.keys()].filter((name) => !bad.some(([, one]) => one === name)).toSorted());
    expect(aside.dry).toEqual([]);
    expect(aside.first).toHaveLength(bad.length);
    expect(aside.again).toEqual(aside.first);
  });

  it.each(bad)('that is %s is told in its own words, and kept aside', (_, name, __, message) => {
    const told = real.problems.find((problem) => problem.startsWith(`${name}: `)) ?? '';
    expect(told).toMatch(message);
    expect(dry.problems).toContain(told.replace(/; kept aside as .*/, ''));
    // No path of ours goes out with it.
    expect(told).not.toContain(stage.scans);
    const sum = sumOf(bytes.get(name) ?? Buffer.alloc(0));
    const key = `${sum.slice(0, 2)}/${sum}${path.extname(name)}`;
    expect(told).toMatch(new RegExp(`; kept aside as quarantine/${key}$`));
    expect(aside.first).toContain(key);
  });

  it.each(odd)('that is %s is one image of its own size, by its bytes', (_, name, __, size) => {
    expect(sizes.get(name)).toEqual(size);
  });
});

describe('a page', () => {
  it('of what moves is the first picture', async () => {
    await writeFile(at('a.webp'), await animation('webp'));
    await stage.load();
    const data = await sharp(await stage.pyramid(1))
      .raw()
      .toBuffer();
    expect([data[0] ?? 0, data[1] ?? 255, data[2] ?? 255].map((value) => value > 128)).toEqual([true, false, false]);
  });

  it('that fills the memory of who draws it takes no other with it, though it comes first', async () => {
    // So many states of the pen, none of which is given back.
    await writeFile(at('1.pdf'), pdf(1, 100, deflateSync(Buffer.alloc(80_000_000, 'q '))));
    await writeFile(at('2.pdf'), pdf(2));
    const counts = await stage.load();
    expect(counts).toMatchObject({ read: 3, created: 2, quarantined: 1 });
    expect(counts.problems[0]).toMatch(/^1\.pdf: (page 1 of the PDF cannot be drawn|it takes more than)/);
  }, 120_000);

  it('that was good and comes again in pieces stays as it was, with its id, its place and its text', async () => {
    for (const name of ['1.jpg', '2.jpg', '3.jpg']) await writeFile(at(name), await jpeg());
    await writeFile(
      at('2.html'),
      `<html><div class="ocr_page" title="bbox 0 0 200 200"><span class="ocr_line" title="bbox 1 1 9 9">ager</span></div></html>`,
    );
    await stage.load();
    const before = await stage.images();
    const texts = async () =>
      (await stage.pool.query('SELECT image_id FROM eli4u.page_text WHERE record_id = $1', [stage.record])).rows;
    expect([before.length, (await texts()).length]).toEqual([3, 1]);
    await writeFile(at('2.jpg'), cutInHalf(await jpeg()));
    const counts = await stage.load();
    expect(counts).toMatchObject({ read: 3, created: 0, changed: 0, unchanged: 2, deleted: 0, quarantined: 1 });
    expect(counts.problems[0]).toMatch(/^2\.jpg: .*; what was there before stays; kept aside as/);
    expect(await stage.images()).toEqual(before);
    expect(await texts()).toEqual([{ image_id: before[1]?.id }]);
    await writeFile(at('2.jpg'), await plainPicture(90, 80).jpeg().toBuffer());
    expect(await stage.load()).toMatchObject({ read: 3, changed: 1, unchanged: 2, quarantined: 0 });
    expect(await stage.images()).toEqual(before);
  });

  it('of a PDF that is not there is told as that', async () => {
    await writeFile(at('1.pdf'), Buffer.from(pdf(3).toString('latin1').replace('5 0 R', '9 0 R'), 'latin1'));
    const counts = await stage.load();
    expect(counts).toMatchObject({ read: 3, created: 2, quarantined: 1 });
    expect(counts.problems[0]).toMatch(/^1\.pdf: page 2: page 2 of the PDF cannot be drawn.*; kept aside as/);
    expect(await stage.images()).toHaveLength(2);
  });

  it('of a PDF that comes again in pieces stays where it was; mended, it is the same again', async () => {
    await writeFile(at('1.pdf'), pdf(3));
    expect(await stage.load()).toMatchObject({ created: 3, quarantined: 0 });
    const before = await stage.images();
    await writeFile(at('1.pdf'), Buffer.from(pdf(3, 120).toString('latin1').replace('5 0 R', '9 0 R'), 'latin1'));
    const counts = await stage.load();
    expect(counts).toMatchObject({ changed: 2, unchanged: 0, deleted: 0, quarantined: 1 });
    expect(counts.problems[0]).toContain('; what was there before stays; kept aside as');
    const ids = async () => (await stage.images()).map(({ id }) => id);
    expect(await ids()).toEqual(before.map(({ id }) => id));
    await writeFile(at('1.pdf'), pdf(3, 120));
    expect(await stage.load()).toMatchObject({ changed: 3, deleted: 0, quarantined: 0 });
    expect(await ids()).toEqual(before.map(({ id }) => id));
  });

  it('of a PDF of which too many are lost: the rest is not tried, and that is told', async () => {
    const wide = pdf(40).toString('latin1').split('\n');
    const text = wide.map((line) =>
      /^(?!4 0)\d+ 0 obj<<\/Type\/Page\/Parent/.test(line) ? line.replaceAll('100', '14400') : line,
    );
    await writeFile(at('1.pdf'), Buffer.from(text.join('\n'), 'latin1'));
    const counts = await stage.load();
    expect(counts).toMatchObject({ created: 1, quarantined: 39 });
    expect(counts.problems.at(-1)).toContain('pages 22 to 40: not tried after 20 that cannot be read');
  });

  it('whose text cannot be read is told with it, and the text is what is kept aside', async () => {
    await writeFile(at('a.jpg'), await jpeg());
    await writeFile(at('a.xml'), '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page');
    const counts = await stage.load();
    expect(counts).toMatchObject({ created: 0, quarantined: 1 });
    expect(counts.problems[0]).toContain('its text (a.xml) cannot be read');
    const [aside = '', ...more] = await asideOf();
    expect(more).toEqual([]);
    expect(await readFile(path.join(stage.dataDir, 'quarantine', aside))).toEqual(await readFile(at('a.xml')));
    const told: string[] = [];
    for await (const one of keptAside(stage.dataDir)) told.push(one);
    expect(told).toContain(`quarantine/${aside}`);
  });
});

describe('words that are too many', () => {
  it('are told as cut', async () => {
    await writeFile(at('a.jpg'), await jpeg());
    const words = '<String CONTENT="ager" HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9"/>'.repeat(40_001);
    await writeFile(
      at('a.xml'),
      `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page WIDTH="200" HEIGHT="200"><PrintSpace><TextBlock><TextLine>${words}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`,
    );
    const counts = await stage.load();
    expect(counts).toMatchObject({ created: 1, quarantined: 0 });
    expect(counts.problems).toEqual(['a.jpg: of what is written on it the first 40000 words are taken']);
  });
});

describe('pages that are too many', () => {
  it('are told as cut', async () => {
    await writeFile(at('a.tif'), tiff(4, 4, 10_003));
    const workers = createImageWorkers(1);
    try {
      expect(await workers.look(at('a.tif'))).toEqual({ pages: 10_000, mediaType: 'image/tiff', cut: 3 });
    } finally {
      workers.close();
    }
  });
});

describe('a dry run', () => {
  it('tells what a run would do, and leaves nothing behind', async () => {
    for (const name of ['1.jpg', '2.jpg', '3.jpg'])
      await writeFile(at(name), await plainPicture(50, 50).jpeg().toBuffer());
    expect(await stage.load({ dryRun: true })).toMatchObject({ read: 3, created: 3 });
    expect(await stage.images()).toEqual([]);
    expect(await readdir(stage.dataDir)).toEqual([]);
    await stage.load();
    await writeFile(at('2.jpg'), await plainPicture(60, 50, '#123').jpeg().toBuffer());
    await writeFile(at('4.jpg'), await plainPicture(50, 50, '#321').jpeg().toBuffer());
    const dry = await stage.load({ dryRun: true });
    expect(dry).toMatchObject({ read: 4, created: 1, changed: 1, unchanged: 2, deleted: 0 });
    expect(await stage.images()).toHaveLength(3);
    expect(await stage.load()).toEqual(dry);
  });
});

const metsOf = (files: readonly string[], text = '') =>
  `<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="reg. 1"><fileSec><fileGrp>${files
    .map((file, n) => `<file ID="f${n}" MIMETYPE="image/jpeg"><FLocat LOCTYPE="URL" xlink:href="${file}"/></file>`)
    .join(
      '',
    )}${text && `<file ID="t" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="${text}"/></file>`}</fileGrp></fileSec><structMap><div>${files
    .map((_, n) => `<div ORDER="${n + 1}"><fptr FILEID="f${n}"/>${text && '<fptr FILEID="t"/>'}</div>`)
    .join('')}</div></structMap></mets>`;

describe('what a METS file stands by', () => {
  it('that it does not name is told, and passed over', async () => {
    await mkdir(at('reg. 2'));
    for (const name of ['1.jpg', '2.jpg', 'reg. 2/1.jpg']) await writeFile(at(name), await jpeg());
    await writeFile(at('mets.xml'), metsOf(['1.jpg']));
    const counts = await stage.load();
    expect(counts).toMatchObject({ read: 1, created: 1, quarantined: 0 });
    expect(counts.problems).toEqual(['images that no METS file here names are passed over: 2.jpg, reg. 2/1.jpg']);
    await writeFile(at('mets.xml'), metsOf(['1.jpg', '2.jpg', 'reg. 2/1.jpg']));
    expect((await stage.load()).problems).toEqual([]);
  });

  it('and names by a METS file further down is not told; nor is anything where none could be read', async () => {
    await mkdir(at('more'));
    for (const name of ['1.jpg', 'more/1.jpg']) await writeFile(at(name), await jpeg());
    await writeFile(at('mets.xml'), metsOf(['1.jpg']));
    await writeFile(at('more/mets.xml'), metsOf(['1.jpg']));
    expect((await stage.load({ dryRun: true })).problems).toEqual([]);
    await writeFile(at('mets.xml'), '<mets xmlns="http://www.loc.gov/METS/"><fileSec>');
    const counts = await stage.load({ dryRun: true });
    expect(counts).toMatchObject({ quarantined: 1 });
    expect(counts.problems).toHaveLength(1);
  });

  it('is kept, as its manifest is; a folder has nothing to be kept', async () => {
    await writeFile(at('1.jpg'), await jpeg());
    await writeFile(at('mets.xml'), metsOf(['1.jpg']));
    await stage.load();
    const { rows } = await stage.pool.query<{ sha256: string }>('SELECT sha256 FROM eli4u.source_file');
    expect(rows.map(({ sha256 }) => sha256)).toContain(sumOf(await readFile(at('mets.xml'))));
    expect(await lostFiles(stage.pool, stage.dataDir)).toEqual([]);
    await mkdir(at('reg. 1'));
    await writeFile(at('reg. 1/1.jpg'), await jpeg());
    await stage.load({ place: at('reg. 1') });
    await stage.load({ place: at('reg. 1/1.jpg') });
    const manifest = {
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: 'https://example.org/m',
      type: 'Manifest',
    };
    const canvas = { id: 'https://example.org/c', type: 'Canvas', width: 9, height: 9 };
    const items = [{ items: [{ body: { id: 'https://example.org/1.jpg', type: 'Image' } }] }];
    await mkdir(at('m'));
    await writeFile(at('m/m.json'), JSON.stringify({ ...manifest, items: [{ ...canvas, items }] }));
    expect(await stage.load({ place: at('m') })).toMatchObject({ created: 1, quarantined: 0 });
    expect(await keepsSource(stage.dataDir, sumOf(await readFile(at('m/m.json'))))).toBe(true);
    expect(await lostFiles(stage.pool, stage.dataDir)).toEqual([]);
  });

  it('that has another size than MIX tells is told, and loaded', async () => {
    await writeFile(at('1.jpg'), await jpeg());
    const mix = `<techMD ID="x"><mdWrap MDTYPE="NISOIMG"><xmlData><mix xmlns="http://www.loc.gov/mix/v20"><imageWidth>300</imageWidth><imageHeight>200</imageHeight></mix></xmlData></mdWrap></techMD>`;
    const told = metsOf(['1.jpg'])
      .replace('<fileSec>', `<amdSec>${mix}</amdSec><fileSec>`)
      .replace('ID="f0"', 'ID="f0" ADMID="x"');
    await writeFile(at('mets.xml'), told);
    expect(await stage.load()).toMatchObject({
      created: 1,
      problems: ['1.jpg: it has 200 × 200 pixels, and 300 × 200 were told'],
    });
    await writeFile(at('1.jpg'), await plainPicture(200, 300).jpeg().toBuffer());
    expect(await stage.load()).toMatchObject({ changed: 1, problems: [] });
  });

  it('and whose text is a link that leads out of the folder is read without that, and says so', async () => {
    await mkdir(at('reg. 1'));
    await writeFile(at('secret.xml'), 'a secret');
    await symlink(at('secret.xml'), at('reg. 1/text.xml'));
    await writeFile(at('reg. 1/1.jpg'), await jpeg());
    await writeFile(at('reg. 1/mets.xml'), metsOf(['1.jpg'], 'text.xml'));
    const counts = await stage.load({ place: at('reg. 1') });
    expect(counts).toMatchObject({ created: 1, quarantined: 0, problems: ['1.jpg: its text text.xml is not there'] });
  });
});

it('pyramids that no image names are found', async () => {
  await writeFile(at('1.jpg'), await jpeg());
  await stage.load();
  const found = async () => {
    const keys: string[] = [];
    for await (const key of unreferencedPyramids(stage.pool, stage.dataDir)) keys.push(key);
    return keys;
  };
  expect(await found()).toEqual([]);
  await stage.pool.query('DELETE FROM eli4u.digital_object');
  expect(await found()).toEqual([expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f]{64}-1\.tif$/)]);
});

const cutInHalf = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><image href="file:///etc/passwd"/></svg>';
