import { normalize, serialize, serializeConfigPresentation3 } from '@iiif/parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toManifest } from '#lib/projections/iiif-manifest.ts';
import type { ImageRange, ImageSet, PageImage } from '#lib/records/images.ts';
import { manifestSchema } from '#tests/conformance/iiif/manifest-schema.ts';
import { recordView } from './record-view.ts';

const base = 'https://archivio.example.it';

const page = (at: number, label: string | null): PageImage => ({
  id: `page000${at}`,
  page: at,
  label,
  width: 3000,
  height: 4000,
  place: { kind: 'held' },
  mediaType: 'image/jpeg',
  rightsUri: null,
  hasText: false,
});
const imageSet = (more: Partial<ImageSet> = {}): ImageSet => ({
  recordId: '12345678',
  images: [page(1, 'c. 1r'), page(2, null)],
  structures: [],
  viewingDirection: 'left-to-right',
  paged: true,
  rightsUri: null,
  requiredStatement: null,
  manifestHref: null,
  ...more,
});
const note = (text: string) => ({ text, html: '' });
const saying = (text: string) => {
  const view = recordView();
  return { ...view, description: { ...view.description, elements: { scopeAndContent: [note(text)] } } };
};
const made = (view = recordView(), set = imageSet()) => toManifest(view, set, { base, reducedTo: null });
const readAgain = (json: unknown): unknown => {
  const { entities, mapping, resource } = normalize(structuredClone(json));
  return serialize({ entities, mapping, requests: {} }, resource, serializeConfigPresentation3);
};

/** Words of archives, marks, halves of characters, nothing, far too much. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('<b>', '<p>perg.</p>', '<', '', ' ', '\uD83D', 'x\uDC00', '"]}', '<i>a</i> e <i>b</i>'),
  fc.integer({ min: 990, max: 10_000 }).map((length) => `${'a'.repeat(length % 1003)}${'📜'.repeat(length)}`),
);
const range = (depth: number, path: string): fc.Arbitrary<ImageRange> =>
  fc
    .record({
      label: oddText,
      images: fc.array(fc.constantFrom('page0001', 'page0002', 'gone0000'), { maxLength: 3 }),
      parts: depth === 0 ? fc.constant(0) : fc.nat({ max: 2 }),
    })
    .chain(({ label, images, parts }) =>
      fc
        .tuple(...Array.from({ length: parts }, (_, at) => range(depth - 1, `${path}-${at + 1}`)))
        .map((ranges) => ({ id: path, label, images, ranges })),
    );

describe('a manifest', () => {
  it('is one, whatever titles, notes, leaves and parts are called', () => {
    const sets = fc.tuple(oddText, oddText, fc.option(oddText), oddText, fc.array(range(2, 'r'), { maxLength: 1 }));
    fc.assert(
      fc.property(sets, ([title, scope, leaf, statement, structures]) => {
        const view = { ...saying(scope), title };
        const json = made(
          view,
          imageSet({ images: [page(1, leaf), page(2, null)], structures, requiredStatement: statement }),
        );
        manifestSchema.parse(json);
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
      }),
      { numRuns: 150 },
    );
  });

  it('has no words that are read as HTML, and alters none that are not', () => {
    const { summary, metadata, label } = manifestSchema.parse(made({ ...saying('<perg.> 12 <bianca>'), title: '<b>' }));
    expect(summary).toEqual({ none: ['<perg.> 12 <bianca> '] });
    expect(metadata?.map(({ value }) => value)).toContainEqual({ none: ['<perg.> 12 <bianca> '] });
    // Labels are never HTML (Presentation 3 §4.5).
    expect(label).toEqual({ none: ['<b>'] });
    expect(manifestSchema.parse(made(saying('sec. XV <in.>, bianco'))).summary).toEqual({
      none: ['sec. XV <in.>, bianco'],
    });
  });

  it('cuts no character of its summary in two', () => {
    expect(manifestSchema.parse(made(saying(`${'a'.repeat(999)}📜`))).summary).toEqual({ none: ['a'.repeat(999)] });
    expect(manifestSchema.parse(made(saying(`${'a'.repeat(998)}📜x`))).summary).toEqual({
      none: [`${'a'.repeat(998)}📜`],
    });
  });

  it('says which way one reads where that is not from left to right, and where it hangs', () => {
    const json = made(recordView(), imageSet({ viewingDirection: 'right-to-left' }));
    expect(json).toMatchObject({
      viewingDirection: 'right-to-left',
      partOf: [{ id: `${base}/iiif/collection/series00.json`, type: 'Collection' }],
    });
    expect(readAgain(json)).toEqual(json);
  });
});
