import type { z } from 'zod';
import { operation, queryOf, referenceTo, schemaOf, type Json } from '#lib/http/openapi-parts.ts';
import { newVersionJsonSchema, versionParametersSchema, versionsJsonSchema } from './answer-versions.ts';
import { procedureListParametersSchema, procedureParametersSchema } from './answer-procedure.ts';
import { documentsJsonSchema, documentsParametersSchema } from './answer-documents.ts';
import { deadlineJsonSchema } from './deadline-json.ts';
import { uploadParametersSchema, longestDocument, uploadIdSchema } from './document-upload.ts';
import { filingBodySchema } from './filing-body.ts';
import {
  addedDocumentJsonSchema,
  procedureJsonSchema,
  proceduresJsonSchema,
  receiptJsonSchema,
} from './procedure-json.ts';
import { refusalMembersSchema } from './refused-problem.ts';
import { webhookBodySchema, webhookJsonSchema, webhooksJsonSchema } from './webhooks.ts';

/** Answers of the interface of procedures by their names in the contract. */
export const procedureSchemas = {
  Receipt: receiptJsonSchema,
  Procedure: procedureJsonSchema,
  Procedures: proceduresJsonSchema,
  Deadline: deadlineJsonSchema,
  ProcedureDocuments: documentsJsonSchema,
  AddedDocument: addedDocumentJsonSchema,
  DocumentVersions: versionsJsonSchema,
  NewVersion: newVersionJsonSchema,
  Webhook: webhookJsonSchema,
  Webhooks: webhooksJsonSchema,
  Refusal: refusalMembersSchema,
};

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const document = { name: 'document', in: 'path', required: true, schema: { type: 'string' } };
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'The same for the same request when it is sent again, within a day: it has the same answer and is done once',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

const body = (schema: z.ZodType): Json => ({
  required: true,
  content: { 'application/json': { schema: schemaOf(schema, 'input') } },
});

const tooMany: Json = {
  description: 'More requests in a minute than an API key may send, or too many wrong keys from one address',
  headers: {
    'Retry-After': { description: 'Seconds to wait', required: true, schema: { type: 'integer', minimum: 1 } },
  },
  content: { 'application/problem+json': { schema: referenceTo('Problem') } },
};

/** With an API key, which may be used so often. */
export function keyed(described: Json): Json {
  const { responses, ...rest } = described;
  return { ...rest, responses: { ...(responses as Json), '429': tooMany }, security: [{ key: [] }] };
}

/** Answers 201 where a reading one answers 200; a refused action says why and what is allowed. */
function creating(described: Json, more: Json = {}): Json {
  const { responses, ...rest } = described;
  const { 200: made, 409: refused, ...others } = responses as Record<string, Json>;
  const refusal = {
    description: 'Refused: why, by which article, what is allowed',
    content: {
      'application/problem+json': { schema: { allOf: [referenceTo('Problem'), referenceTo('Refusal')] } },
    },
  };
  return keyed({
    ...rest,
    ...more,
    responses: { '201': { ...made, description: 'Created' }, ...(refused ? { '409': refusal } : {}), ...others },
  });
}

const fileSchema = {
  type: 'object',
  required: ['file', 'sha256'],
  properties: {
    file: { type: 'string', format: 'binary' },
    ...(schemaOf(uploadParametersSchema, 'input') as { properties: Json }).properties,
  },
};

const upload: Json = {
  required: true,
  content: {
    'multipart/form-data': { schema: fileSchema },
    'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  },
};

const versionSchema = uploadParametersSchema.omit({ code: true, flow: true }).extend(versionParametersSchema.shape);

const versionUpload: Json = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        ...fileSchema,
        required: ['file', 'sha256', 'reason'],
        properties: {
          file: fileSchema.properties.file,
          ...(schemaOf(versionSchema, 'input') as { properties: Json }).properties,
        },
      },
    },
    'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
  },
};

/** Fields of the form stand in the address where the body is the bytes alone. */
const optional = (parameters: Json[]): Json[] => parameters.map((one) => ({ ...one, required: false }));

export const procedurePaths: Json = {
  '/api/v1/procedures': {
    get: keyed(
      operation(
        'findProcedures',
        'The procedure that bears an identifier of another system',
        queryOf(procedureListParametersSchema).map((one) => ({ ...one, required: true })),
        'Procedures',
        [400, 401, 403],
      ),
    ),
    post: creating(
      operation(
        'fileProcedure',
        'Files a request, or begins what an office begins by itself',
        [key],
        'Receipt',
        [400, 401, 403, 409, 413, 422, 503],
      ),
      {
        requestBody: body(filingBodySchema),
      },
    ),
  },
  '/api/v1/procedures/{id}': {
    get: keyed(
      operation(
        'procedure',
        'Where a procedure stands, and what happened',
        [id, ...queryOf(procedureParametersSchema)],
        'Procedure',
        [400, 401, 403, 404],
      ),
    ),
  },
  '/api/v1/procedures/{id}/deadline': {
    get: keyed(operation('deadline', 'Why this is the deadline, day by day', [id], 'Deadline', [401, 403, 404])),
  },
  '/api/v1/procedures/{id}/documents': {
    get: keyed(
      operation(
        'procedureDocuments',
        'The documents of a procedure, by pages',
        [id, ...queryOf(documentsParametersSchema)],
        'ProcedureDocuments',
        [400, 401, 403, 404],
      ),
    ),
    post: creating(
      operation(
        'addDocument',
        `Adds a document, at most ${longestDocument} bytes: in the body, or an upload that is whole`,
        [id, key, ...optional(queryOf(uploadParametersSchema)), ...queryOf(uploadIdSchema)],
        'AddedDocument',
        [400, 401, 403, 404, 409, 413, 422, 503, 507],
      ),
      { requestBody: { ...upload, required: false } },
    ),
  },
  '/api/v1/procedures/{id}/documents/{document}/versions': {
    get: keyed(
      operation('documentVersions', 'The versions of a document', [id, document], 'DocumentVersions', [401, 403, 404]),
    ),
    post: creating(
      operation(
        'replaceDocument',
        'A new version of a document that is not registered; the former ones are kept',
        [id, document, key, ...optional(queryOf(versionSchema))],
        'NewVersion',
        [400, 401, 403, 404, 409, 413, 422, 503],
      ),
      { requestBody: versionUpload },
    ),
  },
  '/api/v1/webhooks': {
    get: keyed(operation('webhooks', 'The webhooks of this API key', [], 'Webhooks', [401, 403])),
    post: creating(
      operation('addWebhook', 'Calls an address when something happens', [], 'Webhook', [400, 401, 403, 409, 413]),
      { requestBody: body(webhookBodySchema) },
    ),
  },
  '/api/v1/webhooks/{id}': {
    delete: keyed({
      operationId: 'removeWebhook',
      summary: 'Ends a webhook; what was still to be told is not',
      parameters: [id],
      responses: {
        '204': { description: 'Removed' },
        ...Object.fromEntries(
          [401, 403, 404, 500].map((status) => [
            String(status),
            {
              description: `Problem ${status}`,
              content: { 'application/problem+json': { schema: referenceTo('Problem') } },
            },
          ]),
        ),
      },
    }),
  },
};
