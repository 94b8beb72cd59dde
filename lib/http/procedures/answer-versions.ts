import { z } from 'zod';
import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { idempotencyOf, keyWanted } from '#lib/http/idempotency-header.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { reachOfClient, type ApiClient } from '#lib/store/api-clients.ts';
import type { ReceivedDocument } from '#lib/store/documents/receive.ts';
import { actorName } from '#lib/store/procedures/actor.ts';
import type { CaseView, DocumentLine } from '#lib/store/procedures/procedure-store.ts';
import { checkUpload, longestDocument, longestUpload } from './document-upload.ts';
import { notAdmittedProblem } from './not-admitted-problem.ts';
import { notReceivedProblem, tooLongProblem } from './not-received-problem.ts';
import { isForClient } from './document-json.ts';
import { receiveUpload } from './receive-upload.ts';
import { refusedProblem } from './refused-problem.ts';

/** What is said of a new version beside its bytes. */
export const versionParametersSchema = z.object({
  reason: z.string().min(1).max(500).describe('Why there is a new version'),
  expected: z.coerce
    .number({ message: 'must be the number of the version that was seen' })
    .int()
    .min(1)
    .optional()
    .describe('The version that was seen: refused where another has taken its place meanwhile'),
});

export const versionsJsonSchema = z.object({
  items: z
    .array(
      z.object({
        version: z.number(),
        current: z.boolean(),
        sha256: z.string(),
        format: z.string(),
        bytes: z.number(),
        addedAt: z.string(),
        reason: z.string().nullable().describe('Why it took the place of the one before; null of the first'),
        virusCheck: z.object({ verdict: z.string(), engine: z.string(), at: z.string() }).nullable(),
      }),
    )
    .describe('The current one first'),
});

export const newVersionJsonSchema = z.object({
  id: z.string(),
  version: z.number(),
  sha256: z.string(),
  format: z.string(),
});

const unknown = () => problem(404, 'No document within reach of this API key bears this id.');

/** The document, where the case is within reach and this client may read it. */
async function documentFor(client: ApiClient, id: string, record: string): Promise<DocumentLine | null> {
  if (!isIdentifier(id) || !isIdentifier(record)) return null;
  const document = await composition().procedures.findDocument(id, record, reachOfClient(client));
  return document && isForClient(document, client.id) ? document : null;
}

/** `GET /api/v1/procedures/{id}/documents/{document}/versions` */
export const answerVersions = (request: Request, id: string, record: string): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'procedures:read', async (client) => {
      const { procedures } = composition();
      const document = await documentFor(client, id, record);
      const versions = document && (await procedures.listVersions(id, record, reachOfClient(client)));
      if (!versions) return unknown();
      return privateJson({
        items: versions.map(({ version, current, sha256, format, bytes, addedAt, reason, scan }) => ({
          version,
          current,
          sha256,
          format,
          bytes,
          addedAt,
          reason,
          virusCheck: scan && { verdict: scan.verdict, engine: scan.engine, at: scan.at },
        })),
      });
    }),
  );

/** `POST /api/v1/procedures/{id}/documents/{document}/versions`: bytes that take the place of the current ones, which are kept. */
export const answerNewVersion = (request: Request, id: string, record: string): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'documents:add', async (client) => {
      const { procedures } = composition();
      const current = await documentFor(client, id, record);
      const view = current && (await procedures.findCase(id, reachOfClient(client)));
      if (!view) return unknown();
      if (Number(request.headers.get('content-length') ?? 0) > longestUpload) return tooLongProblem();
      const sent = await receiveUpload(request, (source) => procedures.receiveDocument(source, longestDocument));
      if (sent.kind === 'unreadable') return problem(400, 'The form cannot be read: it wants a part "file".');
      const { received, fields } = sent;
      if (received.kind !== 'received') return notReceivedProblem(received);
      return replaceWith(client, request, { id, record, current, view, document: received.document, fields });
    }),
  );

interface WholeVersion {
  id: string;
  record: string;
  current: DocumentLine;
  view: CaseView;
  document: ReceivedDocument;
  fields: Record<string, string | undefined>;
}

/** All its bytes have come: kept if they may take the place of the current ones, else discarded. */
async function replaceWith(
  client: ApiClient,
  request: Request,
  { id, record, current, view, document, fields }: WholeVersion,
): Promise<Response> {
  const { procedures } = composition();
  const refused = async (response: Response) => {
    await document.discard();
    return response;
  };
  const idempotency = idempotencyOf(request, client, Buffer.from(JSON.stringify([fields, record, document.sha256])));
  if (!idempotency) return refused(problem(400, 'A header is missing or cannot be used.', [keyWanted]));
  const said = versionParametersSchema.safeParse(fields);
  if (!said.success) {
    const violations = said.error.issues.map(({ path, message }) => ({ parameter: String(path[0] ?? ''), message }));
    return refused(problem(400, 'The version cannot be taken.', violations));
  }
  const { upload, violations } = checkUpload(
    document,
    { ...fields, code: current.code ?? undefined },
    view.context.type,
  );
  if (violations) return refused(problem(400, 'The version cannot be taken.', violations));
  const actor = { kind: 'client' as const, id: client.id };
  const admitted = await procedures.admit(document, { by: actorName(actor), about: id });
  if (admitted.kind !== 'admitted') return notAdmittedProblem(notAdmitted(admitted, upload.fileName));
  const result = await procedures.replaceDocument({
    id,
    record,
    reach: reachOfClient(client),
    actor,
    file: { kept: admitted.kept, format: upload.format, fileName: upload.fileName },
    reason: said.data.reason,
    expected: said.data.expected ?? null,
    idempotency,
  });
  switch (result.kind) {
    case 'unknown':
      return unknown();
    case 'keyReused':
      return problem(422, 'This Idempotency-Key was sent before with another request.');
    case 'notAdmitted':
      return notAdmittedProblem(result);
    case 'refused':
      return refusedProblem('The document cannot have this version.', result);
    case 'replaced':
      return privateJson(
        { id: record, version: result.version, sha256: document.sha256, format: upload.format },
        201,
        result.replayed ? { 'idempotent-replayed': 'true' } : {},
      );
  }
}
