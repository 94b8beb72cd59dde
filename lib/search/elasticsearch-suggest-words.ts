import type pg from 'pg';
import type { Client } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { queryOf } from './elasticsearch-orders.ts';
import { compileWords } from './elasticsearch-query.ts';
import { run, totalOf } from './elasticsearch-run.ts';
import { countHits, countWords, type Counted } from './elasticsearch-suggest-counts.ts';
import { nearWords } from './elasticsearch-suggest-near.ts';
import { fold } from './fold.ts';
import { queryWords } from './postgres-query.ts';
import type { Stems } from './postgres-stems.ts';
import { parseQuery } from './query.ts';
import type { Scope, SearchRequest } from './search.ts';
import { farMore, mendQuery, spellingsIn, wordsToMend } from './spelling.ts';

/** Words one slip away that are looked at, of each word typed. */
const mostCandidates = 8;

/**
 * The query with its unknown words replaced by the nearest known ones, as on PostgreSQL. The index's dictionary names what is near; but it
 * keeps the words of deleted documents for a while, so only those count that documents of the scope bear now. Null where nothing is nearer, or
 * what is gives no more hits.
 */
export async function didYouMean(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  stems: Stems,
  request: SearchRequest,
  total: number,
): Promise<string | null> {
  const mended = await mendedWords(client, names, pool, stems, request);
  if (mended.size === 0) return null;
  const q = mendQuery(request.q, mended);
  const parsed = parseQuery(q);
  await stems.learn(pool, queryWords(parsed.root));
  const compiled = compileWords(parsed, (word) => stems.of(word) === null);
  const answer = await run(client, names, request.scope, {
    size: 0,
    track_total_hits: total + 1,
    query: queryOf(request, compiled),
  });
  return totalOf(answer) > total ? q : null;
}

async function mendedWords(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  stems: Stems,
  { q, scope }: SearchRequest,
): Promise<Map<string, string>> {
  const typed = wordsToMend(q);
  if (typed.length === 0) return new Map();
  const near = await nearWords(client, names, scope, typed);
  await stems.learn(pool, [...typed, ...[...near.values()].flat()]);
  const candidates = new Map<string, string[]>();
  for (const [word, others] of near) {
    const own = stems.of(word);
    // Too common to be searched for, and no slip.
    if (own === null) continue;
    const strangers = others.filter((other) => stems.of(other) !== null && stems.of(other) !== own);
    if (strangers.length > 0) candidates.set(word, strangers.slice(0, mostCandidates));
  }
  if (candidates.size === 0) return new Map();
  const [own, others] = await Promise.all([
    countHits(client, names, scope, [...candidates.keys()]),
    countWords(client, names, scope, [...new Set([...candidates.values()].flat())]),
  ]);
  const better = new Map<string, Counted>();
  for (const [word, near] of candidates) {
    const best = bestOf(
      near.map((other) => others.get(other)),
      (own.get(word) ?? 0) * farMore,
    );
    if (best) better.set(word, best);
  }
  return asWritten(pool, scope, better);
}

function bestOf(counted: readonly (Counted | undefined)[], least: number): Counted | null {
  let best: Counted | null = null;
  for (const one of counted) if (one && one.count >= Math.max(1, least) && one.count > (best?.count ?? 0)) best = one;
  return best;
}

/** With the accents of titles, where any has the word. */
async function asWritten(
  pool: pg.Pool,
  scope: Scope,
  better: ReadonlyMap<string, Counted>,
): Promise<Map<string, string>> {
  if (better.size === 0) return new Map();
  const shown = scope === 'public' ? `AND r.visibility <> 'hidden' AND NOT r.internal` : '';
  const { rows } = await pool.query<{ title: string }>(
    `SELECT r.title FROM eli4u.record r WHERE r.id = ANY($1) AND r.deleted_at IS NULL ${shown}`,
    [[...better.values()].flatMap(({ ids }) => ids)],
  );
  const titles = rows.map(({ title }) => title);
  const spelt = ({ word }: Counted) => spellingsIn(titles, (folded) => folded === fold(word))[0] ?? word;
  return new Map([...better].map(([typed, best]) => [typed, spelt(best)]));
}
