import type pg from 'pg';
import { findAgent } from './find-agent.ts';
import { findChildren, type ChildrenWindow } from './find-children.ts';
import { findRecord } from './find-record.ts';
import { findInstitution, listFonds, listInstitutions } from './holdings.ts';
import {
  countHoldings,
  findEntity,
  findExampleQueries,
  findSitemapPage,
  findSitemapStarts,
  isReady,
  type SitemapKind,
} from './overview.ts';
import { findIndexQueue } from './index-queue.ts';
import { remember } from './remember.ts';
import { findCovers } from '#lib/store/images/find-covers.ts';
import { findFirstPages } from '#lib/store/images/find-first-pages.ts';

export type { ChildrenWindow } from './find-children.ts';
export { sitemapKinds, type SitemapEntry, type SitemapKind, type Entity } from './overview.ts';
export type { InstitutionTile } from './holdings.ts';
export type * from '#lib/records/public-views.ts';

/** Minutes that the numbers of the home page may be old. */
const overviewAge = 5;
/** Minutes that the index of sitemaps may be old: it walks over every id. */
const sitemapAge = 60;

/** Everything public pages read, visibility applied. One per process. */
export function createReadingStore(pool: pg.Pool, now: () => number) {
  const age = overviewAge * 60_000;
  const startsOf = (kind: SitemapKind) =>
    remember(
      () => findSitemapStarts(pool, kind),
      sitemapAge * 60_000,
      now,
      () => true,
    );
  const sitemapStarts = {
    records: startsOf('records'),
    agents: startsOf('agents'),
    institutions: startsOf('institutions'),
  };
  const covers = remember(
    () => findCovers(pool),
    age,
    now,
    (found) => found.size > 0,
  );
  return {
    findRecord: (id: string) => findRecord(pool, id),
    findChildren: (parentId: string, window: ChildrenWindow) => findChildren(pool, parentId, window),
    findAgent: (id: string) => findAgent(pool, id),
    findInstitution: (id: string) => findInstitution(pool, id),
    findEntity: (id: string) => findEntity(pool, id),
    listFonds: (options: { limit: number; institutionId?: string | null }) => listFonds(pool, options),
    /** A page to stand for each fonds that has one: image by fonds. */
    findFondsPictures: async (fondsIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const unitOf = await covers();
      const units = fondsIds.flatMap((id) => unitOf.get(id) ?? []);
      const pages = await findFirstPages(pool, units);
      return new Map(
        fondsIds.flatMap((id) => {
          const page = pages.get(unitOf.get(id) ?? '');
          return page === undefined ? [] : [[id, page] as const];
        }),
      );
    },
    listInstitutions: () => listInstitutions(pool),
    findSitemapPage: (kind: SitemapKind, after: string) => findSitemapPage(pool, kind, after),
    findSitemapStarts: (kind: SitemapKind) => sitemapStarts[kind](),
    isReady: () => isReady(pool),
    findIndexQueue: () => findIndexQueue(pool),
    /** As of a moment ago: asked before every page. */
    isReachable: remember(
      () => isReady(pool),
      2000,
      now,
      (ready) => ready,
    ),
    countHoldings: remember(
      () => countHoldings(pool),
      age,
      now,
      (counts) => counts.units > 0,
    ),
    findExampleQueries: remember(
      () => findExampleQueries(pool),
      age,
      now,
      (queries) => queries.length > 0,
    ),
  };
}
export type ReadingStore = ReturnType<typeof createReadingStore>;
