import { z } from 'zod';

/** What of a repertorio is shown: the acts of a year or of all, before a place in it. */
export interface RepertorioQuery {
  year?: number | undefined;
  before?: { year: number; number: number } | undefined;
}

const year = z.number().int().min(1).max(9999);

/** As addresses say it. A value that means nothing is as if it had not been given. */
const parametersSchema = z.object({
  anno: z.string().transform(Number).pipe(year).optional().catch(undefined),
  prima: z
    .string()
    .regex(/^\d{1,4}-\d{1,7}$/)
    .transform((place) => place.split('-').map(Number))
    .pipe(z.tuple([year, z.number()]))
    .optional()
    .catch(undefined),
});

/** Reads what is asked of the page of a repertorio. */
export function readRepertorioQuery(asked: Readonly<Record<string, string | string[] | undefined>>): RepertorioQuery {
  const { anno, prima } = parametersSchema.parse({ anno: asked['anno'], prima: asked['prima'] });
  return {
    ...(anno === undefined ? {} : { year: anno }),
    ...(prima === undefined ? {} : { before: { year: prima[0], number: prima[1] } }),
  };
}

/** The address of a page of a repertorio, which `readRepertorioQuery` reads. */
export function repertorioAddress(code: string, { year: of, before }: RepertorioQuery): string {
  const query = new URLSearchParams({
    ...(of === undefined ? {} : { anno: String(of) }),
    ...(before === undefined ? {} : { prima: `${before.year}-${before.number}` }),
  });
  return `/archivio/repertori/${code}${query.size > 0 ? `?${query}` : ''}`;
}
