import type pg from 'pg';
import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import type { DisseminationClock } from '#lib/records/dissemination-clock.ts';
import type { HarvestPlace, HarvestSelection } from '#lib/records/harvest-selection.ts';
import type { FindingAidStep, HarvestItem } from '#lib/records/harvest-views.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { remember } from '#lib/store/reading/remember.ts';
import { shown } from '#lib/store/shown.ts';
import { readClock } from './clock-row.ts';
import { countRows, findRow, listRows } from './list-rows.ts';
import { readHarvestItems } from './read-items.ts';
import type { Needs } from './reader.ts';
import { walkFindingAid } from './walk-finding-aid.ts';

/** A fonds as a set. */
export interface FondsSet {
  id: string;
  title: string;
}

/** All that harvests ask of the store. */
export interface HarvestStore {
  clock(): Promise<DisseminationClock>;
  list(selection: HarvestSelection, after: HarvestPlace | null, limit: number): Promise<DisseminatedRow[]>;
  count(selection: HarvestSelection): Promise<number>;
  /** `subtree`: the stamp of a root as a finding aid. */
  find(id: string): Promise<(DisseminatedRow & { subtree: number }) | null>;
  /** The earliest stamp, seconds since 1970; null where there is none. */
  earliest(): Promise<number | null>;
  /** Fonds by id, past one. */
  fonds(after: string, limit: number): Promise<FondsSet[]>;
  /** The licences under which what is said of things is given, where any is stated. */
  licences(): Promise<string[]>;
  items(rows: readonly Pick<DisseminatedRow, 'id' | 'kind'>[], needs: Needs): Promise<HarvestItem[]>;
  walk(rootId: string, needs: Needs): AsyncIterable<FindingAidStep>;
}

/** Milliseconds that the clock may be old: what was published stays so, and who is told less comes back for the rest. */
const clockAge = 100;

export function createHarvestStore(pool: pg.Pool): HarvestStore {
  return {
    clock: remember(
      () => readClock(pool),
      clockAge,
      Date.now,
      () => true,
    ),
    list: (selection, after, limit) => listRows(pool, selection, after, limit),
    count: (selection) => countRows(pool, selection),
    find: async (id) => (isIdentifier(id) ? findRow(pool, id) : null),
    earliest: () => findEarliest(pool),
    fonds: (after, limit) => listFonds(pool, after, limit),
    licences: () => listLicences(pool),
    items: (rows, needs) =>
      readHarvestItems(
        pool,
        rows.map(({ id }) => id),
        needs,
        new Map(rows.map(({ id, kind }) => [id, kind])),
      ),
    walk: (rootId, needs) => walkFindingAid(pool, rootId, needs),
  };
}

async function findEarliest(pool: pg.Pool): Promise<number | null> {
  const { rows } = await pool.query<{ first: string | number | null }>(
    'SELECT extract(epoch FROM min(stamp))::bigint AS first FROM eli4u.disseminated',
  );
  const first = rows[0]?.first ?? null;
  return first === null ? null : Number(first);
}

async function listFonds(pool: pg.Pool, after: string, limit: number): Promise<FondsSet[]> {
  const { rows } = await pool.query<FondsSet>({
    name: 'harvest-sets',
    text: `SELECT d.id, r.title FROM eli4u.disseminated d JOIN eli4u.record r ON r.id = d.id AND ${shown('r')}
        WHERE (d.ever_able & 1) <> 0 AND d.root_id = d.id AND NOT d.deleted AND d.id > $1 ORDER BY d.id LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

async function listLicences(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ licence: string }>(
    `SELECT DISTINCT metadata_licence AS licence FROM eli4u.institution WHERE metadata_licence IS NOT NULL ORDER BY 1 LIMIT 20`,
  );
  return rows.map((row) => row.licence);
}
