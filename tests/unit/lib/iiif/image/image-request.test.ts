import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImageAddress } from '#lib/iiif/image/image-address.ts';
import { canonical, readImageRequest, type ImageRequest } from '#lib/iiif/image/image-request.ts';
import { isRefused } from '#lib/iiif/image/refused.ts';
import type { Limits } from '#lib/iiif/image/size.ts';

const image = { width: 6000, height: 4000 };
const limits: Limits = { maxWidth: 8000, maxHeight: 8000, maxArea: 30_000_000 };

function read(path: string, of = image, within = limits): ImageRequest | string {
  const address = readImageAddress(`/iiif/image/b${path}`);
  if (address.kind !== 'image') return address.kind;
  const asked = readImageRequest(address, of, within);
  return isRefused(asked) ? 'refused' : asked;
}
const canon = (path: string, of = image, within = limits): string => {
  const asked = read(path, of, within);
  return typeof asked === 'string' ? asked : canonical(asked, of);
};

describe('canonical form of requests (Image API 3.0 §4.7)', () => {
  it.each([
    // region
    ['/full/max/0/default.jpg', 'full/max/0/default.jpg'],
    ['/0,0,6000,4000/max/0/default.jpg', 'full/max/0/default.jpg'],
    ['/0,0,9000,9000/max/0/default.jpg', 'full/max/0/default.jpg'],
    ['/square/max/0/default.jpg', '1000,0,4000,4000/max/0/default.jpg'],
    ['/10,20,30,40/max/0/default.jpg', '10,20,30,40/max/0/default.jpg'],
    ['/5990,3990,100,100/max/0/default.jpg', '5990,3990,10,10/max/0/default.jpg'],
    ['/pct:50,50,50,50/max/0/default.jpg', '3000,2000,3000,2000/max/0/default.jpg'],
    ['/pct:41.6,7.5,40,70/max/0/default.jpg', '2496,300,2400,2800/max/0/default.jpg'],
    ['/pct:0,0,100,100/max/0/default.jpg', 'full/max/0/default.jpg'],
    // size
    ['/full/600,/0/default.jpg', 'full/600,400/0/default.jpg'],
    ['/full/,400/0/default.jpg', 'full/600,400/0/default.jpg'],
    ['/full/pct:10/0/default.jpg', 'full/600,400/0/default.jpg'],
    ['/full/pct:100/0/default.jpg', 'full/max/0/default.jpg'],
    ['/full/600,600/0/default.jpg', 'full/600,600/0/default.jpg'],
    ['/full/!600,600/0/default.jpg', 'full/600,400/0/default.jpg'],
    ['/full/!600,300/0/default.jpg', 'full/450,300/0/default.jpg'],
    // no box is too large: as large as possible, never larger than the region
    ['/0,0,30,20/!600,600/0/default.jpg', '0,0,30,20/max/0/default.jpg'],
    ['/0,0,30,20/^!600,600/0/default.jpg', '0,0,30,20/^600,400/0/default.jpg'],
    ['/0,0,30,20/^60,/0/default.jpg', '0,0,30,20/^60,40/0/default.jpg'],
    ['/0,0,30,20/^15,/0/default.jpg', '0,0,30,20/15,10/0/default.jpg'],
    ['/0,0,30,20/^pct:200/0/default.jpg', '0,0,30,20/^60,40/0/default.jpg'],
    ['/0,0,40,20/^max/0/default.jpg', '0,0,40,20/^7745,3872/0/default.jpg'],
    // rotation, quality, format
    ['/full/max/!0/default.png', 'full/max/!0/default.png'],
    ['/full/max/360/default.webp', 'full/max/0/default.webp'],
    ['/full/max/22.50/gray.jpg', 'full/max/22.5/gray.jpg'],
    ['/full/max/!90.0/bitonal.jpg', 'full/max/!90/bitonal.jpg'],
    ['/full/max/0/color.jpg', 'full/max/0/default.jpg'],
    // as browsers may encode it
    ['/full/%5Emax/0/default.jpg', 'full/^6708,4472/0/default.jpg'],
    ['/10%2C20%2C30%2C40/max/0/default.jpg', '10,20,30,40/max/0/default.jpg'],
  ])('%s', (path, expected) => expect(canon(path)).toBe(expected));

  it('keeps within the limits', () => {
    const small = { maxWidth: 500, maxHeight: 500, maxArea: 100_000 };
    expect(canon('/full/max/0/default.jpg', image, small)).toBe('full/max/0/default.jpg');
    expect(read('/full/max/0/default.jpg', image, small)).toMatchObject({ size: { width: 387, height: 258 } });
    expect(canon('/full/500,/0/default.jpg', image, small)).toBe('refused');
    expect(canon('/full/!500,500/0/default.jpg', image, small)).toBe('full/max/0/default.jpg');
  });
});

describe('what is no request', () => {
  it.each([
    '/0,0,0,10/max/0/default.jpg',
    '/0,0,10,0/max/0/default.jpg',
    '/6000,0,10,10/max/0/default.jpg',
    '/0,4000,10,10/max/0/default.jpg',
    '/-1,0,10,10/max/0/default.jpg',
    '/0,0,10/max/0/default.jpg',
    '/0,0,10,10,10/max/0/default.jpg',
    '/1.5,0,10,10/max/0/default.jpg',
    '/1e2,0,10,10/max/0/default.jpg',
    '/pct:0,0,0.0001,0.0001/max/0/default.jpg',
    '/pct:100,0,10,10/max/0/default.jpg',
    '/Full/max/0/default.jpg',
    '/full/full/0/default.jpg',
    '/full/0,/0/default.jpg',
    '/full/,0/0/default.jpg',
    '/full/,/0/default.jpg',
    '/full/100/0/default.jpg',
    '/full/1,2,3/0/default.jpg',
    '/full/pct:0/0/default.jpg',
    '/full/pct:0.0001/0/default.jpg',
    '/full/pct:101/0/default.jpg',
    '/full/6001,/0/default.jpg',
    '/full/6000,4001/0/default.jpg',
    '/full/^8001,10/0/default.jpg',
    '/full/!0,10/0/default.jpg',
    '/full/!10/0/default.jpg',
    '/0,0,1000,1000/!2000,3000/0/default.jpg',
    '/full/^^max/0/default.jpg',
    '/full/!^10,10/0/default.jpg',
    '/full/max/361/default.jpg',
    '/full/max/-1/default.jpg',
    '/full/max/!!0/default.jpg',
    '/full/max/0!/default.jpg',
    '/full/max/NaN/default.jpg',
    '/full/max/0/native.jpg',
    '/full/max/0/default.tif',
    '/full/max/0/default.constructor',
    '/full/max/0/default',
    '/full/max/0/.jpg',
    '/full/max/0/default.jpg.jpg',
    '/full/99999999999999999999,/0/default.jpg',
  ])('%s', (path) => expect(read(path)).toBe('refused'));

  it.each([
    ['', 'base'],
    ['/', 'base'],
    ['/info.json', 'info'],
    ['/info.xml', 'wrong'],
    ['/full/max/0', 'wrong'],
    ['/full/max/0/default.jpg/', 'wrong'],
    ['/a'.repeat(400), 'wrong'],
    ['%2Ffull/max/0/default.jpg', 'wrong'],
  ])('address %s: %s', (path, kind) => expect(readImageAddress(`/iiif/image/b${path}`).kind).toBe(kind));

  it('keeps an encoded slash in its part', () => {
    expect(readImageAddress('/iiif/image/..%2F..%2Fetc%2Fpasswd/info.json')).toEqual({
      kind: 'info',
      id: '../../etc/passwd',
    });
  });
});

describe('any request', () => {
  const side = fc.integer({ min: 1, max: 70_000 });
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^[!^]{0,2}(pct:)?[0-9.,]{0,14}$/),
    fc.constantFrom('full', 'square', 'max', '^max', '0', 'default.jpg'),
  );
  it('is refused or names pixels of the image, within the limits', () => {
    fc.assert(
      fc.property(side, side, text, text, text, (width, height, region, size, rotation) => {
        const asked = readImageRequest({ region, size, rotation, name: 'gray.png' }, { width, height }, limits);
        if (isRefused(asked)) return;
        const { region: r, size: s } = asked;
        expect(r.x >= 0 && r.y >= 0 && r.x + r.width <= width && r.y + r.height <= height).toBe(true);
        expect(r.width >= 1 && r.height >= 1 && s.width >= 1 && s.height >= 1).toBe(true);
        expect(s.width <= limits.maxWidth && s.height <= limits.maxHeight && s.width * s.height <= limits.maxArea).toBe(
          true,
        );
        if (!size.startsWith('^')) expect(s.width <= r.width && s.height <= r.height).toBe(true);
      }),
    );
  });

  it('and its canonical form is its own canonical form, of the same pixels', () => {
    const numbers = fc.tuple(
      fc.nat(5999),
      fc.nat(3999),
      fc.integer({ min: 1, max: 6000 }),
      fc.integer({ min: 1, max: 4000 }),
    );
    fc.assert(
      fc.property(numbers, text, fc.integer({ min: 0, max: 3600 }), ([x, y, w, h], size, tenths) => {
        const given = { region: `${x},${y},${w},${h}`, size, rotation: String(tenths / 10), name: 'color.webp' };
        const asked = readImageRequest(given, image, limits);
        if (isRefused(asked)) return;
        const form = canonical(asked, image);
        const [region = '', scaled = '', rotation = '', name = ''] = form.split('/');
        const again = readImageRequest({ region, size: scaled, rotation, name }, image, limits);
        if (isRefused(again)) throw new Error(`${form}: ${again.refused}`);
        expect(again).toMatchObject({
          region: asked.region,
          size: { width: asked.size.width, height: asked.size.height },
        });
        expect(canonical(again, image)).toBe(form);
      }),
    );
  });

  it('any address is one of the kinds', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(['base', 'info', 'image', 'wrong']).toContain(readImageAddress(`/iiif/image/${path}`).kind);
      }),
    );
  });
});
