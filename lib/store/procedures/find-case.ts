import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '#lib/access/reach.ts';
import { agentKindSchema } from '#lib/records/agent.ts';
import { partySchema } from '#lib/procedures/cases/filing-facts.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { lineColumns, lineOf, lineTables } from './case-row.ts';
import type { ActivityLine, CaseView, DocumentLine, PartyLine } from './case-view.ts';
import { contextAt, type Desk } from './desk.ts';
import { documentColumns, documentOf } from './document-row.ts';
import { readWithin, type Reader } from '#lib/store/citizens/as-citizen.ts';
import { Bound, withinReach } from './reach-sql.ts';

/** Ids come out of addresses, which anybody writes: PostgreSQL takes no text with a zero byte. */
const mayBeId = (id: string) => !id.includes('\0');

/** A case with its history, documents and parties; null where none is within reach. */
export async function findCase(desk: Desk, id: string, reach: Reach): Promise<CaseView | null> {
  if (!mayBeId(id)) return null;
  const now = desk.now();
  const found = await readWithin(desk.pool, reach, (reader) => readCase(reader, id, reach));
  if (!found) return null;
  const { row, ...parts } = found;
  const procedure = procedureSchema.parse(row.document);
  const context = await contextAt(desk, desk.pool, procedure.type, now);
  return { procedure, line: lineOf(row, romeDay(now)), context, ...parts };
}

type CaseParts = Pick<CaseView, 'activities' | 'documents' | 'earlierDocuments' | 'parties'>;

async function readCase(
  reader: Reader,
  id: string,
  reach: Reach,
): Promise<({ row: { document: unknown } } & CaseParts) | null> {
  const bound = new Bound();
  const { rows } = await reader.query<{ document: unknown }>(
    `SELECT ${lineColumns}, p.document FROM ${lineTables} WHERE p.id = ${bound.bind(id, 'text')} AND ${withinReach(reach, bound)}`,
    bound.values,
  );
  const row = rows[0];
  if (!row) return null;
  // One after the other: a citizen's transaction has one connection.
  const activities = await findActivities(reader, id);
  const documents = await findDocuments(reader, id);
  return { row, activities, ...documents, parties: await findParties(reader, id) };
}

/** Whether a case is there and within reach. */
export function isWithinReach(pool: pg.Pool, id: string, reach: Reach): Promise<boolean> {
  return readWithin(pool, reach, (reader) => isThere(reader, id, reach));
}

/** Whether a case is there for who reads, and within reach. */
export async function isThere(reader: Reader, id: string, reach: Reach): Promise<boolean> {
  if (!mayBeId(id)) return false;
  const bound = new Bound();
  const { rowCount } = await reader.query(
    `SELECT FROM eli4u.procedure p WHERE p.id = ${bound.bind(id, 'text')} AND ${withinReach(reach, bound)}`,
    bound.values,
  );
  return rowCount === 1;
}

async function findActivities(pool: Reader, id: string): Promise<ActivityLine[]> {
  const { rows } = await pool.query<ActivityLine>(
    `SELECT n, node, activity, started_on AS "startedOn", due_on AS "dueOn", taken_by AS "takenBy", taken_on AS "takenOn",
            done_on AS "doneOn", done_by AS "doneBy", went_to AS "wentTo", days_late AS "daysLate"
       FROM eli4u.procedure_activity WHERE procedure_id = $1 ORDER BY n`,
    [id],
  );
  return rows;
}

/** What buttons and interfaces show of a fascicolo of any length. */
const mostDocuments = 100;

const placedDocuments = `${documentColumns}
       FROM eli4u.procedure_document o JOIN eli4u.document d ON d.record_id = o.record_id JOIN eli4u.case_record r ON r.id = o.record_id
       JOIN eli4u.document n ON n.record_id = coalesce(o.registered_with, o.record_id)`;

async function findDocuments(pool: Reader, id: string): Promise<Pick<CaseView, 'documents' | 'earlierDocuments'>> {
  const { rows } = await pool.query(
    `SELECT ${placedDocuments}
      WHERE o.procedure_id = $1 ORDER BY o.ordinal DESC LIMIT ${mostDocuments + 1}`,
    [id],
  );
  return {
    documents: rows.slice(0, mostDocuments).reverse().map(documentOf),
    earlierDocuments: rows.length > mostDocuments,
  };
}

/** One document of a case, whatever its place; null where there is none within reach. */
export async function findDocument(
  pool: pg.Pool,
  id: string,
  record: string,
  reach: Reach,
): Promise<DocumentLine | null> {
  if (!mayBeId(record)) return null;
  return readWithin(pool, reach, async (reader) => {
    if (!(await isThere(reader, id, reach))) return null;
    const { rows } = await reader.query(`SELECT ${placedDocuments} WHERE o.procedure_id = $1 AND o.record_id = $2`, [
      id,
      record,
    ]);
    return rows[0] ? documentOf(rows[0]) : null;
  });
}

const partyRowSchema = partySchema.extend({ name: z.string(), kind: agentKindSchema });

async function findParties(pool: Reader, id: string): Promise<PartyLine[]> {
  const { rows } = await pool.query(
    `SELECT p.agent_id AS agent, p.role, p.acts_for AS "actsFor", a.authorised_name AS name, a.kind
       FROM eli4u.procedure_party p JOIN eli4u.case_agent a ON a.id = p.agent_id WHERE p.procedure_id = $1 ORDER BY p.ordinal`,
    [id],
  );
  return rows.map((row) => partyRowSchema.parse(row));
}

/** The case that bears an identifier of another system, within reach. */
export async function findByReference(
  pool: pg.Pool,
  scheme: string,
  value: string,
  reach: Reach,
): Promise<string | null> {
  const bound = new Bound();
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM eli4u.procedure_reference r JOIN eli4u.procedure p ON p.id = r.procedure_id
      WHERE r.scheme = ${bound.bind(scheme, 'text')} AND r.value = ${bound.bind(value, 'text')} AND ${withinReach(reach, bound)}`,
    bound.values,
  );
  return rows[0]?.id ?? null;
}
