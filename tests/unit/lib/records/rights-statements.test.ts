import { describe, expect, it } from 'vitest';
import { europeanaRights, europeanaRightsPattern, rightsStatements } from '#lib/records/rights-statements.ts';

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

  it('is told by the database as by the code', () => {
    const pattern = new RegExp(europeanaRightsPattern);
    const codes = ['InC', 'InC-OW-EU', 'InC-EDU', 'NoC-NC', 'NoC-OKLR', 'CNE', 'UND', 'InC-NC', 'InC-RUU'];
    const licences = ['by', 'by-nc-nd', 'by-xx'].flatMap((name) =>
      ['1.0', '3.0/it', '4.0', '4.0/it', '5.0'].map((version) => `creativecommons.org/licenses/${name}/${version}`),
    );
    const places = [
      ...codes.flatMap((code) => [`rightsstatements.org/vocab/${code}/1.0`, `rightsstatements.org/page/${code}/1.0`]),
      ...licences,
      'creativecommons.org/publicdomain/zero/1.0',
      'creativecommons.org/publicdomain/mark/2.0',
      'rightsstatements.org/vocab/CNE/1.0/more',
    ];
    const addresses = places.flatMap((place) =>
      ['http://', 'https://', 'http://www.', 'ftp://', 'http://evil.example/'].flatMap((before) =>
        ['', '/', '//', '/?x'].map((after) => before + place + after),
      ),
    );
    expect(addresses.filter((one) => pattern.test(one))).toEqual(
      addresses.filter((one) => europeanaRights(one) !== null),
    );
    expect(addresses.filter((one) => pattern.test(one)).length).toBeGreaterThan(50);
  });

  it('licences do not fit public heritage, statements do', () => {
    expect(europeanaRights('http://creativecommons.org/publicdomain/zero/1.0/')?.unfit).toBe(true);
    expect(europeanaRights('http://rightsstatements.org/vocab/InC/1.0/')?.unfit).toBe(false);
  });
});
