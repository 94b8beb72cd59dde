import { createHash } from 'node:crypto';
import { z } from 'zod';
import { satisfies, sniffFormat } from '#lib/records/sniff-format.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Violation } from '#lib/http/problem.ts';

export const longestDocument = 20 * 1024 * 1024;
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
});

export interface Upload {
  bytes: Uint8Array;
  code: string | null;
  fileName: string | null;
  format: string;
}

export interface RawUpload {
  bytes: Uint8Array;
  fields: Record<string, string | undefined>;
}

/** The parts of a body, whichever way it was sent; null where it is no multipart that can be read. */
export async function partsOf(request: Request, body: Buffer): Promise<RawUpload | null> {
  const type = request.headers.get('content-type') ?? '';
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  if (!type.startsWith('multipart/form-data')) return { bytes: body, fields: asked };
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    if (file === null || typeof file === 'string') return null;
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : asked[name];
    };
    return {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fields: { sha256: field('sha256'), code: field('code'), fileName: field('fileName') ?? file.name },
    };
  } catch {
    return null;
  }
}

/** The bytes against what was declared of them and what the type takes. */
export function checkUpload(
  { bytes, fields }: RawUpload,
  type: ProcedureType,
): { upload: Upload; violations: null } | { upload: null; violations: Violation[] } {
  const wrong = (parameter: string, message: string) => ({ upload: null, violations: [{ parameter, message }] });
  const said = uploadParametersSchema.safeParse({
    sha256: fields['sha256'],
    code: fields['code'],
    fileName: fields['fileName'],
  });
  if (!said.success) {
    const violations = said.error.issues.map(({ path, message }) => ({ parameter: String(path[0] ?? ''), message }));
    return { upload: null, violations };
  }
  const { sha256, code = null, fileName = null } = said.data;
  if (bytes.length === 0) return wrong('file', 'has no bytes');
  if (bytes.length > longestDocument) return wrong('file', `has more than ${longestDocument} bytes`);
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (fileName && (/[\u0000-\u001f\u007f]/.test(fileName) || !fileName.isWellFormed()))
    return wrong('fileName', 'contains a control character');
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== sha256.toLowerCase()) return wrong('sha256', `is not that of the bytes, which is ${digest}`);
  const documents = 'documents' in type ? type.documents : [];
  const wanted = documents.find((document) => document.code === code);
  if (code !== null && !wanted)
    return wrong('code', `is none of the type's documents: ${documents.map((document) => document.code).join(', ')}`);
  const sniffed = sniffFormat(bytes);
  const formats: readonly string[] = wanted?.formats ?? anyFormats;
  const format = sniffed && satisfies(sniffed, bytes, formats);
  if (!format) return wrong('file', `is ${sniffed ?? 'of no known format'}; taken are ${formats.join(', ')}`);
  return { upload: { bytes, code, fileName, format }, violations: null };
}

/** What a fascicolo takes beyond the type's own documents. */
const anyFormats = ['pdf', 'pdfa', 'p7m', 'jpg', 'png', 'odt', 'docx'];
