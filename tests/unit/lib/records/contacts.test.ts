import { describe, expect, it } from 'vitest';
import { contactChanges, readContacts, type ContactData, type ContactProblem } from '#lib/records/contacts.ts';

const nothing = { email: '', phone: '', pec: '', address: '' };

describe('contacts', () => {
  it.each<[string, Partial<typeof nothing>, ContactData, ContactProblem['problem'][]]>([
    ['nothing', {}, {}, []],
    ['an address in capitals', { email: ' Elena@Example.ORG ' }, { email: 'elena@example.org' }, []],
    ['a number as people write it', { phone: '+39 (049) 820-5111' }, { phone: '+390498205111' }, []],
    [
      'an address on two lines',
      { address: 'Via Altinate 12\n35121 Padova' },
      { address: 'Via Altinate 12 35121 Padova' },
      [],
    ],
    ['no address of mail', { email: 'elena' }, {}, ['notAddress']],
    ['no number', { phone: 'chiamami' }, {}, ['notNumber']],
    ['a number too long', { phone: '1234567890123456789' }, {}, ['notNumber']],
    ['half an address', { address: 'via' }, {}, ['tooShort']],
    ['too long', { address: 'a'.repeat(301) }, {}, ['tooLong']],
  ])('%s', (_, typed, contacts, problems) => {
    const read = readContacts({ ...nothing, ...typed });
    expect([read.contacts, read.problems.map(({ problem }) => problem)]).toEqual([contacts, problems]);
  });

  it('say what changed, and nothing else', () =>
    expect(contactChanges({ email: 'a@b.it', phone: '123456' }, { email: 'a@b.it', pec: 'c@pec.it' })).toEqual([
      { field: 'phone', before: '123456', after: null },
      { field: 'pec', before: null, after: 'c@pec.it' },
    ]));
});
