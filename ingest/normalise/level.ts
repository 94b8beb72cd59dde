import type { Level } from '#lib/records/level.ts';
import { wordTable } from '#ingest/word-table.ts';

export interface NormalisedLevel {
  level: Level;
  /** The source's own word where the level's name does not say it. */
  label: string | null;
  /** The source gave none: where the unit stands decided. */
  inferred: boolean;
}

export interface LevelContext {
  isRoot: boolean;
  hasChildren: boolean;
}

/** EAD's own values. */
const standard = wordTable<[Level, labelled: boolean]>({
  fonds: ['fonds', false],
  collection: ['fonds', true],
  recordgrp: ['fonds', true],
  subfonds: ['subfonds', false],
  subgrp: ['subfonds', true],
  series: ['series', false],
  class: ['series', true],
  subseries: ['subseries', false],
  file: ['file', false],
  item: ['item', false],
});

/** Words that systems write as `otherlevel`, without accents, blanks and hyphens. */
const words: [Level, string][] = [
  ['fonds', 'fondo superfondo complessoarchivistico complessodifondi archivio recordgroup bestand archief'],
  ['subfonds', 'subfondo sottofondo sezione subgroup partition teilbestand deelarchief'],
  ['series', 'serie seriesystem classe categoria reeks rubriek sousfonds seriesgroup'],
  ['subseries', 'sottoserie subserie sottosottoserie subsubseries sousserie deelreeks deelserie subreeks'],
  [
    'file',
    'unita unitaarchivistica fascicolo sottounita sottofascicolo busta registro volume mazzo cartella filza dossier folder akte archiefbestanddeel bestanddeel inventarisnummer',
  ],
  [
    'item',
    'documento unitadocumentaria sottounitadocumentaria documentosingolo singolodocumento piece stuk document pergamena fotografia',
  ],
];
const byWord = new Map(words.flatMap(([level, list]) => list.split(' ').map((word): [string, Level] => [word, level])));

/** ISAD(G) 3.1.4: one of seven levels and, where the source says more, its own word. */
export function normaliseLevel(
  level: string | null,
  otherlevel: string | null,
  context: LevelContext,
): NormalisedLevel {
  const given = level?.trim().toLowerCase() ?? '';
  const other = otherlevel?.trim() ?? '';
  const known = standard[given];
  if (known) return { level: known[0], label: other || (known[1] ? given : null), inferred: false };
  const word = other || (given === 'otherlevel' ? '' : (level?.trim() ?? ''));
  if (word !== '') return { level: named(word), label: word, inferred: false };
  return { level: standing(context), label: null, inferred: true };
}

function named(word: string): Level {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s_-]/g, '')
    .toLowerCase();
  return standard[plain]?.[0] ?? byWord.get(plain) ?? 'other';
}

function standing({ isRoot, hasChildren }: LevelContext): Level {
  if (isRoot) return 'fonds';
  return hasChildren ? 'series' : 'file';
}
