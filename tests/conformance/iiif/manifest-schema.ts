import { z } from 'zod';
import { presentationContext } from '#lib/records/iiif-resources.ts';
import { dataLink, imageResource, partOf, searchService, shownLink } from './content-schema.ts';
import { address, labelAndValue, languageMap, plainTexts } from './language-map.ts';

/** §3.2: of Creative Commons or RightsStatements.org, with http. */
const rights = z
  .string()
  .regex(/^http:\/\/(creativecommons\.org\/(licenses|publicdomain)|rightsstatements\.org\/vocab)\/\S+$/);
/** §3.1 and §3.2: what is met alone has the context first. */
const context = z.literal(presentationContext);

/** A canvas has one annotation that paints it, aimed at it as a whole. */
const canvasParts = {
  id: address.refine((id) => !id.includes('#'), 'a canvas is named without a fragment (§3.2)'),
  type: z.literal('Canvas'),
  label: languageMap,
  height: z.int().positive(),
  width: z.int().positive(),
  rights: rights.optional(),
  thumbnail: z.array(imageResource).min(1),
  items: z.tuple([
    z.strictObject({
      id: address,
      type: z.literal('AnnotationPage'),
      items: z.tuple([
        z.strictObject({
          id: address,
          type: z.literal('Annotation'),
          motivation: z.literal('painting'),
          body: imageResource,
          target: address,
        }),
      ]),
    }),
  ]),
  annotations: z
    .array(z.strictObject({ id: address, type: z.literal('AnnotationPage'), label: languageMap }))
    .min(1)
    .optional(),
};
const canvas = z
  .strictObject(canvasParts)
  .refine(({ id, items }) => items[0].items[0].target === id, 'what paints a canvas is aimed at it');

interface Range {
  id: string;
  type: 'Range';
  label: Record<string, string[]>;
  items: (Range | { id: string; type: 'Canvas' })[];
}
const range: z.ZodType<Range> = z.lazy(() =>
  z.strictObject({
    id: address,
    type: z.literal('Range'),
    label: languageMap,
    items: z.array(z.union([range, z.strictObject({ id: address, type: z.literal('Canvas') })])).min(1),
  }),
);

const agent = z.strictObject({
  id: address,
  type: z.literal('Agent'),
  label: languageMap,
  homepage: z.array(shownLink).min(1),
  logo: z.array(imageResource).min(1).optional(),
});

const pagesOf = (ranges: readonly Range['items'][number][]): string[] =>
  ranges.flatMap((one) => (one.type === 'Canvas' ? [one.id] : pagesOf(one.items)));
const idsOf = (ranges: readonly Range['items'][number][]): string[] =>
  ranges.flatMap((one) => (one.type === 'Canvas' ? [] : [one.id, ...idsOf(one.items)]));
const areAll = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** What IIIF Presentation 3 asks of a manifest, and nothing that we do not mean to write. */
export const manifestSchema = z
  .strictObject({
    '@context': context,
    id: address,
    type: z.literal('Manifest'),
    label: languageMap,
    summary: plainTexts.optional(),
    metadata: z.array(labelAndValue).min(1).optional(),
    requiredStatement: labelAndValue,
    rights: rights.optional(),
    provider: z.array(agent).min(1),
    thumbnail: z.array(imageResource).min(1),
    /** Without it: from left to right. */
    viewingDirection: z.enum(['right-to-left', 'top-to-bottom', 'bottom-to-top']).optional(),
    behavior: z.tuple([z.enum(['paged', 'individuals'])]),
    partOf,
    homepage: z.array(shownLink).min(1),
    seeAlso: z.array(dataLink).min(1),
    rendering: z.array(shownLink).min(1),
    service: z.array(searchService).min(1).optional(),
    items: z.array(canvas).min(1),
    structures: z.array(range).min(1).optional(),
  })
  .refine(({ items }) => areAll(items.map(({ id }) => id)), 'two canvases of one name')
  .refine(({ structures }) => areAll(idsOf(structures ?? [])), 'two ranges of one name')
  .refine(({ items, structures }) => {
    const ids = new Set(items.map(({ id }) => id));
    return pagesOf(structures ?? []).every((id) => ids.has(id));
  }, 'a range of a canvas that is not there');

/** Parts of a manifest as they are had by themselves. */
export const canvasSchema = z.strictObject({ '@context': context, ...canvasParts, partOf });
export const rangeSchema = z.strictObject({
  '@context': context,
  id: address,
  type: z.literal('Range'),
  label: languageMap,
  items: z.array(z.union([range, z.strictObject({ id: address, type: z.literal('Canvas') })])).min(1),
  partOf,
});
export const pageTextSchema = z.strictObject({
  '@context': context,
  id: address,
  type: z.literal('AnnotationPage'),
  label: languageMap,
  items: z.array(
    z.strictObject({
      id: address,
      type: z.literal('Annotation'),
      motivation: z.literal('supplementing'),
      body: z.strictObject({
        type: z.literal('TextualBody'),
        value: z.string(),
        format: z.literal('text/plain'),
        language: z.string().optional(),
      }),
      target: z.string().regex(/^https?:\S+#xywh=\d+,\d+,[1-9]\d*,[1-9]\d*$/),
    }),
  ),
});
