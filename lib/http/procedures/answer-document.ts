import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { idempotencyOf, keyWanted } from '#lib/http/idempotency-header.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { reachOfClient, type ApiClient } from '#lib/store/api-clients.ts';
import { actorName } from '#lib/store/procedures/actor.ts';
import type { ReceivedDocument } from '#lib/store/documents/receive.ts';
import { checkUpload, longestDocument, longestUpload } from './document-upload.ts';
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
  if (Number(request.headers.get('content-length') ?? 0) > longestUpload) return tooLong();
  const sent = await receiveUpload(request, (source) => procedures.receiveDocument(source, longestDocument));
  if (sent.kind === 'unreadable') return problem(400, 'The form cannot be read: it wants a part "file".');
  const { received, fields } = sent;
  switch (received.kind) {
    case 'empty':
      return problem(400, 'The document cannot be taken.', [{ parameter: 'file', message: 'has no bytes' }]);
    case 'tooLong':
      return tooLong();
    case 'noSpace':
      return problem(507, 'There is no room for this document now; nothing of it was kept.');
    case 'cut':
      return problem(400, 'The connection ended before the document did; nothing of it was kept.');
    case 'received':
      return addReceived(client, request, id, { document: received.document, fields });
  }
}

const unknown = () => problem(404, 'No procedure within reach of this API key bears this id.');
const tooLong = () => problem(413, `A document has at most ${longestDocument} bytes.`);

interface WholeUpload {
  document: ReceivedDocument;
  fields: Record<string, string | undefined>;
}

/** All its bytes have come: kept if it may be added, else discarded. */
async function addReceived(
  client: ApiClient,
  request: Request,
  id: string,
  { document, fields }: WholeUpload,
): Promise<Response> {
  const { procedures, baseUrl } = composition();
  const reach = reachOfClient(client);
  const refused = async (response: Response) => {
    await document.discard();
    return response;
  };
  // Boundaries of a form are other ones each time: the key is of what it says.
  const idempotency = idempotencyOf(request, client, Buffer.from(JSON.stringify([fields, document.sha256])));
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
    document: { ...upload, kept, kind: 'attachment', flow: 'in' },
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
      return privateJson(
        {
          id: result.record,
          version: result.version,
          registration: result.registration,
          sha256: kept.sha256,
          format: upload.format,
        },
        201,
        {
          location: `${baseUrl}/api/v1/procedures/${id}`,
          ...(result.replayed ? { 'idempotent-replayed': 'true' } : {}),
        },
      );
  }
}
