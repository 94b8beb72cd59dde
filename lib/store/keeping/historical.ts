import type pg from 'pg';
import { draftPublicTitle, namesInTitle, type Named, type NamesFound } from '#lib/records/public-title.ts';
import type { Sensitivity } from '#lib/records/phase.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';
import { partiesNamed } from './parties-named.ts';

const proposedAtOnce = 5000;

/** An affair that the clock proposes, with the public title as it stands or is drafted. */
export interface HistoricalLine {
  record: string;
  code: string | null;
  title: string;
  closedOn: string;
  confirmed: boolean;
  publicTitle: string;
  sensitivity: Sensitivity;
}

/**
 * Affairs exhausted for more than the years of their institution (40: D.Lgs. 42/2004 art. 30 c. 4) whose selection is done: what is to be kept for
 * ever and lies in the deposit.
 */
export async function proposeHistorical(pool: pg.Pool, keeper: Keeper): Promise<number> {
  const { rowCount } = await pool.query(
    `INSERT INTO eli4u.historical_item (record_id, proposed_on)
     SELECT r.id, $1 FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE r.disposition = 'keep' AND r.phase = 'deposit' AND r.deleted_at IS NULL AND r.level = 'file'
        AND r.closed_on < ($1::date - make_interval(years => i.years_to_historical))
        AND NOT EXISTS (SELECT FROM eli4u.historical_item h WHERE h.record_id = r.id)
      ORDER BY r.closed_on, r.id LIMIT $2 ON CONFLICT (record_id) DO NOTHING`,
    [keeper.today, proposedAtOnce],
  );
  return rowCount ?? 0;
}

interface LineRow {
  record: string;
  code: string | null;
  title: string;
  closed_on: string;
  opened_on: string | null;
  /** Of the procedure; null of a fascicolo without one. */
  type: string | null;
  /** What the class and kind of fascicolo are called. */
  series: string;
  public_title: string | null;
  sensitivity: Sensitivity;
}

const lineSql = `SELECT h.record_id AS record, r.reference_code AS code, r.title, r.closed_on, r.opened_on, h.public_title,
    coalesce(h.sensitivity, r.sensitivity) AS sensitivity, v.content -> 'title' ->> 'it' AS type, coalesce(s.title, r.title) AS series
  FROM eli4u.historical_item h JOIN eli4u.record r ON r.id = h.record_id LEFT JOIN eli4u.record s ON s.id = r.parent_id
  LEFT JOIN eli4u.procedure p ON p.id = r.id
  LEFT JOIN eli4u.procedure_type_version v ON v.code = p.type_code AND v.version = p.type_version
 WHERE h.list_id IS NULL`;

/** What awaits its transfer, by id. */
export async function listHistorical(
  pool: pg.Pool,
  after: string,
  keeper: Keeper,
  limit = 20,
): Promise<HistoricalLine[]> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<LineRow>(`${lineSql} AND h.record_id > $1 ORDER BY h.record_id LIMIT $2`, [
      after,
      limit,
    ]);
    const value = [];
    for (const row of rows) value.push(lineOf(row, await partiesNamed(client, row.record, keeper)));
    return { keep: false, value };
  });
}

const lineOf = (row: LineRow, parties: readonly Named[]): HistoricalLine => ({
  record: row.record,
  code: row.code,
  title: row.title,
  closedOn: row.closed_on,
  confirmed: row.public_title !== null,
  publicTitle: row.public_title ?? draftPublicTitle(partsOf(row, parties), parties),
  sensitivity: row.sensitivity,
});

/**
 * The title of a procedure is its type and a place. Of another fascicolo it was given without names when it was opened, and stands where it names
 * nobody who is known; else class and kind alone say what it was.
 */
function partsOf({ type, series, title, opened_on }: LineRow, parties: readonly Named[]) {
  const year = opened_on?.slice(0, 4) ?? null;
  if (type === null) {
    const { whole, words } = namesInTitle(title, parties);
    return { kind: whole.length + words.length === 0 ? title : series, place: null, year };
  }
  const begins = `${type}, `;
  const place = title.startsWith(begins) ? title.slice(begins.length) : null;
  return { kind: type, place: place?.startsWith('prot. ') ? null : place, year };
}

export type Confirmed = { kind: 'confirmed' } | { kind: 'unknown' } | ({ kind: 'names' } & NamesFound);

/**
 * The archivist confirms the public title and for which reason, if any, reading is limited (art. 122).
 * @param despiteWords that single words are also in somebody's name was seen, and they mean something else; whole names never pass
 */
export async function confirmTitle(
  pool: pg.Pool,
  given: { record: string; title: string; sensitivity: Sensitivity; despiteWords: boolean },
  keeper: Keeper,
): Promise<Confirmed> {
  return inTransaction<Confirmed>(pool, async (client) => {
    const found = await client.query(
      'SELECT FROM eli4u.historical_item WHERE record_id = $1 AND list_id IS NULL FOR UPDATE',
      [given.record],
    );
    if (!found.rowCount) return { keep: false, value: { kind: 'unknown' } };
    const names = namesInTitle(given.title, await partiesNamed(client, given.record, keeper));
    if (names.whole.length > 0 || (names.words.length > 0 && !given.despiteWords))
      return { keep: false, value: { kind: 'names', ...names } };
    await client.query(
      `UPDATE eli4u.historical_item SET public_title = $2, sensitivity = $3, confirmed_on = $4, confirmed_by = $5 WHERE record_id = $1`,
      [given.record, given.title, given.sensitivity, keeper.today, keeper.by],
    );
    await audit(client, keeper, 'historical.confirm', given.record, { despiteWords: names.words });
    return { keep: true, value: { kind: 'confirmed' } };
  });
}
