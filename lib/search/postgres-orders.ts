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
 * The weight of a hit, negative so that the best come first: a reference code typed in full (4), all words in the title (1), the level (up to 0.6:
 * more than words can give, so that a fonds stands above its items when both match alike), then ts_rank (0–1, half of it).
 */
function score(compiled: CompiledQuery, bound: Bound): string {
  const has = (tsquery: string, weight: number) =>
    `CASE WHEN w.words @@ ${bound.bind(tsquery, 'tsquery')} THEN ${weight} ELSE 0 END`;
  const parts = [
    `0.1 * (6 - d.standing)`,
    // 1: length counts, by its logarithm; 32: into 0–1
    `0.5 * ts_rank('{0.1,0.3,0.5,1}', w.words, ${bound.bind(compiled.words, 'tsquery')}, 33)`,
    compiled.code === null ? '0' : has(compiled.code, 4),
    compiled.title === null ? '0' : has(compiled.title, 1),
  ];
  // words are read once and looked at three times
  return `(SELECT (-1000000 * (${parts.join(' + ')}))::integer FROM (SELECT d.words || ''::tsvector AS words OFFSET 0) w)`;
}
