import { describe, expect, it } from 'vitest';
import { abilities, type DisseminatedRow } from '#lib/records/dissemination.ts';
import { conditionsOf, namedSets, setsOf } from '#lib/oai/sets.ts';

const row: DisseminatedRow = {
  id: '0123bcdf',
  kind: 'record',
  stamp: 1,
  deleted: false,
  rootId: '0123bcdf',
  level: 'fonds',
  able: abilities.findingAid | abilities.upperLevel | abilities.digital,
};

describe('sets', () => {
  it('that are listed can be asked for', () => {
    for (const { spec } of namedSets) expect(conditionsOf(spec)).not.toBeNull();
    expect(conditionsOf('fonds:0123bcdf')).toEqual([{ by: 'fonds', id: '0123bcdf' }]);
  });

  it.each([
    '',
    'x',
    'entity:x',
    'entity:record:x',
    'fonds:x',
    'level:x',
    'digital:x',
    'ComplessoArchivistico:x',
    'fonds:constructor',
  ])('there is none called %j', (spec) => expect(conditionsOf(spec)).toBeNull());

  it('of a thing are those that it is in', () => {
    expect(setsOf(row)).toEqual([
      'entity:record',
      'fonds:0123bcdf',
      'level:fonds',
      'digital',
      'ComplessoArchivistico',
      'StrumentiRicerca',
    ]);
    expect(setsOf({ ...row, kind: 'institution', rootId: null, level: null, able: 0 })).toEqual([
      'entity:institution',
      'SoggettoConservatore',
    ]);
    for (const spec of setsOf(row)) expect(conditionsOf(spec)).not.toBeNull();
  });
});
