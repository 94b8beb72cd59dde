import { z } from 'zod';
import { languages, type Language } from '#lib/i18n/language.ts';
import { toGraphSteps } from '#lib/procedures/types/graph-steps.ts';
import { families, type ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { groupByTheme, themeOf, themes } from '#lib/procedures/types/theme.ts';
import { art35Headings, art35Letters, toArt35Row, type Art35Row } from '#lib/projections/art35.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';

/** The parameters of `/api/v1/procedure-types` and of each type under it. */
export const procedureTypeParametersSchema = z.object({ lang: z.enum(languages).optional() });

const cells = z
  .record(z.enum(art35Letters), z.array(z.string()))
  .describe('Letters of D.Lgs. 33/2013 art. 35 c. 1, each as lines; an empty one has nothing to say for this type');

const lineSchema = z.object({
  code: z.string(),
  version: z.number(),
  family: z.enum(families),
  theme: z.enum(themes),
  title: z.string(),
  url: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  cells,
});

export const procedureTypesJsonSchema = z.object({
  language: z.enum(languages),
  total: z.number(),
  headings: z.record(z.enum(art35Letters), z.string()),
  types: z.array(lineSchema).describe('In the order of the list of services: by theme, then by title'),
});

export const procedureTypeJsonSchema = lineSchema.extend({
  language: z.enum(languages),
  headings: z.record(z.enum(art35Letters), z.string()),
  steps: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      phase: z.string().nullable(),
      actor: z.string().nullable(),
      norm: z.string().nullable(),
      citizenText: z.string().nullable(),
      ways: z.array(z.string()),
    }),
  ),
});

type Line = z.infer<typeof lineSchema>;

/** Rows of the table of procedures in the order of the list of services. */
export function art35Rows(store: ProcedureTypes, today: string, language: Language): Art35Row[] {
  return inOrder(store, today, language).map((type) => toArt35Row(type, contacts(store), language));
}

export function toProcedureTypesJson(
  store: ProcedureTypes,
  today: string,
  language: Language,
  base: string,
): z.infer<typeof procedureTypesJsonSchema> {
  const types = inOrder(store, today, language).map((type) => toLine(type, store, language, base));
  return { language, total: types.length, headings: headings(language), types };
}

export function toProcedureTypeJson(
  type: ProcedureType,
  store: ProcedureTypes,
  language: Language,
  base: string,
): z.infer<typeof procedureTypeJsonSchema> {
  return {
    ...toLine(type, store, language, base),
    language,
    headings: headings(language),
    steps: toGraphSteps(type.graph, store.catalogue()).map((step) => ({
      number: step.number,
      title: step.title[language],
      phase: step.phase?.[language] ?? null,
      actor: step.actor?.[language] ?? null,
      norm: step.norm?.[language] ?? null,
      citizenText: step.citizenText?.[language] ?? null,
      ways: step.ways.map((way) => way[language]),
    })),
  };
}

const inOrder = (store: ProcedureTypes, today: string, language: Language): ProcedureType[] =>
  groupByTheme(store.listTypes(today), language).flatMap(({ types }) => types);

const contacts = (store: ProcedureTypes) => new Map([...store.units()].map(([code, name]) => [code, { name }]));

function toLine(type: ProcedureType, store: ProcedureTypes, language: Language, base: string): Line {
  const { code, version, family, validFrom, validTo } = type;
  const { title, cells: lines } = toArt35Row(type, contacts(store), language);
  const url = `${base}/servizi/${code}`;
  return { code, version, family, theme: themeOf(type), title, url, validFrom, validTo, cells: lines };
}

const headings = (language: Language): Record<(typeof art35Letters)[number], string> => ({
  a: art35Headings.a[language],
  b: art35Headings.b[language],
  c: art35Headings.c[language],
  d: art35Headings.d[language],
  e: art35Headings.e[language],
  f: art35Headings.f[language],
  g: art35Headings.g[language],
  h: art35Headings.h[language],
  i: art35Headings.i[language],
  l: art35Headings.l[language],
  m: art35Headings.m[language],
});
