import type pg from 'pg';
import { wordsOf } from '#lib/search/fold.ts';
import type { Day } from '#lib/procedures/day.ts';
import { lineColumns, lineOf } from './case-row.ts';
import type { MySection, WhoseCases } from './my-cases.ts';
import { Bound, withinReach } from './reach-sql.ts';
import { cursorOf, placeOf } from './work-cursor.ts';
import type { WorkLine } from './work-query.ts';

/** What a table of one's cases is narrowed by. */
export interface MyTableFilter {
  state?: MySection | undefined;
  type?: string | undefined;
  /** In which it was filed. */
  year?: number | undefined;
  /** Words, or beginnings of words, of the public title, the number of the protocollo, or what one wrote oneself as the subject. */
  text?: string | undefined;
}

/** The types and years of which there are cases at all. */
export interface MyTableChoices {
  types: string[];
  years: number[];
}

type Whose = Omit<WhoseCases, 'reader'>;

const states: Record<MySection, string> = {
  needsMe: `p.state = 'running' AND p.waiting_for IN ('applicant', 'counterparty')`,
  running: `p.state = 'running'`,
  concluded: `p.state <> 'running'`,
};

/** A page of all of somebody's cases, the latest filed first. */
export async function listMyTable(
  pool: Pick<pg.Pool, 'query'>,
  whose: Whose,
  filter: MyTableFilter,
  page: { after?: string | undefined; limit: number },
  today: Day,
): Promise<{ lines: WorkLine[]; next: string | null }> {
  const bound = new Bound();
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), 500);
  const conditions = conditionsOf(whose, filter, bound);
  const place = placeOf(page.after);
  if (place) conditions.push(`(p.filed_on, p.id) < (${bound.bind(place[0], 'date')}, ${bound.bind(place[1], 'text')})`);
  const { rows } = await pool.query(
    `SELECT ${lineColumns} FROM eli4u.procedure p LEFT JOIN eli4u.agent a ON a.id = p.applicant_agent
      WHERE ${conditions.join(' AND ')} ORDER BY p.filed_on DESC, p.id DESC LIMIT ${bound.bind(limit + 1, 'bigint')}`,
    bound.values,
  );
  const lines = rows.slice(0, limit).map((row) => lineOf(row, today));
  const last = lines.at(-1);
  return { lines, next: last && rows.length > limit ? cursorOf([last.filedOn, last.id]) : null };
}

/** How many there are. */
export async function countMyTable(pool: Pick<pg.Pool, 'query'>, whose: Whose, filter: MyTableFilter): Promise<number> {
  const bound = new Bound();
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM eli4u.procedure p WHERE ${conditionsOf(whose, filter, bound).join(' AND ')}`,
    bound.values,
  );
  return rows[0]?.n ?? 0;
}

/** What can be asked for, whatever is asked for now. */
export async function myTableChoices(pool: Pick<pg.Pool, 'query'>, whose: Whose): Promise<MyTableChoices> {
  const bound = new Bound();
  const { rows } = await pool.query<MyTableChoices>(
    `SELECT coalesce(array_agg(DISTINCT p.type_code), '{}') AS types,
            coalesce(array_agg(DISTINCT extract(year FROM p.filed_on)::int), '{}') AS years
       FROM eli4u.procedure p WHERE ${conditionsOf(whose, {}, bound).join(' AND ')}`,
    bound.values,
  );
  const { types, years } = rows[0] ?? { types: [], years: [] };
  return { types, years: years.toSorted((one, other) => other - one) };
}

function conditionsOf({ agent, reach }: Whose, { state, type, year, text }: MyTableFilter, bound: Bound): string[] {
  const me = bound.bind(agent, 'text');
  const conditions = [
    `p.id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = ${me})`,
    withinReach(reach, bound),
  ];
  if (state) conditions.push(states[state]);
  if (type) conditions.push(`p.type_code = ${bound.bind(type, 'text')}`);
  if (year)
    conditions.push(
      `p.filed_on >= make_date(${bound.bind(year, 'int')}, 1, 1) AND p.filed_on < make_date(${bound.bind(year + 1, 'int')}, 1, 1)`,
    );
  // The words a desk finds a case by name all its parties: whoever is one of them must not learn of the others by guessing names.
  for (const word of wordsOf(text ?? '').slice(0, 8))
    conditions.push(
      `concat_ws(' ', p.title, p.protocol_number, lpad(p.protocol_number::text, 7, '0'), p.protocol_year, CASE WHEN p.applicant_agent = ${me} THEN p.subject END)
         ~* ${bound.bind(`(^|[^[:alnum:]])${accented(word)}`, 'text')}`,
    );
  return conditions;
}

const accents: Record<string, string> = { a: 'aàáâ', e: 'eèéê', i: 'iìíî', o: 'oòóô', u: 'uùúû' };

/** Folded words are letters and digits alone, so that nothing in them means anything to a pattern; a vowel stands for itself with any accent. */
const accented = (word: string): string => word.replace(/[aeiou]/g, (vowel) => `[${accents[vowel] ?? vowel}]`);
