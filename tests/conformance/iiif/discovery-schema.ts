import { z } from 'zod';
import { discoveryContext } from '#lib/projections/iiif-discovery.ts';
import { address } from './language-map.ts';

const context = z.literal(discoveryContext);
const page = z.strictObject({ id: address, type: z.literal('OrderedCollectionPage') });

/** Change Discovery 1 §3.1. */
export const activityListSchema = z.strictObject({
  '@context': context,
  id: address,
  type: z.literal('OrderedCollection'),
  totalItems: z.int().nonnegative(),
  first: page,
  last: page,
});

/** §3.2 and §3.3: activities of level 2, the oldest first. */
export const activityPageSchema = z.strictObject({
  '@context': context,
  id: address,
  type: z.literal('OrderedCollectionPage'),
  partOf: z.strictObject({ id: address, type: z.literal('OrderedCollection') }),
  startIndex: z.int().nonnegative(),
  prev: page.optional(),
  next: page.optional(),
  orderedItems: z
    .array(
      z.strictObject({
        type: z.enum(['Create', 'Update', 'Delete']),
        endTime: z.iso.datetime(),
        object: z.strictObject({ id: address, type: z.literal('Manifest'), canonical: address.optional() }),
      }),
    )
    .refine(
      (items) => items.every(({ endTime }, at) => at === 0 || (items[at - 1]?.endTime ?? '') <= endTime),
      'order',
    ),
});
