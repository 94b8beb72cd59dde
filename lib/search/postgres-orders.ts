import type { OrderMode } from './cursor.ts';
import { Bound } from './postgres-scope.ts';
import { allOf, noneOf, type CompiledQuery } from './postgres-query.ts';
import type { SearchRequest } from './search.ts';

/** A stretch of an order: rows of one condition, by one key and then the id, both up or both down, so that one index gives them. */
export interface Stretch {
  /** Added to the query's own conditions. */
  tsquery: string | null;
  condition: string | null;
  /** Null: by id alone, along an index whose first column is the same for all of the stretch. */
  key: { sql: (bound: Bound) => string; type: 'smallint' | 'date' | 'text' | 'integer' } | null;
  along: string;
  descending: boolean;
  /** Whether the hits of the stretch are as dense as those of the whole query. */
  dense: boolean;
}

/** How the first page of a search orders its hits; cursors carry it on. */
export function modeOf(
  sort: SearchRequest['sort'],
  compiled: CompiledQuery,
  total: number,
  rankedLimit: number,
): OrderMode {
  if (sort !== 'relevance') return 'sorted';
  if (compiled.words === null) return 'standing';
  return total <= rankedLimit ? 'ranked' : 'tiered';
}

export function stretchesOf(mode: OrderMode, sort: SearchRequest['sort'], compiled: CompiledQuery): Stretch[] {
  const column = (name: string, type: 'smallint' | 'date' | 'text') => ({
    key: { sql: () => name, type },
    along: name,
  });
  const plain = { tsquery: null, condition: null, descending: false, dense: true };
  const undated: Stretch = {
    ...plain,
    condition: 'd.date_start IS NULL',
    key: null,
    along: 'd.date_start',
    dense: false,
  };
  if (mode === 'ranked')
    return [{ ...plain, key: { sql: (bound) => score(compiled, bound), type: 'integer' }, along: '', dense: false }];
  if (mode === 'standing') return [{ ...plain, ...column('d.standing', 'smallint') }];
  if (mode === 'tiered') {
    const first = [compiled.code, compiled.title].filter((part) => part !== null);
    const standing = { ...plain, ...column('d.standing', 'smallint'), dense: false };
    return [
      ...first.map((part, i) => ({ ...standing, tsquery: allOf([part, ...first.slice(0, i).map(noneOf)]) })),
      { ...standing, tsquery: allOf(first.map(noneOf)), dense: true },
    ];
  }
  switch (sort) {
    case 'date':
    case '-date':
      return [
        {
          ...plain,
          ...column('d.date_start', 'date'),
          condition: 'd.date_start IS NOT NULL',
          descending: sort === '-date',
        },
        undated,
      ];
    case 'code':
      return [
        { ...plain, ...column('d.code_sort', 'text'), condition: `d.code_sort > ''` },
        { ...plain, condition: `d.code_sort = ''`, key: null, along: 'd.code_sort', dense: false },
      ];
    default:
      return [{ ...plain, ...column('d.title_sort', 'text') }];
  }
}

/**
 * The weight of a hit, negative so that the best come first: a reference code typed in full (4), all words in the title (1.7) or else all above the
 * notes (0.7), the level (up to 0.6: more than words can give, so that a fonds stands above its items when both match alike; less than what
 * bears the words has over a fonds that tells of them in a note), then ts_rank (0–1, half of it).
 */
function score(compiled: CompiledQuery, bound: Bound): string {
  // a title, found at once, spares the look at the rest
  const first = (tests: [tsquery: string | null, weight: number][]) => {
    const cases = tests.flatMap(([tsquery, weight]) =>
      tsquery === null ? [] : `WHEN w.words @@ ${bound.bind(tsquery, 'tsquery')} THEN ${weight}`,
    );
    return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`;
  };
  const parts = [
    `0.1 * (6 - d.standing)`,
    // 1: length counts, by its logarithm; 32: into 0–1
    `0.5 * ts_rank('{0.1,0.3,0.5,1}', w.words, ${bound.bind(compiled.words, 'tsquery')}, 33)`,
    first([[compiled.code, 4]]),
    first([
      [compiled.title, 1.7],
      [compiled.named, 0.7],
    ]),
  ];
  // words are read once and looked at often
  return `(SELECT (-1000000 * (${parts.join(' + ')}))::integer FROM (SELECT d.words || ''::tsvector AS words OFFSET 0) w)`;
}
