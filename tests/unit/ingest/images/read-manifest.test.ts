import { describe, expect, it } from 'vitest';
import { readManifest } from '#ingest/images/manifest/read-manifest.ts';

const service = (id: string) => ({ id, type: 'ImageService3', profile: 'level2' });
const canvas = (n: number, body: unknown) => ({
  id: `https://example.org/m/canvas/${n}`,
  type: 'Canvas',
  label: { it: [`c. ${n}r`] },
  width: 1000,
  height: 2000,
  items: [
    {
      id: `p${n}`,
      type: 'AnnotationPage',
      items: [
        { id: `a${n}`, type: 'Annotation', motivation: 'painting', body, target: `https://example.org/m/canvas/${n}` },
      ],
    },
  ],
});
const image = (n: number, more: object = {}) => ({
  id: `https://iiif.example.org/${n}/full/max/0/default.jpg`,
  type: 'Image',
  format: 'image/jpeg',
  width: 3000,
  height: 6000,
  service: [service(`https://iiif.example.org/${n}`)],
  ...more,
});
const manifest = (more: object = {}) => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  id: 'https://example.org/m/manifest.json',
  type: 'Manifest',
  label: { it: ['Registro'] },
  metadata: [
    { label: { it: ['Segnatura'] }, value: { none: ['b. 12'] } },
    { label: { it: ['Autore'] }, value: { none: ['Ignoto'] } },
  ],
  rights: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
  requiredStatement: { label: { it: ['Attribuzione'] }, value: { it: ['Biblioteca di <b>Prova</b>'] } },
  behavior: ['paged'],
  viewingDirection: 'right-to-left',
  items: [canvas(1, image(1)), canvas(2, image(2))],
  structures: [
    {
      id: 'r1',
      type: 'Range',
      label: { it: ['Parte'] },
      items: [
        {
          id: 'r2',
          type: 'Range',
          label: { it: ['Capo'] },
          items: [{ id: 'https://example.org/m/canvas/2#xywh=0,0,9,9', type: 'Canvas' }],
        },
      ],
    },
  ],
  ...more,
});
const read = (value: unknown) => readManifest(Buffer.from(JSON.stringify(value)));

const version2 = {
  '@context': 'http://iiif.io/api/presentation/2/context.json',
  '@id': 'https://example.org/2/manifest.json',
  '@type': 'sc:Manifest',
  label: 'Codice',
  metadata: [{ label: 'Shelfmark', value: 'MS 3' }],
  viewingHint: 'paged',
  sequences: [
    {
      '@type': 'sc:Sequence',
      canvases: [
        {
          '@id': 'https://example.org/2/c1',
          '@type': 'sc:Canvas',
          label: 'f. 1r',
          width: 500,
          height: 700,
          images: [
            {
              '@type': 'oa:Annotation',
              motivation: 'sc:painting',
              on: 'https://example.org/2/c1',
              resource: {
                '@id': 'https://iiif.example.org/x/full/full/0/default.jpg',
                '@type': 'dctypes:Image',
                format: 'image/jpeg',
                width: 1500,
                height: 2100,
                service: {
                  '@context': 'http://iiif.io/api/image/2/context.json',
                  '@id': 'https://iiif.example.org/x',
                  profile: 'http://iiif.io/api/image/2/level2.json',
                },
              },
            },
          ],
        },
      ],
    },
  ],
  structures: [
    {
      '@id': 'https://example.org/2/r1',
      '@type': 'sc:Range',
      label: 'Incipit',
      canvases: ['https://example.org/2/c1'],
    },
  ],
};

describe('a manifest of another', () => {
  it('tells pages with their services, parts, direction and rights', () => {
    expect(read(manifest())).toEqual({
      id: 'https://example.org/m/manifest.json',
      identifiers: ['b. 12'],
      pages: [1, 2].map((n) => ({
        canvas: `https://example.org/m/canvas/${n}`,
        label: `c. ${n}r`,
        width: 3000,
        height: 6000,
        mediaType: 'image/jpeg',
        href: `https://iiif.example.org/${n}/full/max/0/default.jpg`,
        service: { id: `https://iiif.example.org/${n}`, type: 'ImageService3', profile: 'level2' },
      })),
      structures: [{ label: 'Parte', pages: [], ranges: [{ label: 'Capo', pages: [1], ranges: [] }] }],
      viewingDirection: 'right-to-left',
      paged: true,
      rightsUri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
      requiredStatement: 'Biblioteca di Prova',
      warnings: [],
    });
  });

  it('of version 2 tells the same', () => {
    const { pages, structures, paged, identifiers } = read(version2);
    expect(pages).toEqual([
      {
        canvas: 'https://example.org/2/c1',
        label: 'f. 1r',
        width: 1500,
        height: 2100,
        mediaType: 'image/jpeg',
        href: 'https://iiif.example.org/x/full/full/0/default.jpg',
        service: {
          id: 'https://iiif.example.org/x',
          type: 'ImageService2',
          profile: 'level2',
        },
      },
    ]);
    expect(structures).toEqual([{ label: 'Incipit', pages: [0], ranges: [] }]);
    expect({ paged, identifiers }).toEqual({ paged: true, identifiers: ['MS 3'] });
  });

  it('takes the first of a choice, and a plain file without a service', () => {
    const choice = { type: 'Choice', items: [image(1, { service: undefined }), image(9)] };
    expect(read(manifest({ items: [canvas(1, choice)] })).pages[0]).toMatchObject({
      href: 'https://iiif.example.org/1/full/max/0/default.jpg',
      service: null,
    });
  });

  it.each([
    ['of a script', 'javascript:alert(1)'],
    ['of a file', 'file:///etc/passwd'],
    ['with a password', 'https://name:word@example.org/1.jpg'],
  ])('passes over an address %s', (_, id) => {
    const { pages, warnings } = read(manifest({ items: [canvas(1, image(1, { id })), canvas(2, image(2))] }));
    expect(pages).toHaveLength(1);
    expect(warnings).toEqual(['canvas 1 has no image on the web with its size']);
  });

  it.each([
    ['less than a pixel', 0.2],
    ['more than any image has', 1e308],
  ])('passes over a size of %s', (_, width) => {
    const { pages, warnings } = read(manifest({ items: [canvas(1, image(1, { width })), canvas(2, image(2))] }));
    expect(pages.map(({ canvas: id }) => id)).toHaveLength(1);
    expect(warnings).toEqual(['canvas 1 has no image on the web with its size']);
  });

  it('says that parts cannot be read, and takes the pages', () => {
    const part = (depth: number): object =>
      depth === 0
        ? { id: 'https://example.org/m/canvas/1', type: 'Canvas' }
        : { id: `r${depth}`, type: 'Range', label: { it: ['Parte'] }, items: [part(depth - 1)] };
    const { pages, structures, warnings } = read(manifest({ structures: [part(40)] }));
    expect([pages.length, structures]).toEqual([2, []]);
    expect(warnings).toEqual(['its parts (structures) cannot be read: the pages are taken without']);
    expect(read(manifest({ structures: undefined })).warnings).toEqual([]);
  });

  it('reads words without the character that no database keeps', () => {
    const label = { it: ['c.\0 1r'] };
    expect(read(manifest({ items: [{ ...canvas(1, image(1)), label }] })).pages[0]?.label).toBe('c. 1r');
  });

  it.each([
    ['nothing', Buffer.from('')],
    ['no JSON', Buffer.from('{')],
    ['another thing', Buffer.from('{"type":"Collection","id":"https://example.org/c"}')],
    ['no pages', Buffer.from(JSON.stringify(manifest({ items: [] })))],
    ['no address', Buffer.from(JSON.stringify(manifest({ id: 'urn:x' })))],
    ['a list', Buffer.from('[]')],
    ['version 2 in pieces', Buffer.from('{"@type":"sc:Manifest","@id":"https://example.org/x","sequences":7}')],
  ])('that is %s is refused with a word on why', (_, bytes) => expect(() => readManifest(bytes)).toThrow(/manifest/));
});
