import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rawForm } from '#lib/http/raw-form.ts';
import { readRequest } from '#lib/http/read-request.ts';
import { translator } from '#lib/i18n/translate.ts';
import { demoVersion } from '#tests/builders/procedure-types.ts';
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

describe('at the counter, without a tax code', () => {
  const asked = (code: string, given: Record<string, string>) => {
    const data = new FormData();
    const whole = {
      'p.name': 'Hannah Lind',
      'p.kind': 'person',
      channel: 'counter',
      identification: 'documentShown',
      ...given,
    };
    for (const [name, value] of Object.entries(whole)) data.set(name, value);
    const parts = { mode: { kind: 'desk' as const }, raw: rawForm(data), t: translator('it'), lang: 'it' as const };
    const { problems, parties } = readRequest({ ...parts, type: demoVersion({ code, version: 2 }) }, null);
    const about = problems.map(({ name }) => name).filter((name) => !name.startsWith('a.'));
    return { about, party: parties[0]?.agent };
  };

  it.each<[string, string, Record<string, string>, string[]]>([
    ['a scholar who shows a document asks the archive', 'consultazione-archivio', {}, []],
    ['by a copy too', 'consultazione-archivio', { channel: 'post', identification: 'documentCopy' }, []],
    ['not unseen', 'consultazione-archivio', { identification: 'knownToOfficer' }, ['identification']],
    ['not with a wrong one', 'consultazione-archivio', { 'p.taxCode': 'ABC' }, ['p.taxCode']],
    ['not a body', 'consultazione-archivio', { 'p.kind': 'corporateBody' }, ['p.taxCode']],
    ['not elsewhere', 'permesso-di-costruire', {}, ['p.taxCode']],
  ])('%s', (_, code, given, about) => expect(asked(code, given).about).toEqual(about));

  it('is a person with none, and not with an empty one', () =>
    expect(asked('consultazione-archivio', {}).party).toMatchObject({ name: 'Hannah Lind', taxCode: null }));
});

it.each([
  ['verifiedEmail', 'verifiedEmail'],
  ['eidas', 'eidas'],
  ['digitalIdentity', 'digitalIdentity'],
  ['demonstration', 'demonstration'],
] as const)('a request of who is known by %s says so', (knownBy, identification) => {
  const mode = { kind: 'web' as const, name: 'Hannah', knownBy, represents: [] };
  const parts = { mode, raw: rawForm(new FormData()), t: translator('en'), lang: 'en' as const };
  const read = readRequest({ ...parts, type: demoVersion({ code: 'consultazione-archivio', version: 2 }) }, 'hannah');
  expect(read).toMatchObject({ identification, channel: 'web', parties: [{ agent: { id: 'hannah' } }] });
});
