import { expect, it } from 'vitest';
import { normaliseLevel } from '#ingest/normalise/level.ts';

const leaf = { isRoot: false, hasChildren: false };

it.each<[string | null, string | null, string, string | null]>([
  ['fonds', null, 'fonds', null],
  ['collection', null, 'fonds', 'collection'],
  ['recordgrp', null, 'fonds', 'recordgrp'],
  ['subgrp', null, 'subfonds', 'subgrp'],
  ['class', null, 'series', 'class'],
  ['subseries', null, 'subseries', null],
  ['item', null, 'item', null],
  ['otherlevel', 'Sottoserie', 'subseries', 'Sottoserie'],
  ['otherlevel', 'unità archivistica', 'file', 'unità archivistica'],
  ['otherlevel', 'Unità documentaria', 'item', 'Unità documentaria'],
  ['otherlevel', 'sotto-sottoserie', 'subseries', 'sotto-sottoserie'],
  ['otherlevel', 'StrumentoDiRicerca', 'other', 'StrumentoDiRicerca'],
  ['fascicolo', null, 'file', 'fascicolo'],
])('%s %s → %s', (level, otherlevel, expected, label) => {
  expect(normaliseLevel(level, otherlevel, leaf)).toEqual({ level: expected, label, inferred: false });
});

it.each([
  [true, true, 'fonds'],
  [false, true, 'series'],
  [false, false, 'file'],
])('without level, root %s, with children %s → %s', (isRoot, hasChildren, level) => {
  expect(normaliseLevel(null, null, { isRoot, hasChildren })).toEqual({ level, label: null, inferred: true });
  expect(normaliseLevel('otherlevel', '', { isRoot, hasChildren }).inferred).toBe(true);
});
