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

  it('points only to schemas it has', () => {
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });
});
