import type pg from 'pg';
import { permittingOutcomes } from '#lib/access/reading-permits.ts';
import type { Day } from '#lib/procedures/day.ts';
import { wordsQuery } from '#lib/store/procedures/case-words.ts';
import { Bound } from '#lib/store/procedures/reach-sql.ts';
import { permitColumns, permitTables, type PermitLine } from './list-permits.ts';

/** What narrows the list of all permits. */
export interface PermitsQuery {
  words?: string | undefined;
  state?: 'running' | 'ended' | undefined;
  /** Of the permit before which a page begins. */
  before?: string | undefined;
}

/** A permit in the list of all: with whom it lets read, and under which registration it was asked for. */
export interface ListedPermit extends PermitLine {
  reader: string;
  givenBy: string;
  protocol: { year: number; number: number };
}

/** Most that is counted one by one. */
export const mostPermitsCounted = 10_001;

type Row = Omit<ListedPermit, 'protocol'> & { year: number; number: number };

const tables = `${permitTables} JOIN eli4u.agent a ON a.id = m.agent_id LEFT JOIN eli4u.procedure_words w ON w.procedure_id = m.procedure_id`;

const outcomes = permittingOutcomes.map((outcome) => `'${outcome}'`).join(', ');

/** SQL: as `isInForce` decides of one (lib/access). A test holds both together. */
const inForce = (today: string): string =>
  `(m.revoked_at IS NULL AND m.until >= ${today} AND p.outcome IN (${outcomes}) AND (m.kind = 'reserved' OR r.phase <> 'historical'))`;

/** SQL: words of the unit, the reader and the act, folded as `fold` does; those of the request it has already. */
const words = `(coalesce(w.words, ''::tsvector) || array_to_tsvector(array_remove(regexp_split_to_array(lower(regexp_replace(normalize(
  concat_ws(' ', r.title, r.reference_code, array_to_string(r.former_codes, ' '), a.authorised_name, m.act), NFD), '[\\u0300-\\u036f]', '', 'g')), '[^[:alnum:]]+'), '')))`;

function conditions(query: PermitsQuery, today: Day, bound: Bound): string {
  const asked = wordsQuery(query.words);
  const all = ['true'];
  if (query.state !== undefined)
    all.push(`${inForce(bound.bind(today, 'date'))} IS ${query.state === 'running' ? '' : 'NOT '}TRUE`);
  if (asked !== null) all.push(`${words} @@ ${bound.bind(asked, 'tsquery')}`);
  return all.join(' AND ');
}

/** All permits to read that were ever given, the latest first, a page at a time. */
export async function listPermits(
  pool: pg.Pool,
  query: PermitsQuery,
  today: Day,
  limit = 50,
): Promise<{ items: ListedPermit[]; next: string | null }> {
  const bound = new Bound();
  const { rows } = await pool.query<Row>(
    `SELECT ${permitColumns}, a.authorised_name AS reader, m.given_by AS "givenBy", p.protocol_year AS year, p.protocol_number AS number
       FROM ${tables} WHERE ${conditions(query, today, bound)} AND m.id < ${bound.bind(query.before ?? '9223372036854775807', 'bigint')}
      ORDER BY m.id DESC LIMIT ${limit + 1}`,
    bound.values,
  );
  const items = rows.slice(0, limit).map(({ year, number, ...line }) => ({ ...line, protocol: { year, number } }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many there are, up to 10,001. */
export async function countPermits(pool: pg.Pool, query: PermitsQuery, today: Day): Promise<number> {
  const bound = new Bound();
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (SELECT FROM ${tables} WHERE ${conditions(query, today, bound)} LIMIT ${mostPermitsCounted}) x`,
    bound.values,
  );
  return rows[0]?.n ?? 0;
}

/** One of them; null where there is none of that number. */
export async function findPermit(pool: pg.Pool, id: string): Promise<PermitLine | null> {
  const { rows } = await pool.query<PermitLine>(`SELECT ${permitColumns} FROM ${permitTables} WHERE m.id = $1`, [id]);
  return rows[0] ?? null;
}
