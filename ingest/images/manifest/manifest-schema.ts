import { z } from 'zod';

/** What of a manifest (Presentation 3) is read here; what else it says is passed over. */
const words = z.record(z.string(), z.array(z.string()));
const one = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(schema));

const serviceSchema = z.looseObject({
  id: z.string().optional(),
  '@id': z.string().optional(),
  type: z.string().optional(),
  '@type': z.string().optional(),
  profile: z.unknown().optional(),
});

const imageSchema = z.looseObject({
  id: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  service: one(serviceSchema),
});
export type ManifestBody = z.infer<typeof imageSchema>;

/** Of a choice the first: what is shown where nobody chooses. */
const bodySchema = z.preprocess(
  (value) => {
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((body: unknown) =>
      typeof body === 'object' &&
      body !== null &&
      'type' in body &&
      body.type === 'Choice' &&
      'items' in body &&
      Array.isArray(body.items)
        ? (body.items as unknown[])
        : [body],
    );
  },
  z.array(z.union([imageSchema, z.string().transform((id): ManifestBody => ({ id, service: [] }))])),
);

const canvasSchema = z.looseObject({
  id: z.string(),
  label: words.nullish().catch(null),
  width: z.number().optional(),
  height: z.number().optional(),
  items: one(z.looseObject({ items: one(z.looseObject({ body: bodySchema })) })),
});

export interface ManifestRange {
  type: 'Range';
  id: string;
  label?: Record<string, string[]> | null | undefined;
  items: (ManifestRange | { type: 'Canvas'; id: string })[];
}

/** As deep as anybody divides a book. */
const deepest = 12;
const reference = z.union([
  z
    .looseObject({
      type: z.enum(['Canvas', 'SpecificResource']),
      id: z.string().optional(),
      source: z.unknown().optional(),
    })
    .transform((item) => ({
      type: 'Canvas' as const,
      id: typeof item.source === 'string' ? item.source : (idOf(item.source) ?? item.id ?? ''),
    })),
  z.string().transform((id) => ({ type: 'Canvas' as const, id })),
]);
const idOf = (source: unknown): string | null =>
  typeof source === 'object' && source !== null && 'id' in source && typeof source.id === 'string' ? source.id : null;

const rangeSchema = (depth: number): z.ZodType<ManifestRange> =>
  z.looseObject({
    type: z.literal('Range'),
    id: z.string(),
    label: words.nullish().catch(null),
    items: one(depth === 0 ? reference : z.union([z.lazy(() => rangeSchema(depth - 1)), reference])),
  }) as z.ZodType<ManifestRange>;

export const manifestSchema = z.looseObject({
  id: z.string(),
  type: z.literal('Manifest'),
  metadata: one(z.looseObject({ label: words, value: words })).catch([]),
  rights: z.string().nullish().catch(null),
  requiredStatement: z.looseObject({ value: words }).nullish().catch(null),
  viewingDirection: z.enum(['left-to-right', 'right-to-left', 'top-to-bottom', 'bottom-to-top']).catch('left-to-right'),
  behavior: one(z.string()).catch([]),
  items: z.array(canvasSchema),
  /** Null: they cannot be read, or are deeper than that. */
  structures: one(rangeSchema(deepest)).nullable().catch(null),
});
export type Manifest = z.infer<typeof manifestSchema>;
