import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rawForm } from '#lib/http/raw-form.ts';
import { readRequest } from '#lib/http/read-request.ts';
import { translator } from '#lib/i18n/translate.ts';
import { readProcedureType } from '#lib/procedures/types/read-procedure-type.ts';

const path = 'schemas/procedures/types/patrocinio.yaml';
const type = readProcedureType(readFileSync(path, 'utf8'), path).value;

it('a name longer than any index holds is told to whoever typed it, and kept from the database', () => {
  if (!type) throw new Error(`${path} has problems`);
  const data = new FormData();
  for (const name of ['p.name', 'p.address', 'r.name', 'subject']) data.set(name, 'ab '.repeat(3000));
  const { problems } = readRequest(
    { type, mode: { kind: 'desk' }, raw: rawForm(data), t: translator('it'), lang: 'it' },
    null,
  );
  expect(problems).toEqual(
    expect.arrayContaining([
      { name: 'p.name', message: 'Al massimo 200 caratteri' },
      { name: 'p.address', message: 'Al massimo 300 caratteri' },
      { name: 'r.name', message: 'Al massimo 200 caratteri' },
      { name: 'subject', message: 'Al massimo 300 caratteri' },
    ]),
  );
});
