import { z } from 'zod';
import { presentationContext } from '#lib/records/iiif-resources.ts';
import { partOf, shownLink } from './content-schema.ts';
import { address, languageMap } from './language-map.ts';

/** §5.1: collections are named, not laid into one another. */
const named = z.strictObject({ id: address, type: z.enum(['Collection', 'Manifest']), label: languageMap });

/** What IIIF Presentation 3 asks of a collection, and nothing that we do not mean to write. */
export const collectionSchema = z.strictObject({
  '@context': z.literal(presentationContext),
  id: address,
  type: z.literal('Collection'),
  label: languageMap,
  partOf: partOf.optional(),
  homepage: z.array(shownLink).min(1).optional(),
  items: z.array(named).refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'told twice'),
});
