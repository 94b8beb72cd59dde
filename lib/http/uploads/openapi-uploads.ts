import { referenceTo, type Json } from '#lib/http/openapi-parts.ts';
import { keyed } from '#lib/http/procedures/openapi-procedures.ts';
import { longestDocument } from '#lib/http/procedures/document-upload.ts';
import { tusVersion } from './tus-headers.ts';

const header = (name: string, schema: Json, required = true): Json => ({ name, in: 'header', required, schema });
const bytes = { type: 'integer', minimum: 0, maximum: longestDocument };
const version = header('Tus-Resumable', { type: 'string', enum: [tusVersion] });
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{32}$' } };

const answered = (status: number, description: string, headers: Record<string, Json> = {}) => ({
  [status]: {
    description,
    headers: Object.fromEntries(Object.entries(headers).map(([name, schema]) => [name, { schema }])),
  },
});

const problems = (...statuses: number[]): Json =>
  Object.fromEntries(
    [...statuses, 401, 403, 412, 500].map((status) => [
      String(status),
      { description: `Problem ${status}`, content: { 'application/problem+json': { schema: referenceTo('Problem') } } },
    ]),
  );

const expires = { 'Upload-Expires': { type: 'string' } };

const options = (operationId: string, parameters: Json[]): Json => ({
  operationId,
  summary: 'What of the protocol is done here',
  parameters,
  responses: answered(204, 'OK', {
    'Tus-Version': { type: 'string' },
    'Tus-Extension': { type: 'string' },
    'Tus-Max-Size': bytes,
    'Tus-Checksum-Algorithm': { type: 'string' },
  }),
});

/** Uploads that go on where they stopped: the protocol is tus 1.0.0, with creation, expiration, termination and checksum. */
export const uploadPaths: Json = {
  '/api/v1/uploads': {
    options: options('uploadsOptions', []),
    post: keyed({
      operationId: 'beginUpload',
      summary: 'Begins an upload that goes on where it stops (tus 1.0)',
      parameters: [
        version,
        header('Upload-Length', { ...bytes, minimum: 1 }),
        header('Upload-Metadata', { type: 'string', maxLength: 2000 }, false),
      ],
      responses: { ...answered(201, 'Begun', { Location: { type: 'string' }, ...expires }), ...problems(400, 413) },
    }),
  },
  '/api/v1/uploads/{id}': {
    options: options('uploadOptions', [id]),
    head: keyed({
      operationId: 'uploadOffset',
      summary: 'Where an upload goes on',
      parameters: [id, version],
      responses: {
        ...answered(200, 'OK', { 'Upload-Offset': bytes, 'Upload-Length': bytes, ...expires }),
        ...problems(404),
      },
    }),
    patch: keyed({
      operationId: 'sendPiece',
      summary: 'A piece of an upload',
      parameters: [id, version, header('Upload-Offset', bytes), header('Upload-Checksum', { type: 'string' }, false)],
      requestBody: {
        required: true,
        content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        ...answered(204, 'Kept', { 'Upload-Offset': bytes, ...expires }),
        ...problems(400, 404, 409, 413, 415, 423, 460, 507),
      },
    }),
    delete: keyed({
      operationId: 'endUpload',
      summary: 'Ends an upload that nobody wants any more',
      parameters: [id, version],
      responses: { ...answered(204, 'Ended'), ...problems(404) },
    }),
  },
};
