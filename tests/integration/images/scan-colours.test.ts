/** Scans come in as they are shown: turned as EXIF says, in the colours that their profile means. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { png, profileChunk, rowsOf } from '#tests/builders/hostile-scans.ts';
import { openScanStage, plainPicture, type ScanStage } from '#tests/builders/scan-stage.ts';

let stage: ScanStage;
const at = (name: string): string => path.join(stage.scans, name);
beforeAll(async () => {
  stage = await openScanStage();
  await mkdir(at('out'));
});
afterAll(() => stage.end());

type Colour = readonly [number, number, number];

/** The colours of a pyramid's own pixels, at parts of its width and height. */
async function coloursOf(file: string, places: readonly (readonly [number, number])[]): Promise<Colour[]> {
  const target = at(`out/${path.basename(file)}.pyramid.tif`);
  const { width, height } = await makePyramid(file, 0, target);
  const { data, info } = await sharp(target).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width, height, channels: 3 });
  expect(await sharp(target).metadata()).toMatchObject({ depth: 'uchar', space: 'srgb' });
  return places.map(([x, y]): Colour => {
    const from = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
    return [data[from] ?? -1, data[from + 1] ?? -1, data[from + 2] ?? -1];
  });
}

const middle = [[0.5, 0.5]] as const;
const distance = (a: Colour | undefined, b: Colour): number =>
  Math.max(...b.map((value, channel) => Math.abs((a?.[channel] ?? Number.NaN) - value)));

describe('EXIF orientation', () => {
  const corners: readonly Colour[] = [
    [200, 30, 30],
    [30, 160, 30],
    [30, 30, 200],
    [200, 190, 30],
  ];
  const names = 'abcd';
  // What stands upper left, upper right, lower left, lower right when it is shown (EXIF 2.32, tag 274).
  it.each([
    ['jpg', 1, 'abcd'],
    ['jpg', 2, 'badc'],
    ['jpg', 3, 'dcba'],
    ['jpg', 4, 'cdab'],
    ['jpg', 5, 'acbd'],
    ['jpg', 6, 'cadb'],
    ['jpg', 7, 'dbca'],
    ['jpg', 8, 'bdac'],
    ['tif', 1, 'abcd'],
    ['tif', 2, 'badc'],
    ['tif', 3, 'dcba'],
    ['tif', 4, 'cdab'],
    ['tif', 5, 'acbd'],
    ['tif', 6, 'cadb'],
    ['tif', 7, 'dbca'],
    ['tif', 8, 'bdac'],
  ] as const)('%s %i', async (kind, orientation, shown) => {
    const quarter = (colour: Colour) =>
      plainPicture(48, 32, { r: colour[0], g: colour[1], b: colour[2], alpha: 1 }).png().toBuffer();
    const parts = await Promise.all(corners.map(quarter));
    const file = at(`o${orientation}.${kind}`);
    const picture = plainPicture(96, 64)
      .composite(parts.map((input, n) => ({ input, left: (n % 2) * 48, top: n < 2 ? 0 : 32 })))
      .withMetadata({ orientation });
    await (kind === 'jpg' ? picture.jpeg({ quality: 95 }) : picture.tiff({ compression: 'none' })).toFile(file);
    const seen = await coloursOf(file, [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ]);
    const nearest = seen.map(
      (colour) => names[corners.map((corner) => distance(colour, corner)).findIndex((far) => far < 12)] ?? '?',
    );
    expect(nearest.join('')).toBe(shown);
    const { width, height } = await sharp(at(`out/o${orientation}.${kind}.pyramid.tif`)).metadata();
    expect([width, height]).toEqual(orientation < 5 ? [96, 64] : [64, 96]);
  });
});

describe('colours', () => {
  it.each([
    ['grey', 0x8080, 128],
    ['dark', 0x1010, 16],
    ['light', 0xf0f0, 240],
  ])('of 16 bits (%s) are the upper eight', async (name, value, expected) => {
    for (const kind of ['png', 'tif']) {
      const file = at(`16-${name}.${kind}`);
      const raw = sharp(
        Uint16Array.from({ length: 64 * 64 * 3 }, () => value),
        {
          raw: { width: 64, height: 64, channels: 3 },
        },
      ).toColourspace('rgb16');
      await (kind === 'png' ? raw.png() : raw.tiff({ compression: 'none' })).toFile(file);
      expect(await sharp(file).metadata()).toMatchObject({ depth: 'ushort' });
      const [seen] = await coloursOf(file, middle);
      expect(distance(seen, [expected, expected, expected])).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    ['madder', '#a02040'],
    ['woad', '#204060'],
    ['ochre', '#c09020'],
    ['ink', '#202020'],
    ['paper', '#e8dcc0'],
  ])('of a press (CMYK, %s) are those that sharp itself makes of them', async (name, colour) => {
    for (const profile of [null, 'cmyk']) {
      const file = at(`cmyk-${name}-${profile ?? 'plain'}.tif`);
      const picture = plainPicture(64, 64, colour).toColourspace('cmyk');
      await (profile === null ? picture : picture.withIccProfile(profile)).tiff({ compression: 'none' }).toFile(file);
      expect(await sharp(file).metadata()).toMatchObject({ space: 'cmyk' });
      const own = await sharp(file).toColourspace('srgb').raw().toBuffer();
      const [seen] = await coloursOf(file, middle);
      expect(distance(seen, [own[0] ?? -1, own[1] ?? -1, own[2] ?? -1])).toBeLessThanOrEqual(3);
      // And near to what was printed: a press has fewer colours than a screen.
      const printed = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
      expect(distance(seen, [printed[0] ?? 0, printed[1] ?? 0, printed[2] ?? 0])).toBeLessThanOrEqual(40);
    }
  });

  it.each([
    ['within', [180, 60, 50]],
    ['grey', [128, 128, 128]],
    ['deep', [40, 90, 160]],
    ['beyond sRGB', [250, 20, 20]],
  ] as const)('of a wide profile (Display P3, %s) are reckoned, not taken by their numbers', async (name, wide) => {
    const known = await plainPicture(8, 8).withIccProfile('p3').png().toBuffer();
    const { icc } = await sharp(known).metadata();
    if (!icc) throw new Error('no profile');
    const file = at(`p3-${name.replace(' ', '-')}.png`);
    await writeFile(file, png(64, 64, rowsOf(64, 64, wide), profileChunk(icc)));
    const [seen] = await coloursOf(file, middle);
    expect(distance(seen, fromP3(wide))).toBeLessThanOrEqual(4);
    if (name !== 'grey') expect(distance(seen, wide)).toBeGreaterThan(4);
  });

  it('of a microfilm (one channel of grey) are as grey as they were', async () => {
    const file = at('grey.jpg');
    await plainPicture(64, 64, '#777').toColourspace('b-w').jpeg().toFile(file);
    expect(await sharp(file).metadata()).toMatchObject({ channels: 1 });
    expect(distance((await coloursOf(file, middle))[0], [0x77, 0x77, 0x77])).toBeLessThanOrEqual(3);
  });

  it('without a profile are taken as they are', async () => {
    const file = at('plain.png');
    await writeFile(file, png(64, 64, rowsOf(64, 64, [180, 60, 50])));
    expect(distance((await coloursOf(file, middle))[0], [180, 60, 50])).toBeLessThanOrEqual(2);
    expect((await readFile(file)).length).toBeLessThan(1000);
  });
});

/** Display P3 to sRGB: the same curve and white, other primaries (SMPTE EG 432-1; IEC 61966-2-1). */
function fromP3([r, g, b]: Colour): Colour {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const curved = (part: number) => {
    const held = Math.min(1, Math.max(0, part));
    return Math.round(255 * (held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055));
  };
  const [x, y, z] = [linear(r), linear(g), linear(b)];
  return [
    curved(1.2249401 * x - 0.2249404 * y),
    curved(-0.0420569 * x + 1.0420571 * y),
    curved(-0.0196376 * x - 0.0786361 * y + 1.0982735 * z),
  ];
}
