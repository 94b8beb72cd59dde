import { expect, it } from 'vitest';
import { byName, pageLabel } from '#ingest/images/page-label.ts';

it.each([
  ['c_012r.tif', 'c. 12r'],
  ['c012v.jpg', 'c. 12v'],
  ['ASPd_estimo_c._3_recto.jpg', 'c. 3r'],
  ['p_004.png', 'p. 4'],
  ['tav-02.tif', 'tav. 2'],
  ['fol. 7v.jpg', 'c. 7v'],
  ['0001.jpg', null],
  ['IMG_0001.jpg', null],
])('%s', (name, label) => expect(pageLabel(name)).toBe(label));

it('pages stand in the order of their numbers', () =>
  expect(['c_10r.jpg', 'c_2v.jpg', 'c_2r.jpg', '1.jpg', '11.jpg', '2.jpg'].toSorted(byName)).toEqual([
    '1.jpg',
    '2.jpg',
    '11.jpg',
    'c_2r.jpg',
    'c_2v.jpg',
    'c_10r.jpg',
  ]));
