import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toOpenApi } from '#lib/http/openapi.ts';

describe('OpenAPI', () => {
  const document = toOpenApi('https://example.org') as {
    openapi: string;
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
    components: { schemas: Record<string, unknown> };
  };

  it('describes every public path with its parameters', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/search',
      '/api/v1/suggest',
      '/api/v1/search/export',
      '/api/v1/records/{id}',
      '/api/v1/records/{id}/children',
      '/api/v1/agents/{id}',
      '/api/v1/procedure-types',
      '/api/v1/procedure-types/{code}',
      '/api/v1/procedure-types/{code}/versions/{version}',
      '/api/v1/schemas/procedure-type',
      '/api/v1/titolario',
      '/api/v1/fascicoli',
      '/api/v1/fascicoli/{id}',
      '/api/v1/documents/{id}/metadata',
      '/api/v1/procedures',
      '/api/v1/procedures/{id}',
      '/api/v1/procedures/{id}/deadline',
      '/api/v1/procedures/{id}/documents',
      '/api/v1/procedures/{id}/documents/{document}/versions',
      '/api/v1/webhooks',
      '/api/v1/webhooks/{id}',
      '/api/v1/uploads',
      '/api/v1/uploads/{id}',
    ]);
    expect(document.paths['/api/v1/search']?.get.parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'q',
        'fonds',
        'century',
        'digital',
        'from',
        'to',
        'dateMode',
        'sort',
        'group',
        'page',
        'after',
        'before',
        'lang',
      ]),
    );
  });

  it('describes what the routes answer to, and nothing else', () => {
    const folder = 'app/api/v1';
    const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('route.ts'),
    );
    const answered = routes.flatMap((name) => {
      const address = `/api/v1/${path.posix.dirname(name).replaceAll('[', '{').replaceAll(']', '}')}`;
      const methods = readFileSync(path.join(folder, name), 'utf8').matchAll(
        /export (?:const|async function|function) ([A-Z]+)\b/g,
      );
      return [...methods].map(([, method = '']) => `${method} ${address}`);
    });
    const described = Object.entries(document.paths).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`),
    );
    expect(described.toSorted()).toEqual(answered.toSorted());
  });

  it('points only to schemas it has', () => {
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });
});
