import { z } from 'zod';
import { virusScanColumn, virusScanSchema } from '#lib/store/documents/virus-scans.ts';
import { documentKinds, type DocumentLine } from './case-view.ts';

/** Of a document `d` with its place `o` in a fascicolo, its record `r`, and the document `n` whose number it bears. */
export const documentColumns = `o.record_id AS record, o.kind, o.code, r.title, o.file_name AS "fileName", d.format, d.bytes, d.hash AS sha256, d.flow,
            n.protocol_register AS register, n.protocol_year AS year, n.protocol_number AS number, n.protocol_on AS on,
            o.added_at AS "addedAt", o.added_by AS "addedBy", o.registered_with AS "registeredWith", d.version, ${virusScanColumn}`;

const documentRowSchema = z.object({
  record: z.string(),
  kind: z.enum(documentKinds),
  code: z.string().nullable(),
  title: z.string(),
  fileName: z.string().nullable(),
  format: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  flow: z.enum(['in', 'out', 'internal']).nullable(),
  register: z.string().nullable(),
  year: z.number().nullable(),
  number: z.number().nullable(),
  on: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  registeredWith: z.string().nullable(),
  version: z.number(),
  scan: virusScanSchema,
});

/** A document from a row of `documentColumns`. */
export function documentOf(row: unknown): DocumentLine {
  const { register, year, number, on, ...document } = documentRowSchema.parse(row);
  const registered = register !== null && year !== null && number !== null && on !== null;
  return { ...document, registration: registered ? { register, year, number, on } : null };
}
