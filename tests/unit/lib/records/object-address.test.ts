import { expect, it } from 'vitest';
import { linkedObjects, mayGoOut, objectAddress, objectReference, objectService } from '#lib/records/object-address.ts';

const base = 'https://archivio.example.it';

it.each([
  ['https://x.it/1.jpg', true],
  ['img/001 bis.jpg', true],
  ['urn:nbn:it:1', true],
  ['/iiif/image/b/full/max/0/default.jpg', true],
  ['javascript:alert(1)', false],
  [' java\tscript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['https://name:password@x.it/1.jpg', false],
  ['https://name@x.it/1.jpg', false],
  ['//name:password@x.it/1.jpg', false],
])('the address %j of a digital object may go out: %j', (href, goes) => expect(mayGoOut(href)).toBe(goes));

it('an image that we hold has the address of the site before it', () => {
  const href = '/iiif/image/bcdf/full/max/0/default.jpg';
  expect(objectAddress(href, base)).toBe(`${base}${href}`);
  expect(objectReference(href, base)).toBe(`${base}${href}`);
  expect(objectService(href, base)).toBe(`${base}/iiif/image/bcdf`);
  expect(objectService('https://x.it/1.jpg', base)).toBeNull();
  expect(objectAddress('img/1.jpg', base)).toBeNull();
});

it('a finding aid links to all images of a unit at once, and to what else there is by itself', () => {
  const object = (id: string, ofImages: boolean) => ({
    id,
    href: `https://x.it/${id}`,
    label: null,
    role: null,
    mediaType: null,
    rightsUri: null,
    ofImages,
  });
  const digitalObjects = [object('a', false), object('b', true), object('c', true), object('d', false)];
  expect(linkedObjects({ id: 'unit', digitalObjects }, base).map(({ href }) => href)).toEqual([
    'https://x.it/a',
    `${base}/iiif/presentation/unit/manifest.json`,
    'https://x.it/d',
  ]);
});
