import { describe, expect, it } from 'vitest';
import {
  procedureTypeJsonSchema,
  procedureTypesJsonSchema,
  toProcedureTypeJson,
  toProcedureTypesJson,
} from '#lib/http/procedure-types.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';

const store = createProcedureTypes('schemas/procedures');
const today = '2026-11-25';

describe.each(['it', 'en'] as const)('the table of procedures as JSON, %s', (language) => {
  const table = toProcedureTypesJson(store, today, language, 'https://example.org');

  it('keeps its schema and counts its rows', () => {
    expect(procedureTypesJsonSchema.strict().parse(table)).toEqual(table);
    expect(table.total).toBe(16);
    expect(table.types[0]?.theme).toBe('homeAndBuilding');
  });

  it.each(store.listTypes(today).map((type) => [type.code, type] as const))(
    '%s alone has its steps too',
    (code, type) => {
      const alone = toProcedureTypeJson(type, store, language, 'https://example.org');
      expect(procedureTypeJsonSchema.strict().parse(alone)).toEqual(alone);
      expect(alone.url).toBe(`https://example.org/servizi/${code}`);
      expect(alone.steps).toHaveLength(Object.keys(type.graph.nodes).length);
    },
  );
});
