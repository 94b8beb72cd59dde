import type pg from 'pg';
import { fold } from './fold.ts';
import { quoteLexeme, titleLexeme } from './lexemes.ts';
import type { Engine } from './postgres-engine.ts';
import { conditionsOf } from './postgres-facets.ts';
import { compileQuery, queryWords } from './postgres-query.ts';
import { Bound, conditionOf, planFor, rowsOf } from './postgres-scope.ts';
import { farMore, mendQuery, neighboursOf, spellingsIn, titleWords, wordsToMend } from './spelling.ts';
import { parseQuery } from './query.ts';
import type { Scope, SearchRequest } from './search.ts';

const mostCounted = 200;
const titlesRead = 20;

/**
 * The query with its unknown words replaced by the nearest known ones: those one slip away (a letter too many, too few, another, or two
 * exchanged) that the index of the scope itself holds, the most frequent first. So nothing need be kept beside the index, nothing can lag
 * behind it, and no word of a hidden record is ever proposed. Null where nothing is nearer, or what is gives no more hits.
 */
export async function didYouMean(
  client: pg.ClientBase,
  engine: Engine,
  request: SearchRequest,
  total: number,
): Promise<string | null> {
  const mended = new Map<string, string>();
  for (const word of wordsToMend(request.q)) {
    const better = await nearestWord(client, engine, request.scope, word);
    if (better !== null) mended.set(word, better);
  }
  if (mended.size === 0) return null;
  const q = mendQuery(request.q, mended);
  const parsed = parseQuery(q);
  await engine.stems.learn(client, queryWords(parsed.root));
  const tsquery = conditionsOf(compileQuery(parsed, request, engine.stems.of));
  const { scope, from, to, dateMode } = request;
  const hits = { scope, tsquery, from, to, dateMode };
  const bound = new Bound();
  await planFor(client, hits);
  const { rows } = await client.query<{ id: string }>(
    `SELECT d.record_id AS id FROM ${rowsOf(scope)} WHERE ${conditionOf(hits, bound)} LIMIT ${total + 1}`,
    bound.values,
  );
  return rows.length > total ? q : null;
}

async function nearestWord(client: pg.ClientBase, engine: Engine, scope: Scope, word: string): Promise<string | null> {
  const near = neighboursOf(word);
  await engine.stems.learn(client, [word, ...near]);
  const own = engine.stems.of(word);
  // Too common to be searched for, and no slip: nearest to "contro" is "conto".
  if (own === null) return null;
  const forms = new Map<string, string[]>();
  for (const form of near) {
    const stem = engine.stems.of(form);
    if (stem !== null && stem !== own) forms.set(stem, [...(forms.get(stem) ?? []), form]);
  }
  const counts = await countStems(client, scope, [own, ...forms.keys()]);
  const least = Math.max(1, (counts.get(own) ?? 0) * farMore);
  let best: string | null = null;
  let most = least - 1;
  for (const stem of forms.keys()) {
    const count = counts.get(stem) ?? 0;
    if (count > most) [best, most] = [stem, count];
  }
  return best === null ? null : asWritten(client, engine, scope, best, forms.get(best) ?? []);
}

/** Records that have each stem, up to a bound. */
async function countStems(
  client: pg.ClientBase,
  scope: Scope,
  stems: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  await client.query('SET LOCAL enable_seqscan = off');
  const { rows } = await client.query<{ n: number; count: number }>(
    `SELECT s.n::int, c.count::int FROM unnest($1::text[]) WITH ORDINALITY AS s(stem, n) CROSS JOIN LATERAL (
       SELECT count(*) FROM (SELECT FROM ${rowsOf(scope)} WHERE d.words @@ s.stem::tsquery LIMIT ${mostCounted}) f) c WHERE c.count > 0`,
    [stems.map(quoteLexeme)],
  );
  return new Map(rows.map(({ n, count }) => [stems[n - 1] ?? '', count]));
}

/** Letters an ending may have where no title shows the word: past that nobody knows whether it is one. */
const longestEnding = 5;

/**
 * The word of that stem as titles write it, accents included: one of these forms if any does, else the most frequent. Null where no title has
 * it and the forms are further from the stem than an ending.
 */
async function asWritten(
  client: pg.ClientBase,
  engine: Engine,
  scope: Scope,
  stem: string,
  forms: readonly string[],
): Promise<string | null> {
  const shown = scope === 'public' ? `AND r.visibility <> 'hidden' AND NOT r.internal` : '';
  const { rows } = await client.query<{ title: string }>(
    `SELECT r.title FROM (SELECT d.record_id FROM ${rowsOf(scope)} WHERE d.words @@ $1::tsquery LIMIT ${titlesRead}) d
     CROSS JOIN LATERAL (SELECT r.title FROM eli4u.record r WHERE r.id = d.record_id AND r.deleted_at IS NULL ${shown} OFFSET 0) r`,
    [quoteLexeme(titleLexeme(stem))],
  );
  const titles = rows.map(({ title }) => title);
  await engine.stems.learn(client, titles.flatMap(titleWords).map(fold));
  const spellings = spellingsIn(titles, (folded) => engine.stems.of(folded) === stem);
  const isNear = (form: string) => form.length - stem.length <= longestEnding;
  return spellings.find((word) => forms.includes(fold(word))) ?? spellings[0] ?? forms.find(isNear) ?? null;
}
