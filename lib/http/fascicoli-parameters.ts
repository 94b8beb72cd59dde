import { z } from 'zod';
import { fascicoloKinds } from '#lib/fascicoli/kind.ts';
import { voiceOf } from '#lib/fascicoli/titolario.ts';
import type { FascicoliQuery } from '#lib/store/fascicoli/fascicoli.ts';
import { plainText } from './plain-text.ts';

/** What the repertorio is asked by, as addresses say it. A value that means nothing is as if it had not been given. */
const parametersSchema = z.object({
  parole: z
    .string()
    .max(200)
    .transform((text) => plainText(text).trim())
    .catch(''),
  anno: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  classe: z
    .string()
    .transform((code) => voiceOf(code) ?? undefined)
    .optional()
    .catch(undefined),
  specie: z.enum(fascicoloKinds).optional().catch(undefined),
  unita: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,80}$/)
    .optional()
    .catch(undefined),
  stato: z.enum(['open', 'closed']).optional().catch(undefined),
  dopo: z.string().max(200).optional().catch(undefined),
});

/** Reads the filters of the repertorio dei fascicoli. */
export function readFascicoliQuery(asked: Readonly<Record<string, string | string[] | undefined>>): FascicoliQuery {
  const one = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const { parole, anno, classe, specie, unita, stato, dopo } = parametersSchema.parse(one);
  return {
    ...(parole === '' ? {} : { words: parole }),
    ...(anno === undefined ? {} : { year: anno }),
    ...(classe === undefined ? {} : { voice: classe }),
    ...(specie === undefined ? {} : { kind: specie }),
    ...(unita === undefined ? {} : { unit: unita }),
    ...(stato === undefined ? {} : { state: stato }),
    ...(dopo === undefined ? {} : { after: dopo }),
  };
}
