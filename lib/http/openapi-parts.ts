import { z } from 'zod';
import { facetNames } from '#lib/search/search.ts';

export type Json = Record<string, unknown>;

export const referenceTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** A question with a JSON answer and the problems it may have. */
export function operation(
  operationId: string,
  summary: string,
  parameters: Json[],
  schema: string,
  refusals: number[],
): Json {
  const reference = (name: string) => ({ schema: referenceTo(name) });
  const problems = [...refusals, 500].map((status) => [
    String(status),
    { description: `Problem ${status}`, content: { 'application/problem+json': reference('Problem') } },
  ]);
  return {
    operationId,
    summary,
    parameters,
    responses: {
      '200': { description: 'OK', content: { 'application/json': reference(schema) } },
      ...Object.fromEntries(problems),
    },
  };
}

const fileTypes = ['text/csv', 'application/x-bibtex', 'application/x-research-info-systems', 'application/xml'];

/** A question answered by a file. */
export function download(operationId: string, summary: string, parameters: Json[]): Json {
  const { responses, ...rest } = operation(operationId, summary, parameters, 'Problem', [400]) as { responses: Json };
  const content = Object.fromEntries(fileTypes.map((type) => [type, { schema: { type: 'string' } }]));
  return { ...rest, responses: { ...responses, '200': { description: 'The file', content } } };
}

/** A GET that answers with a text of one kind. */
export function file(operationId: string, summary: string, parameters: Json[], type: string): Json {
  const { responses, ...rest } = operation(operationId, summary, parameters, 'Problem', [404]) as { responses: Json };
  const content = {
    [type]: type === 'application/json' ? { schema: { type: 'object' } } : { schema: { type: 'string' } },
  };
  return { ...rest, responses: { ...responses, '200': { description: 'The file', content } } };
}

/** Parameters of an address, from the schema that reads them. */
export function queryOf(schema: z.ZodObject): Json[] {
  const { properties } = schemaOf(schema, 'input') as { properties: Record<string, Json> };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: 'query',
    ...(description ? { description } : {}),
    schema: rest,
    ...([...facetNames, 'id'].includes(name) ? { style: 'form', explode: true } : {}),
  }));
}

/** JSON Schema 2020-12 of what is taken in or given out. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    // A coerced number reads as "anything" on its input side; in an address it is a number.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'number') jsonSchema.type ??= 'number';
    },
  });
  return rest;
}
