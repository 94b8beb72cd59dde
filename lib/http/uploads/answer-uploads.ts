import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { partsOf } from '#lib/http/procedures/receive-upload.ts';
import { longestDocument } from '#lib/http/procedures/document-upload.ts';
import { answering } from '#lib/http/read-json.ts';
import type { ApiClient } from '#lib/store/api-clients.ts';
import { mostBytes, mostUploads } from '#lib/store/uploads/upload-limits.ts';
import { bytesOf, checksumOf, isMetadata, tusAnswer, tusProblem, wrongVersion } from './tus-headers.ts';

const asTus = (request: Request, answer: (client: ApiClient) => Promise<Response>): Promise<Response> =>
  answering(async () => wrongVersion(request) ?? (await asClient(composition(), request, 'documents:add', answer)));

/** `POST /api/v1/uploads`: an upload is begun. */
export const answerBegin = (request: Request): Promise<Response> =>
  asTus(request, async ({ id: client }) => {
    const length = bytesOf(request, 'upload-length');
    if (length === null || length === 0)
      return tusProblem(400, 'Upload-Length is wanted: how many bytes there will be, at least one.');
    if (length > longestDocument) return tusProblem(413, `A document has at most ${longestDocument} bytes.`);
    const metadata = request.headers.get('upload-metadata');
    if (metadata !== null && !isMetadata(metadata))
      return tusProblem(400, 'Upload-Metadata is wanted as names with values in base64, at most 2000 characters.');
    const { uploads, baseUrl } = composition();
    const begun = await uploads.begin(client, { length, metadata });
    if (begun.kind === 'tooMany')
      return tusProblem(429, `An API key may have ${mostUploads} uploads; end one, or add it to a case.`, later);
    if (begun.kind === 'tooMuch')
      return tusProblem(
        429,
        `The uploads of an API key may have ${mostBytes} bytes together; end one, or add it to a case.`,
        later,
      );
    return tusAnswer(201, {
      location: `${baseUrl}/api/v1/uploads/${begun.id}`,
      'upload-expires': begun.expiresAt.toUTCString(),
    });
  });

/** `HEAD /api/v1/uploads/{id}`: where it goes on. */
export const answerOffset = (request: Request, id: string): Promise<Response> =>
  asTus(request, async ({ id: client }) => {
    const upload = await composition().uploads.find(client, id);
    if (!upload) return unknown();
    return tusAnswer(200, {
      'upload-offset': String(upload.offset),
      'upload-length': String(upload.length),
      'upload-expires': upload.expiresAt.toUTCString(),
      ...(upload.metadata === null ? {} : { 'upload-metadata': upload.metadata }),
    });
  });

/** `PATCH /api/v1/uploads/{id}`: a piece of it. */
export const answerPiece = (request: Request, id: string): Promise<Response> =>
  asTus(request, async ({ id: client }) => {
    if (request.headers.get('content-type') !== 'application/offset+octet-stream')
      return tusProblem(415, 'Content-Type: application/offset+octet-stream is wanted.');
    const offset = bytesOf(request, 'upload-offset');
    if (offset === null) return tusProblem(400, 'Upload-Offset is wanted: the bytes that have come before.');
    const sha256 = checksumOf(request);
    if (sha256 === 'wrong') return tusProblem(400, 'Upload-Checksum is wanted as sha256 and the digest in base64.');
    const written = await composition().uploads.write({ client, id, offset, source: partsOf(request), sha256 });
    switch (written.kind) {
      case 'written':
        return tusAnswer(204, {
          'upload-offset': String(written.offset),
          'upload-expires': written.expiresAt.toUTCString(),
        });
      case 'unknown':
        return unknown();
      case 'busy':
        return tusProblem(423, 'Another piece of this upload is being written.', { 'retry-after': '5' });
      case 'conflict':
        return tusProblem(409, `The upload goes on at byte ${written.offset}.`, {
          'upload-offset': String(written.offset),
        });
      case 'tooLong':
        return tusProblem(413, 'The piece has more bytes than are missing; nothing of it was kept.');
      case 'mismatch':
        return tusProblem(460, 'The piece has another SHA-256 than Upload-Checksum says; nothing of it was kept.');
      case 'noSpace':
        return tusProblem(507, 'There is no room for more now; what has come is kept, and goes on where it stopped.');
      case 'cut':
        return tusProblem(400, 'The connection ended before the piece did.');
    }
  });

/** `DELETE /api/v1/uploads/{id}`: nobody wants it any more. */
export const answerEnd = (request: Request, id: string): Promise<Response> =>
  asTus(request, async ({ id: client }) =>
    (await composition().uploads.remove(client, id)) ? tusAnswer(204) : unknown(),
  );

/** When the first of them may have expired. */
const later = { 'retry-after': '3600' };

const unknown = () => tusProblem(404, 'No upload of this API key bears this id, or it has expired.');
