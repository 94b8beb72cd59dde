import { z } from 'zod';
import { searchContext } from '#lib/projections/iiif-search.ts';
import { presentationContext } from '#lib/records/iiif-resources.ts';
import { address } from './language-map.ts';

const page = z.strictObject({ id: address, type: z.literal('AnnotationPage') });
const place = z.string().regex(/^https?:\S+#xywh=\d+,\d+,[1-9]\d*,[1-9]\d*$/);

/** Content Search 2 §3.4. */
export const searchAnswerSchema = z.strictObject({
  '@context': z.tuple([z.literal(presentationContext), z.literal(searchContext)]),
  id: address,
  type: z.literal('AnnotationPage'),
  ignored: z.array(z.string()).min(1).optional(),
  partOf: z.strictObject({ id: address, type: z.literal('AnnotationCollection') }),
  prev: page.optional(),
  next: page.optional(),
  items: z.array(
    z.strictObject({
      id: address,
      type: z.literal('Annotation'),
      motivation: z.literal('supplementing'),
      body: z.strictObject({ type: z.literal('TextualBody'), value: z.string(), format: z.literal('text/plain') }),
      target: z.union([place, z.array(place).min(2)]),
    }),
  ),
  annotations: z.tuple([
    z.strictObject({
      id: address,
      type: z.literal('AnnotationPage'),
      items: z.array(
        z.strictObject({
          id: address,
          type: z.literal('Annotation'),
          motivation: z.literal('contextualizing'),
          target: z.strictObject({
            type: z.literal('SpecificResource'),
            source: address,
            selector: z.tuple([
              z.strictObject({
                type: z.literal('TextQuoteSelector'),
                prefix: z.string(),
                exact: z.string(),
                suffix: z.string(),
              }),
            ]),
          }),
        }),
      ),
    }),
  ]),
});
