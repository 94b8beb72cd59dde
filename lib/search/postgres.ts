import type pg from 'pg';
import { readCursor, writeCursor, type Place } from './cursor.ts';
import { histogramOf } from './histogram.ts';
import { noticeText } from './notices.ts';
import { FacetSets } from './postgres-facet-sets.ts';
import { conditionsOf, countAll } from './postgres-facets.ts';
import { findGroups } from './postgres-groups.ts';
import { placesOf } from './postgres-hits.ts';
import { modeOf, stretchesOf } from './postgres-orders.ts';
import { compileQuery, queryWords, type CompiledQuery } from './postgres-query.ts';
import { readHits } from './postgres-records.ts';
import type { HitSet } from './postgres-scope.ts';
import { suggest } from './postgres-suggest.ts';
import { didYouMean } from './postgres-suggest-words.ts';
import { Stems } from './postgres-stems.ts';
import { reading } from './postgres-reading.ts';
import type { Engine, EngineSettings } from './postgres-engine.ts';
import { rowEstimate } from './postgres-tally.ts';
import { parseQuery } from './query.ts';
import { fewHits } from './spelling.ts';
import { SearchRequestError, type Hit, type Search, type SearchAnswer, type SearchRequest } from './search.ts';

const lastPage = 50;
const largestSize = 100;

/** Search on PostgreSQL: lib/search/README.md. Each query runs in one read-only transaction and sees one state of the data. */
export function createPostgresSearch(pool: pg.Pool, settings: EngineSettings = {}): Search {
  const engine: Engine = { stems: new Stems(), sets: new FacetSets(), rankedLimit: settings.rankedLimit ?? 10_000 };
  return {
    async query(request) {
      check(request);
      return reading(pool, (client) => answerOf(client, engine, request)).catch((error: unknown) => {
        throw refused(request, error);
      });
    },
    suggest: (request) => reading(pool, (client) => suggest(client, request)),
  };
}

function check({ at, size }: SearchRequest): void {
  if ('page' in at && !(Number.isInteger(at.page) && at.page >= 1 && at.page <= lastPage)) {
    throw new SearchRequestError('page', `pages go from 1 to ${lastPage}; beyond, follow "next"`);
  }
  if (!(Number.isInteger(size) && size >= 1 && size <= largestSize))
    throw new SearchRequestError('size', `from 1 to ${largestSize}`);
}

/** A cursor is not signed: one forged may carry a key that is no date or number (SQLSTATE class 22). */
function refused({ at }: SearchRequest, error: unknown): unknown {
  const parameter = 'after' in at ? 'after' : 'before' in at ? 'before' : null;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return parameter !== null && code.startsWith('22')
    ? new SearchRequestError(parameter, 'not a cursor of this search')
    : error;
}

async function answerOf(client: pg.ClientBase, engine: Engine, request: SearchRequest): Promise<SearchAnswer> {
  const parsed = parseQuery(request.q);
  await engine.stems.learn(client, queryWords(parsed.root));
  const compiled = compileQuery(parsed, request, engine.stems.of);
  const { scope, from, to, dateMode } = request;
  const hits: HitSet = { scope, tsquery: conditionsOf(compiled), from, to, dateMode };
  const counted = await countAll(client, engine.sets, request, compiled, hits);
  const { total, tiers, found: places } = counted.tally;
  const known: HitSet = places === null ? hits : { ...hits, found: places };
  const found = request.group
    ? await findGroups(client, engine, request, compiled, hits, counted.tally)
    : await findHits(client, engine, request, compiled, known, total);
  const meant =
    total <= fewHits && parsed.root && 'page' in request.at ? await didYouMean(client, engine, request, total) : null;
  const notices = [...parsed.notices, ...(compiled.stopWordsOnly ? (['stopWordsOnly'] as const) : [])];
  return {
    total,
    totalEstimate: tiers !== null,
    ...found,
    facets: counted.facets,
    ...(request.facets ? { histogram: histogramOf(counted.tally.starts, counted.tally.ends) } : {}),
    ...(notices.length > 0 ? { notices: notices.map((notice) => noticeText(notice, request.lang)) } : {}),
    ...(meant === null ? {} : { didYouMean: meant }),
  };
}

async function findHits(
  client: pg.ClientBase,
  engine: Engine,
  request: SearchRequest,
  compiled: CompiledQuery,
  hits: HitSet,
  total: number,
): Promise<Pick<SearchAnswer, 'hits' | 'next' | 'prev'>> {
  const { at, size } = request;
  const cursor =
    'after' in at
      ? readCursor(request, 'after', at.after)
      : 'before' in at
        ? readCursor(request, 'before', at.before)
        : null;
  const mode = cursor?.mode ?? modeOf(request.sort, compiled, total, engine.rankedLimit);
  const backward = 'before' in at;
  const skipped = 'page' in at ? (at.page - 1) * size : 0;
  const places = await placesOf(client, {
    hits,
    stretches: stretchesOf(mode, request.sort, compiled),
    from: cursor?.place ?? null,
    backward,
    limit: skipped + size + 1,
    density: Math.min(1, total / Math.max(1, await rowEstimate(client))),
  });
  const more = places.length > skipped + size;
  const shown = places.slice(skipped, skipped + size);
  if (backward) shown.reverse();
  const byId = await readHits(
    client,
    request.scope,
    shown.map(({ id }) => id),
    compiled.marked,
    engine.stems,
  );
  const at_ = (place: Place | undefined) => (place ? writeCursor(request, { mode, place }) : null);
  const before = backward ? more : cursor !== null || skipped > 0;
  const after = backward || more;
  return {
    hits: shown.map(({ id }) => byId.get(id)).filter((hit): hit is Hit => hit !== undefined),
    next: after ? at_(shown.at(-1) ?? cursor?.place) : null,
    prev: before ? at_(shown[0] ?? cursor?.place) : null,
  };
}
