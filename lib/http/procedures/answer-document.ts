import { createHash } from 'node:crypto';
import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { idempotencyOf, keyWanted } from '#lib/http/idempotency-header.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { readBytes } from '#lib/http/read-body.ts';
import { answering } from '#lib/http/read-json.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { reachOfClient, type ApiClient } from '#lib/store/api-clients.ts';
import { checkUpload, longestDocument, longestUpload, partsOf } from './document-upload.ts';
import { refusedProblem } from './refused-problem.ts';

/** `POST /api/v1/procedures/{id}/documents`: a document joins the fascicolo. */
export const answerDocument = (request: Request, id: string): Promise<Response> =>
  answering(() => asClient(composition(), request, 'documents:add', (client) => addAs(client, request, id)));

async function addAs(client: ApiClient, request: Request, id: string): Promise<Response> {
  const { procedures, baseUrl } = composition();
  const reach = reachOfClient(client);
  const unknown = () => problem(404, 'No procedure within reach of this API key bears this id.');
  const view = isIdentifier(id) ? await procedures.findCase(id, reach) : null;
  if (!view) return unknown();
  const body = await readBytes(request, longestUpload);
  if (!body) return problem(413, `A document has at most ${longestDocument} bytes.`);
  const parts = await partsOf(request, body);
  if (!parts) return problem(400, 'The form cannot be read: it wants a part "file".');
  // Boundaries of a form are other ones each time: the key is of what it says.
  const said = JSON.stringify([parts.fields, createHash('sha256').update(parts.bytes).digest('hex')]);
  const idempotency = idempotencyOf(request, client, Buffer.from(said));
  if (!idempotency) return problem(400, 'A header is missing or cannot be used.', [keyWanted]);
  const { upload, violations } = checkUpload(parts, view.context.type);
  if (violations) return problem(400, 'The document cannot be taken.', violations);
  const result = await procedures.addDocument({
    id,
    reach,
    actor: { kind: 'client', id: client.id },
    expected: null,
    idempotency,
    document: { ...upload, kind: 'attachment', flow: 'in' },
  });
  switch (result.kind) {
    case 'unknown':
      return unknown();
    case 'keyReused':
      return problem(422, 'This Idempotency-Key was sent before with another request.');
    case 'conflict':
      return problem(409, 'The procedure changed meanwhile.');
    case 'refused':
      return refusedProblem('The document cannot be added now.', result);
    case 'added':
      return privateJson(
        {
          id: result.record,
          version: result.version,
          registration: result.registration,
          sha256: createHash('sha256').update(upload.bytes).digest('hex'),
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
