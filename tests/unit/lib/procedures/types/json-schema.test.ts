import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { procedureTypeJsonSchema } from '#lib/procedures/types/json-schema.ts';

const file = 'schemas/procedures/procedure-type.schema.json';

/** When the model changes: `npx vitest run tests/unit/lib/procedures/types/json-schema.test.ts -u`. */
it('the published JSON Schema is the one that validates', async () => {
  await expect(`${JSON.stringify(procedureTypeJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(`../../../../../${file}`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ title: 'ProcedureType' });
});
