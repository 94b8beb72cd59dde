import { z } from 'zod';

/**
 * The descriptive elements of ISAD(G), by their published names, with the few that EAD adds.
 * The order is the order of the standard's areas and the one in which pages show them.
 */
export const isadElements = [
  // 3.1 identity
  'extentAndMedium',
  // 3.2 context
  'administrativeHistory',
  'archivalHistory',
  'immediateSource',
  // 3.3 content and structure
  'abstract',
  'scopeAndContent',
  'appraisal',
  'accruals',
  'arrangement',
  'filePlan',
  // 3.4 access and use
  'conditionsOfAccess',
  'conditionsOfReproduction',
  'legalStatus',
  'languageNote',
  'physicalCharacteristics',
  'findingAids',
  'preferredCitation',
  // 3.5 allied materials
  'locationOfOriginals',
  'locationOfCopies',
  'relatedUnits',
  'separatedMaterial',
  'publicationNote',
  // 3.6 notes
  'note',
  'index',
  // 3.7 description control
  'archivistsNote',
] as const;

export const isadElementSchema = z.enum(isadElements);
export type IsadElement = z.infer<typeof isadElementSchema>;

/** One paragraph-level statement of a descriptive element; `html` is safe HTML made at ingest, `text` what is searched. */
export const noteSchema = z.object({
  html: z.string(),
  text: z.string(),
  label: z.string().optional(),
  lang: z.string().optional(),
  /** `audience="internal"` in the source: never public. */
  internal: z.literal(true).optional(),
});
export type Note = z.infer<typeof noteSchema>;

export const accessPointKinds = [
  'subject',
  'place',
  'person',
  'family',
  'corporateBody',
  'name',
  'genre',
  'function',
  'occupation',
  'title',
] as const;
export const accessPointSchema = z.object({
  kind: z.enum(accessPointKinds),
  label: z.string(),
  identifier: z.string().optional(),
  source: z.string().optional(),
  role: z.string().optional(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  internal: z.literal(true).optional(),
});
export type AccessPoint = z.infer<typeof accessPointSchema>;

export const containerSchema = z.object({
  type: z.string().nullable(),
  value: z.string(),
  label: z.string().optional(),
});
export type Container = z.infer<typeof containerSchema>;

/** Other titles: parallel, former, original, with the source's own label. */
export const otherTitleSchema = z.object({
  title: z.string(),
  label: z.string().optional(),
  lang: z.string().optional(),
});

/** Everything of a record's description that is shown but neither keyed nor sorted by. Stored as `record.description`. */
export const descriptionSchema = z.object({
  elements: z.partialRecord(isadElementSchema, z.array(noteSchema)).default({}),
  otherTitles: z.array(otherTitleSchema).default([]),
  /** ISAD(G) 3.1.5 as short lines ready to show: "26 volumi", "cc. 112". */
  extents: z.array(z.string()).default([]),
  containers: z.array(containerSchema).default([]),
  accessPoints: z.array(accessPointSchema).default([]),
  /** ISO 639-2/B or 639-3 codes, lower case, of the material. */
  languages: z.array(z.string()).default([]),
  /** Other identifiers than reference codes: system ids, aliases. */
  identifiers: z.array(z.object({ value: z.string(), label: z.string().optional() })).default([]),
  /** Safe HTML of a title that has mark-up; absent when the title is plain. */
  titleHtml: z.string().optional(),
});
export type Description = z.infer<typeof descriptionSchema>;

export const emptyDescription: Description = {
  elements: {},
  otherTitles: [],
  extents: [],
  containers: [],
  accessPoints: [],
  languages: [],
  identifiers: [],
};
