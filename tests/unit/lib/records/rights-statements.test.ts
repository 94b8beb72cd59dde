import { describe, expect, it } from 'vitest';
import { europeanaRights, rightsStatements } from '#lib/records/rights-statements.ts';

describe('rights that Europeana takes', () => {
  it.each(rightsStatements.map(({ uri }) => uri))('%s is taken as it is', (uri) =>
    expect(europeanaRights(uri)).toMatchObject({ uri, unfit: false }),
  );

  it.each([
    [
      'https://rightsstatements.org/vocab/NoC-OKLR/1.0/',
      'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
      'restricted',
    ],
    ['http://rightsstatements.org/page/CNE/1.0', 'http://rightsstatements.org/vocab/CNE/1.0/', 'closed'],
    ['https://creativecommons.org/licenses/by/4.0', 'http://creativecommons.org/licenses/by/4.0/', 'open'],
    [
      'http://creativecommons.org/licenses/by-nc-nd/3.0/it/',
      'http://creativecommons.org/licenses/by-nc-nd/3.0/it/',
      'restricted',
    ],
    [
      'https://www.creativecommons.org/publicdomain/mark/1.0/',
      'http://creativecommons.org/publicdomain/mark/1.0/',
      'open',
    ],
  ] as const)('%s is %s', (given, uri, reuse) => expect(europeanaRights(given)).toMatchObject({ uri, reuse }));

  it.each([
    null,
    '',
    'tutti i diritti riservati',
    'http://rightsstatements.org/vocab/UND/1.0/',
    'http://rightsstatements.org/vocab/InC-NC/1.0/',
    'http://creativecommons.org/licenses/by/4.0/it/',
    'http://creativecommons.org/licenses/by/5.0/',
    'http://evil.example/http://rightsstatements.org/vocab/CNE/1.0/',
  ])('%s is not taken', (uri) => expect(europeanaRights(uri)).toBeNull());

  it('licences do not fit public heritage, statements do', () => {
    expect(europeanaRights('http://creativecommons.org/publicdomain/zero/1.0/')?.unfit).toBe(true);
    expect(europeanaRights('http://rightsstatements.org/vocab/InC/1.0/')?.unfit).toBe(false);
  });
});
