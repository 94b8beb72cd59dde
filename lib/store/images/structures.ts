import { z } from 'zod';
import type { ImageRange } from '#lib/records/images.ts';

const rangeSchema: z.ZodType<ImageRange> = z.lazy(() =>
  z.object({ id: z.string(), label: z.string(), images: z.array(z.string()), ranges: z.array(rangeSchema) }),
);
const structuresSchema = z.array(rangeSchema);

/** The parts of a whole, as they are stored. */
export const readStructures = (stored: unknown): ImageRange[] => structuresSchema.parse(stored);
