import { z } from 'zod';
import { registrationSchema } from '#lib/procedures/cases/filing-facts.ts';
import type { DocumentLine } from '#lib/store/procedures/procedure-store.ts';

/** A document of a fascicolo as another system may read it. */
export const documentJsonSchema = z.object({
  id: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  format: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  version: z.number().describe('From 1; the former ones are at its …/versions'),
  registration: registrationSchema.nullable(),
});

/** What is put in the fascicolo by the office itself stays with it; another system sees its own. */
export const isForClient = ({ flow, addedBy }: { flow: string | null; addedBy: string }, client: string): boolean =>
  flow !== 'internal' || addedBy === `client:${client}`;

export const toDocumentJson = ({
  record,
  code,
  title,
  format,
  bytes,
  sha256,
  version,
  registration,
}: DocumentLine): z.infer<typeof documentJsonSchema> => ({
  id: record,
  code,
  title,
  format,
  bytes,
  sha256,
  version,
  registration,
});
