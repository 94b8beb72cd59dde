import { z } from 'zod';
import type { PermitsQuery } from '#lib/store/reading-permits/all-permits.ts';

/** As addresses say it. A value that means nothing is as if it had not been given. */
const parametersSchema = z.object({
  parole: z
    .string()
    .trim()
    .min(1)
    .transform((text) => text.slice(0, 200).replaceAll('\0', ''))
    .optional()
    .catch(undefined),
  stato: z.enum(['running', 'ended']).optional().catch(undefined),
  prima: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

/** Reads what is asked of the list of permits to read. */
export function readPermitsQuery(asked: Readonly<Record<string, string | string[] | undefined>>): PermitsQuery {
  const { parole, stato, prima } = parametersSchema.parse(asked);
  return { words: parole, state: stato, before: prima };
}

/** The address of a page of permits, which `readPermitsQuery` reads. @param said what a form of it answered */
export function permitsAddress({ words, state, before }: PermitsQuery, said?: string): string {
  const query = new URLSearchParams({
    ...(words === undefined ? {} : { parole: words }),
    ...(state === undefined ? {} : { stato: state }),
    ...(before === undefined ? {} : { prima: before }),
    ...(said === undefined ? {} : { detto: said }),
  });
  return `/archivio/permessi${query.size > 0 ? `?${query}` : ''}`;
}
