import type pg from 'pg';
import type { FascicoliReach } from '#lib/access/fascicoli.ts';
import { voiceCode } from '#lib/fascicoli/titolario.ts';
import { wordsQuery } from '#lib/store/procedures/case-words.ts';
import { Bound } from '#lib/store/procedures/reach-sql.ts';
import { cursorOf, placeOf } from '#lib/store/procedures/work-cursor.ts';
import type { FascicoliPage, FascicoliQuery, FascicoloLine } from './fascicolo-port.ts';

/** Most that is counted one by one. */
export const mostCounted = 10_001;

/** Columns of a line, of `fascicolo f` and `record r`. */
export const lineColumns = `f.record_id AS id, r.reference_code AS code, f.kind, f.titolario, f.title, f.class, r.title AS "recordTitle",
  coalesce(r.object, r.title) AS object, f.unit, f.opened_on AS "openedOn", f.closed_on AS "closedOn", f.sub_of AS "subOf"`;

/** The condition under which a row of `fascicolo f` is within reach. */
function within(reach: FascicoliReach, bound: Bound): string {
  const ranges = reach.map(({ units, types }) => {
    const both = [
      ...(units ? [`f.unit = ANY(${bound.bind(units, 'text[]')})`] : []),
      ...(types
        ? [
            `EXISTS (SELECT FROM eli4u.procedure p WHERE p.id = f.record_id AND p.type_code = ANY(${bound.bind(types, 'text[]')}))`,
          ]
        : []),
    ];
    return both.length > 0 ? `(${both.join(' AND ')})` : 'true';
  });
  return ranges.length > 0 ? `(${ranges.join(' OR ')})` : 'false';
}

function conditions(query: FascicoliQuery, bound: Bound): string {
  const words = wordsQuery(query.words);
  const all = [
    // The year of the number is that of the opening, and the index is by the day of that.
    query.year === undefined
      ? null
      : `f.opened_on BETWEEN ${bound.bind(`${String(query.year).padStart(4, '0')}-01-01`, 'date')} AND ${bound.bind(`${String(query.year).padStart(4, '0')}-12-31`, 'date')}`,
    query.voice
      ? `f.title = ${bound.bind(query.voice.title, 'text')} AND f.class = ${bound.bind(query.voice.class, 'smallint')}`
      : null,
    query.kind ? `f.kind = ${bound.bind(query.kind, 'text')}` : null,
    query.unit ? `f.unit = ${bound.bind(query.unit, 'text')}` : null,
    query.state === 'open' ? 'f.closed_on IS NULL' : query.state === 'closed' ? 'f.closed_on IS NOT NULL' : null,
    query.within ? within(query.within, bound) : null,
    words === null
      ? null
      : `EXISTS (SELECT FROM eli4u.fascicolo_words w WHERE w.record_id = f.record_id AND w.words @@ ${bound.bind(words, 'tsquery')})`,
  ].filter((one) => one !== null);
  return all.length > 0 ? all.join(' AND ') : 'true';
}

/** The repertorio dei fascicoli, the latest first; a page is read from its place and never counted up to. */
export async function listFascicoli(pool: Pick<pg.Pool, 'query'>, query: FascicoliQuery): Promise<FascicoliPage> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 100);
  const bound = new Bound();
  const place = placeOf(query.after);
  const from = place
    ? `AND (f.opened_on, f.record_id) < (${bound.bind(place[0], 'date')}, ${bound.bind(place[1], 'text')})`
    : '';
  const { rows } = await pool.query<FascicoloLine>(
    `SELECT ${lineColumns} FROM eli4u.fascicolo f JOIN eli4u.record r ON r.id = f.record_id
      WHERE ${conditions(query, bound)} ${from} ORDER BY f.opened_on DESC, f.record_id DESC LIMIT ${limit + 1}`,
    bound.values,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf([last.openedOn, last.id]) : null };
}

/** How many there are, up to 10,001. */
export async function countFascicoli(pool: Pick<pg.Pool, 'query'>, query: FascicoliQuery): Promise<number> {
  const bound = new Bound();
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (SELECT FROM eli4u.fascicolo f WHERE ${conditions(query, bound)} LIMIT ${mostCounted}) x`,
    bound.values,
  );
  return rows[0]?.n ?? 0;
}

/** Fascicoli of each class of a version, by `VI/3`. */
export async function countByVoice(pool: Pick<pg.Pool, 'query'>, titolario: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ title: string; class: number; n: number }>(
    `SELECT title, class, count(*)::integer AS n FROM eli4u.fascicolo WHERE titolario = $1 AND sub_of IS NULL GROUP BY title, class`,
    [titolario],
  );
  return new Map(rows.map((row) => [voiceCode(row), row.n]));
}
