import { z } from 'zod';
import { draftAnswersSchema, type DraftAnswers } from '#lib/procedures/requests/draft-answers.ts';

/** A file that waits with a draft. */
export interface DraftFile {
  id: string;
  /** Which of the type's documents it is; null for a further one. */
  code: string | null;
  fileName: string | null;
  format: string;
  sha256: string;
  bytes: number;
  storageKey: string;
}

export interface RequestDraft {
  id: string;
  owner: string;
  /** For whom it is filed. */
  forAgent: string;
  type: { code: string; version: number };
  step: string;
  answers: DraftAnswers;
  revision: number;
  savedAt: Date;
  expiresAt: Date;
  /** The case that it became; it is empty then. */
  filedAs: string | null;
  files: DraftFile[];
}

/** A draft in a list. */
export type DraftLine = Pick<RequestDraft, 'id' | 'forAgent' | 'type' | 'savedAt' | 'expiresAt'>;

export const draftColumns = `d.id, d.owner_agent AS owner, d.for_agent AS "forAgent", d.type_code AS code, d.type_version AS version, d.step, d.answers,
  d.revision, d.saved_at AS "savedAt", d.expires_at AS "expiresAt", d.filed_as AS "filedAs"`;

const rowSchema = z
  .object({
    id: z.string(),
    owner: z.string(),
    forAgent: z.string(),
    code: z.string(),
    version: z.int(),
    step: z.string(),
    answers: draftAnswersSchema,
    revision: z.int(),
    savedAt: z.coerce.date(),
    expiresAt: z.coerce.date(),
    filedAs: z.string().nullable(),
  })
  .transform(({ code, version, ...rest }) => ({ ...rest, type: { code, version } }));

const fileSchema = z.object({
  id: z.string(),
  code: z.string().nullable(),
  fileName: z.string().nullable(),
  format: z.string(),
  sha256: z.string(),
  bytes: z.coerce.number(),
  storageKey: z.string(),
});

export const draftOf = (row: unknown): Omit<RequestDraft, 'files'> => rowSchema.parse(row);
export const fileOf = (row: unknown): DraftFile => fileSchema.parse(row);

export const fileColumns = `f.id::text AS id, f.code, f.file_name AS "fileName", f.format, f.hash AS sha256, f.bytes, f.storage_key AS "storageKey"`;
