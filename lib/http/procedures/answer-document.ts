import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { idempotencyOf, keyWanted } from '#lib/http/idempotency-header.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { metadataValue } from '#lib/http/uploads/tus-headers.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { reachOfClient, type ApiClient } from '#lib/store/api-clients.ts';
import { actorName } from '#lib/store/procedures/actor.ts';
import type { AddDocumentResult } from '#lib/store/procedures/procedure-store.ts';
import type { Received, ReceivedDocument } from '#lib/store/documents/receive.ts';
import { checkUpload, longestDocument, longestUpload } from './document-upload.ts';
import { notReceivedProblem, tooLongProblem } from './not-received-problem.ts';
import { receiveUpload } from './receive-upload.ts';
import { notAdmittedProblem } from './not-admitted-problem.ts';
import { refusedProblem } from './refused-problem.ts';

/** `POST /api/v1/procedures/{id}/documents`: a document joins the fascicolo. */
export const answerDocument = (request: Request, id: string): Promise<Response> =>
  answering(() => asClient(composition(), request, 'documents:add', (client) => addAs(client, request, id)));

async function addAs(client: ApiClient, request: Request, id: string): Promise<Response> {
  const { procedures } = composition();
  const reach = reachOfClient(client);
  const view = isIdentifier(id) ? await procedures.findCase(id, reach) : null;
  if (!view) return unknown();
  if (Number(request.headers.get('content-length') ?? 0) > longestUpload) return tooLongProblem();
  const upload = new URL(request.url).searchParams.get('upload');
  if (upload !== null) return addUpload(client, request, id, upload);
  const sent = await receiveUpload(request, (source) => procedures.receiveDocument(source, longestDocument));
  if (sent.kind === 'unreadable') return problem(400, 'The form cannot be read: it wants a part "file".');
  return addTaken(client, request, id, sent);
}

/** Bytes that came in pieces before; once they are a document, the upload is over. */
async function addUpload(client: ApiClient, request: Request, id: string, name: string): Promise<Response> {
  const { procedures, uploads } = composition();
  const fields = Object.fromEntries(new URL(request.url).searchParams);
  const upload = await uploads.find(client.id, name);
  if (!upload) {
    const idempotency = idempotencyOf(request, client, bodyOf(fields, fields['sha256'] ?? ''));
    // Sent again when the answer was lost: it is a document by now.
    const added = idempotency && (await procedures.findAdded(idempotency));
    if (added) return addedAnswer(id, added.result, added);
    return problem(400, 'The document cannot be taken.', [
      { parameter: 'upload', message: 'is no upload of this API key, or has expired' },
    ]);
  }
  if (upload.offset < upload.length)
    return problem(409, `The upload has ${upload.offset} of ${upload.length} bytes: send the rest first.`);
  const received = await procedures.receiveDocument(uploads.read(name), longestDocument);
  const fileName = fields['fileName'] ?? metadataValue(upload.metadata, 'filename') ?? undefined;
  const answer = await addTaken(client, request, id, { received, fields: { ...fields, fileName }, asked: fields });
  if (answer.status === 201) await uploads.remove(client.id, name);
  return answer;
}

interface Taken {
  received: Received;
  fields: Fields;
  /** What the request itself said, where the upload said more. */
  asked?: Fields;
}

type Fields = Record<string, string | undefined>;

async function addTaken(
  client: ApiClient,
  request: Request,
  id: string,
  { received, fields, asked = fields }: Taken,
): Promise<Response> {
  if (received.kind !== 'received') return notReceivedProblem(received);
  return addReceived(client, request, id, { document: received.document, fields, asked });
}

const unknown = () => problem(404, 'No procedure within reach of this API key bears this id.');

interface WholeUpload {
  document: ReceivedDocument;
  fields: Fields;
  asked: Fields;
}

/** All its bytes have come: kept if it may be added, else discarded. */
async function addReceived(
  client: ApiClient,
  request: Request,
  id: string,
  { document, fields, asked }: WholeUpload,
): Promise<Response> {
  const { procedures } = composition();
  const reach = reachOfClient(client);
  const refused = async (response: Response) => {
    await document.discard();
    return response;
  };
  // Boundaries of a form are other ones each time: the key is of what it says.
  const idempotency = idempotencyOf(request, client, bodyOf(asked, document.sha256));
  if (!idempotency) return refused(problem(400, 'A header is missing or cannot be used.', [keyWanted]));
  const view = await procedures.findCase(id, reach);
  if (!view) return refused(unknown());
  const { upload, violations } = checkUpload(document, fields, view.context.type);
  if (violations) return refused(problem(400, 'The document cannot be taken.', violations));
  const actor = { kind: 'client' as const, id: client.id };
  const admitted = await procedures.admit(document, { by: actorName(actor), about: id });
  if (admitted.kind !== 'admitted') return notAdmittedProblem(notAdmitted(admitted, upload.fileName));
  const { kept } = admitted;
  const result = await procedures.addDocument({
    id,
    reach,
    actor,
    expected: null,
    idempotency,
    document: { ...upload, kept, kind: upload.flow === 'in' ? 'attachment' : 'other' },
  });
  switch (result.kind) {
    case 'unknown':
      return unknown();
    case 'keyReused':
      return problem(422, 'This Idempotency-Key was sent before with another request.');
    case 'conflict':
      return problem(409, 'The procedure changed meanwhile.');
    case 'notAdmitted':
      return notAdmittedProblem(result);
    case 'refused':
      return refusedProblem('The document cannot be added now.', result);
    case 'added':
      return addedAnswer(id, result, { sha256: kept.sha256, format: upload.format });
  }
}

/** What an idempotency key is the key of: what was said of the document, and its bytes. */
const bodyOf = (fields: Fields, sha256: string): Buffer => Buffer.from(JSON.stringify([fields, sha256.toLowerCase()]));

function addedAnswer(
  id: string,
  result: AddDocumentResult & { kind: 'added' },
  { sha256, format }: { sha256: string; format: string },
): Response {
  return privateJson(
    { id: result.record, version: result.version, registration: result.registration, sha256, format },
    201,
    {
      location: `${composition().baseUrl}/api/v1/procedures/${id}`,
      ...(result.replayed ? { 'idempotent-replayed': 'true' } : {}),
    },
  );
}
