import { z } from 'zod';
import { contradictedExtension, plainFileName } from '#lib/records/file-name.ts';
import { satisfies, sniffFormat } from '#lib/records/sniff-format.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Violation } from '#lib/http/problem.ts';
import type { ReceivedDocument } from '#lib/store/documents/receive.ts';

/** Bytes of a document that come in one request: they are written as they come, so that it is the disk that bounds them (2026-11-26). */
export const longestDocument = 1024 * 1024 * 1024;
/** What multipart puts around it. */
export const longestUpload = longestDocument + 64 * 1024;

/** What is said of a document beside its bytes: parameters of the address, or fields of the form. */
export const uploadParametersSchema = z.object({
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be the SHA-256 of the bytes in 64 hexadecimal digits')
    .describe('SHA-256 of the bytes, hexadecimal'),
  code: z.string().max(100).optional().describe('Which of the type’s documents it is'),
  fileName: z.string().max(255).optional(),
  flow: z
    .enum(['in', 'internal'])
    .default('in')
    .describe('What comes in is registered; a draft is internal, is not registered, and may have versions'),
});

/** Where the bytes are, when they came in pieces before. */
export const uploadIdSchema = z.object({
  upload: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be the end of the address of an upload')
    .optional()
    .describe('An upload of this API key that is whole (POST /api/v1/uploads); the request then has no body'),
});

/** What was said of a document and found in its bytes. */
export interface Upload {
  code: string | null;
  fileName: string | null;
  format: string;
  flow: 'in' | 'internal';
}

/** The bytes against what was declared of them and what the type takes. */
export function checkUpload(
  { sha256: digest, evidence }: Pick<ReceivedDocument, 'sha256' | 'evidence'>,
  fields: Readonly<Record<string, string | undefined>>,
  type: ProcedureType,
): { upload: Upload; violations: null } | { upload: null; violations: Violation[] } {
  const wrong = (parameter: string, message: string) => ({ upload: null, violations: [{ parameter, message }] });
  const said = uploadParametersSchema.safeParse({
    sha256: fields['sha256'],
    code: fields['code'],
    fileName: fields['fileName'],
    flow: fields['flow'],
  });
  if (!said.success) {
    const violations = said.error.issues.map(({ path, message }) => ({ parameter: String(path[0] ?? ''), message }));
    return { upload: null, violations };
  }
  const { sha256, code = null, fileName: given = null, flow } = said.data;
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (given && (/[\u0000-\u001f\u007f]/.test(given) || !given.isWellFormed()))
    return wrong('fileName', 'contains a control character');
  if (digest !== sha256.toLowerCase()) return wrong('sha256', `is not that of the bytes, which is ${digest}`);
  const documents = 'documents' in type ? type.documents : [];
  const wanted = documents.find((document) => document.code === code);
  if (code !== null && !wanted)
    return wrong('code', `is none of the type's documents: ${documents.map((document) => document.code).join(', ')}`);
  const sniffed = sniffFormat(evidence.ends);
  const formats: readonly string[] = wanted?.formats ?? anyFormats;
  const format = sniffed && satisfies(sniffed, evidence, formats);
  if (!format) return wrong('file', `is ${sniffed ?? 'of no known format'}; taken are ${formats.join(', ')}`);
  const fileName = given === null ? null : plainFileName(given);
  const lie = contradictedExtension(fileName, format);
  if (lie) return wrong('fileName', `ends in .${lie}, but the bytes are ${format}`);
  return { upload: { code, fileName, format, flow }, violations: null };
}

/** What a fascicolo takes beyond the type's own documents. */
const anyFormats = ['pdf', 'pdfa', 'p7m', 'jpg', 'png', 'odt', 'docx'];
