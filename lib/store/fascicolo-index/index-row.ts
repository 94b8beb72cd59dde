import { z } from 'zod';
import { virusScanColumn, virusScanSchema } from '#lib/store/documents/virus-scans.ts';
import { documentKinds } from '#lib/store/procedures/case-view.ts';
import { documentFlows, type Correspondent, type IndexedDocument } from './index-query.ts';

/** Of the tables of an index. */
export const indexColumns = `o.record_id AS record, o.ordinal, o.kind, o.code, r.title, r.object, o.file_name AS "fileName", d.format, d.bytes,
       d.hash AS sha256, d.flow, n.protocol_register AS register, n.protocol_year AS year, n.protocol_number AS number, n.protocol_on AS on,
       o.registered_with IS NOT NULL AS enclosure, n.sender, n.recipients, o.on_day::text AS "documentOn",
       o.added_at AS "addedAt", o.added_by AS "addedBy", (d.destroyed_at AT TIME ZONE 'Europe/Rome')::date::text AS "destroyedOn", r.visibility, d.version, ${virusScanColumn}`;

/** One, several or none; of fascicoli without a procedure a name alone. */
const correspondentsSchema = z.preprocess(
  (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(
    z.union([
      z.string().transform((name): Correspondent => ({ name, address: null })),
      z
        .object({ name: z.string().nullish(), address: z.string().nullish() })
        .transform(({ name, address }): Correspondent => ({ name: name ?? address ?? '', address: address ?? null })),
    ]),
  ),
);

const rowSchema = z.object({
  record: z.string(),
  ordinal: z.number(),
  kind: z.enum(documentKinds),
  code: z.string().nullable(),
  title: z.string(),
  object: z.string().nullable(),
  fileName: z.string().nullable(),
  format: z.string(),
  bytes: z.coerce.number(),
  sha256: z.string(),
  flow: z.enum(documentFlows).nullable(),
  register: z.string().nullable(),
  year: z.number().nullable(),
  number: z.number().nullable(),
  on: z.string().nullable(),
  enclosure: z.boolean(),
  sender: correspondentsSchema,
  recipients: correspondentsSchema,
  documentOn: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  destroyedOn: z.string().nullable(),
  visibility: z.enum(['hidden', 'described', 'open']),
  version: z.number(),
  scan: virusScanSchema,
});

/** A document from a row of `indexColumns`. */
export function indexedOf(row: unknown): IndexedDocument {
  const { register, year, number, on, documentOn, ...document } = rowSchema.parse(row);
  const registered = register !== null && year !== null && number !== null && on !== null;
  return { ...document, on: documentOn, registration: registered ? { register, year, number, on } : null };
}
