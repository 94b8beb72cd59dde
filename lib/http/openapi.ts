import { z } from 'zod';
import { agentJsonSchema, childrenJsonSchema, recordJsonSchema } from '#lib/projections/json-record.ts';
import { searchAnswerSchema } from '#lib/search/search.ts';
import { download, file, operation, queryOf, schemaOf, type Json } from './openapi-parts.ts';
import { procedurePaths, procedureSchemas } from './procedures/openapi-procedures.ts';
import { uploadPaths } from './uploads/openapi-uploads.ts';
import { exportParametersSchema } from './export-list.ts';
import { childrenParametersSchema } from './children-parameters.ts';
import { procedureTypeJsonSchema, procedureTypeParametersSchema, procedureTypesJsonSchema } from './procedure-types.ts';
import { searchParametersSchema } from './search-parameters.ts';
import { suggestAnswerSchema, suggestParametersSchema } from './suggestions.ts';

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  violations: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
});

const schemas = {
  SearchAnswer: searchAnswerSchema,
  SuggestAnswer: suggestAnswerSchema,
  Record: recordJsonSchema,
  Children: childrenJsonSchema,
  Agent: agentJsonSchema,
  ProcedureTypes: procedureTypesJsonSchema,
  ProcedureType: procedureTypeJsonSchema,
  Problem: problemSchema,
  ...procedureSchemas,
};

/** The contract of the JSON interface, from the very schemas that validate it (OpenAPI 3.1, whose schemas are JSON Schema 2020-12). */
export function toOpenApi(base: string): Json {
  const code = { name: 'code', in: 'path', required: true, schema: { type: 'string' } };
  const version = { name: 'version', in: 'path', required: true, schema: { type: 'integer' } };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return {
    openapi: '3.1.0',
    info: {
      title: 'ELI4U',
      version: '1',
      description:
        'Public archival descriptions: search, records, their children, agents; types of procedure. With an API key: filing and following procedures, webhooks. Errors are problem+json (RFC 9457).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: base }],
    paths: {
      '/api/v1/search': { get: operation('search', 'Search', queryOf(searchParametersSchema), 'SearchAnswer', [400]) },
      '/api/v1/suggest': {
        get: operation(
          'suggest',
          'What begins as a reader has begun to type',
          queryOf(suggestParametersSchema),
          'SuggestAnswer',
          [400],
        ),
      },
      '/api/v1/search/export': {
        get: download(
          'export',
          'Results, at most 1,000, or records by their ids, as a file',
          queryOf(exportParametersSchema),
        ),
      },
      '/api/v1/records/{id}': { get: operation('record', 'A record', [id], 'Record', [404, 410]) },
      '/api/v1/records/{id}/children': {
        get: operation(
          'children',
          'Children of a record, a window at a time',
          [id, ...queryOf(childrenParametersSchema)],
          'Children',
          [400, 404, 410],
        ),
      },
      '/api/v1/agents/{id}': { get: operation('agent', 'An agent', [id], 'Agent', [404, 410]) },
      '/api/v1/procedure-types': {
        get: operation(
          'procedureTypes',
          'Types of procedure: the table of D.Lgs. 33/2013 art. 35',
          queryOf(procedureTypeParametersSchema),
          'ProcedureTypes',
          [400],
        ),
      },
      '/api/v1/procedure-types/{code}': {
        get: operation(
          'procedureType',
          'A type of procedure: its row of the table, and its steps',
          [code, ...queryOf(procedureTypeParametersSchema)],
          'ProcedureType',
          [400, 404],
        ),
      },
      '/api/v1/procedure-types/{code}/versions/{version}': {
        get: file(
          'procedureTypeVersion',
          'A published version of a type, as it was written',
          [code, version],
          'application/yaml',
        ),
      },
      '/api/v1/schemas/procedure-type': {
        get: file('procedureTypeSchema', 'The JSON Schema of a version of a type', [], 'application/json'),
      },
      '/api/v1/titolario': {
        get: file('titolario', 'The filing plan in force with its retention plan', [], 'application/json'),
      },
      '/api/v1/fascicoli': {
        get: file(
          'fascicoli',
          'The register of files, for who is signed in: archivists all, an office its own; parameters as its page has them',
          [],
          'application/json',
        ),
      },
      '/api/v1/fascicoli/{id}': {
        get: file(
          'fascicolo',
          'Metadata of a file as an aggregation (AgID, Allegato 5), for who is signed in: archivists, and the office responsible',
          [id],
          'application/json',
        ),
      },
      '/api/v1/documents/{id}/metadata': {
        get: file(
          'documentMetadata',
          'Metadata of a document (AgID, Allegato 5), for who is signed in and may read it; XML by Accept or format=xml',
          [id],
          'application/json',
        ),
      },
      ...procedurePaths,
      ...uploadPaths,
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key' } },
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaOf(schema)])),
    },
  };
}
