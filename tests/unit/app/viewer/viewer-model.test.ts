import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedPage,
  besidePage,
  downloads,
  fileName,
  onPage,
  readRegion,
  standingPicture,
  stripAround,
  thumbnail,
  tileSource,
  turned,
  writeRegion,
  type Sight,
  type ViewedPage,
} from '#app/_components/viewer/viewer-model.ts';

const whole: Sight = { kind: 'whole' };
const small: Sight = { kind: 'small', side: 300 };
const page: ViewedPage = {
  n: 7,
  id: 'bcdf2345',
  label: 'c. 4r',
  width: 3000,
  height: 4000,
  place: { kind: 'held' },
  hasText: false,
  rights: null,
};
const elsewhere: ViewedPage = {
  ...page,
  place: { kind: 'service', id: 'https://iiif.example.org/a', type: 'ImageService3', profile: 'level2' },
};
const plainFile: ViewedPage = { ...page, place: { kind: 'file', href: 'https://example.org/7.jpg' } };

describe('pictures of a page', () => {
  it.each([
    [
      'ours',
      page,
      whole,
      '/iiif/image/bcdf2345/full/!1200,1200/0/default.jpg',
      '/iiif/image/bcdf2345/full/!200,200/0/default.jpg',
    ],
    [
      'ours, reserved',
      page,
      small,
      '/iiif/image/bcdf2345/full/!300,300/0/default.jpg',
      '/iiif/image/bcdf2345/full/!200,200/0/default.jpg',
    ],
    [
      'of another’s service',
      elsewhere,
      whole,
      'https://iiif.example.org/a/full/!1200,1200/0/default.jpg',
      'https://iiif.example.org/a/full/!200,200/0/default.jpg',
    ],
    ['a file of another’s', plainFile, whole, 'https://example.org/7.jpg', 'https://example.org/7.jpg'],
  ])('%s', (_, one, sight, standing, thumb) => {
    expect(standingPicture(one, sight)).toBe(standing);
    expect(thumbnail(one, sight)).toBe(thumb);
  });

  it('are opened by tiles where all may be seen, with as many levels as the page needs', () => {
    expect(tileSource(page, whole)).toMatchObject({
      id: '/iiif/image/bcdf2345',
      tiles: [{ scaleFactors: [1, 2, 4, 8] }],
    });
    expect(tileSource(elsewhere, whole)).toBe('https://iiif.example.org/a/info.json');
    expect(tileSource(page, small)).toEqual({ type: 'image', url: standingPicture(page, small) });
  });

  it('are taken in three sizes, none larger than the page, none twice', () => {
    expect(downloads(page, whole).map(({ width, height }) => [width, height])).toEqual([
      [600, 800],
      [1800, 2400],
      [3000, 4000],
    ]);
    expect(downloads(page, whole).at(-1)?.href).toBe('/iiif/image/bcdf2345/full/max/0/default.jpg');
    expect(downloads({ ...page, width: 300, height: 800 }, whole)).toHaveLength(1);
    expect(downloads(page, small)).toEqual([]);
  });
});

describe('addresses of a page', () => {
  it.each([
    ['/records/x?q=estimo&pagina=3', { name: 'pagina', before: '' }, '/records/x?q=estimo&pagina=7'],
    ['/records/x#xywh=1,2,3,4', { name: 'pagina', before: '' }, '/records/x?pagina=7'],
    [
      '/confronta?sinistra=aaaaaaaa:1&destra=bbbbbbbb:2',
      { name: 'destra', before: 'bbbbbbbb:' },
      '/confronta?sinistra=aaaaaaaa:1&destra=bbbbbbbb:7',
    ],
    [
      '/confronta?sinistra=aaaaaaaa&sinistra-pagina=3&destra=bbbbbbbb',
      { name: 'sinistra', before: 'aaaaaaaa:' },
      '/confronta?sinistra=aaaaaaaa:7&destra=bbbbbbbb',
    ],
  ])('%s', (address, parameter, there) => expect(turned(address, parameter, 7)).toBe(there));

  it('a form for the page sends along what else the address says', () => {
    expect(besidePage('/records/bcdf2345?pagina=3&q=mulino', { name: 'pagina', before: '' })).toEqual([
      ['q', 'mulino'],
    ]);
    expect(
      besidePage('/confronta?sinistra=aaaaaaaa:2&sinistra-pagina=3&destra=b', {
        name: 'sinistra',
        before: 'aaaaaaaa:',
      }),
    ).toEqual([
      ['sinistra', 'aaaaaaaa:2'],
      ['destra', 'b'],
    ]);
  });

  it.each([
    ['#xywh=10,20,300,400', { x: 10, y: 20, width: 300, height: 400 }],
    ['#xywh=pixel:10,20,300,400', { x: 10, y: 20, width: 300, height: 400 }],
    ['#a=b&xywh=0,0,1,1', { x: 0, y: 0, width: 1, height: 1 }],
    ['#xywh=10,20,0,400', null],
    ['#xywh=percent:10,25,50,12.5', { x: 300, y: 1000, width: 1500, height: 500 }],
    ['#xywh=pct:10,25,50,12.5', { x: 300, y: 1000, width: 1500, height: 500 }],
    ['#xywh=pct:10,25,50,0', null],
    ['#xywh=1.2.3,2,3,4', null],
    ['#xywh=2900,3900,500,500', { x: 2900, y: 3900, width: 100, height: 100 }],
    ['#xywh=999999,999999,10,10', null],
    ['#xywh=percent:500,0,10,10', null],
    [`#xywh=${'9'.repeat(400)},0,1,1`, null],
    ['', null],
  ])('the part that %s tells', (hash, box) => expect(readRegion(hash, page)).toEqual(box));

  it('a part comes back from its address', () =>
    fc.assert(
      fc.property(
        fc.nat(1499),
        fc.nat(1999),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 1, max: 2000 }),
        (x, y, width, height) => {
          expect(readRegion(writeRegion({ x, y, width, height }), page)).toEqual({ x, y, width, height });
        },
      ),
    ));

  it.each([
    [undefined, 1],
    ['', 1],
    ['0', 1],
    ['7', 7],
    ['7.5', 1],
    ['99', 20],
    ['x', 1],
    [['3', '4'], 3],
  ])('page %s of 20', (asked, n) => expect(askedPage(asked, 20)).toBe(n));
});

describe('the strip', () => {
  it('has the page in it, begins and ends with the unit, and is never longer than a screen or two', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const [n, total] = [Math.min(a, b), Math.max(a, b)];
        const { from, to } = stripAround(n, total);
        expect(from).toBeGreaterThanOrEqual(1);
        expect(to).toBeLessThanOrEqual(total);
        expect(from).toBeLessThanOrEqual(n);
        expect(to).toBeGreaterThanOrEqual(n);
        expect(to - from + 1).toBe(Math.min(total, 24));
      }),
    ));
});

describe('names of files', () => {
  it.each([
    ['Estimo, 12/bis', 'Estimo-12-bis-0007.jpg'],
    ['«Città»', 'Citta-0007.jpg'],
    ['../..', 'pagina-0007.jpg'],
  ])('%s', (start, name) => expect(fileName(start, page)).toBe(name));
});

describe('what is seen of a page', () => {
  it.each([
    ['within', { x: 10, y: 20, width: 30, height: 40 }, { x: 10, y: 20, width: 30, height: 40 }],
    ['beyond the upper left', { x: -100, y: -50, width: 500, height: 400 }, { x: 0, y: 0, width: 400, height: 350 }],
    [
      'beyond the lower right',
      { x: 2900, y: 3900, width: 500, height: 400 },
      { x: 2900, y: 3900, width: 100, height: 100 },
    ],
    ['beside', { x: 3000, y: 0, width: 10, height: 10 }, null],
  ])('%s', (_, seen, expected) => {
    expect(onPage(seen, page)).toEqual(expected);
  });
});
