import type pg from 'pg';
import type { FascicoloKind } from '#lib/fascicoli/kind.ts';
import { referenceCode, yearOfOpening, type FascicoloNumber } from '#lib/fascicoli/reference-code.ts';
import { voiceCode, type Voice } from '#lib/fascicoli/titolario.ts';
import type { Day } from '#lib/procedures/day.ts';
import { wordsOf } from '#lib/search/fold.ts';

/**
 * The next number within a class and the year of a day: without gaps, for a transaction that fails gives it back. Unlike a registration it does not
 * wait for the day of the one before: it says the year of opening and no order of time. Other openings in the class wait until this transaction ends.
 */
export async function nextFascicolo(client: pg.ClientBase, voice: Voice, openedOn: Day): Promise<FascicoloNumber> {
  const year = yearOfOpening(openedOn);
  const { rows } = await client.query<{ number: number }>(
    `INSERT INTO eli4u.protocol_register AS r (register, year, last_number, last_on) VALUES ($1, $2, 1, $3)
     ON CONFLICT (register, year) DO UPDATE SET last_number = r.last_number + 1, last_on = greatest(r.last_on, excluded.last_on)
     RETURNING last_number AS number`,
    [`fascicoli ${voiceCode(voice)}`, year, openedOn],
  );
  if (!rows[0]) throw new Error(`the class ${voiceCode(voice)} gave no number`);
  return { title: voice.title, class: voice.class, year, number: rows[0].number, sub: 0 };
}

/** What the repertorio keeps of a fascicolo beside its record. */
export interface FascicoloRow {
  id: string;
  kind: FascicoloKind;
  titolario: string;
  number: FascicoloNumber;
  openedOn: Day;
  /** Of one that was closed before it was entered here. */
  closedOn?: Day | null;
  unit: string;
  words: readonly string[];
  subOf?: string | null;
  activity?: string | null;
  keywords?: readonly string[];
}

/** Enters a fascicolo in the repertorio; its record is there. */
export async function saveFascicolo(client: pg.ClientBase, one: FascicoloRow): Promise<void> {
  const { number } = one;
  const words = new Set(
    [referenceCode(number), ...one.words, ...(one.keywords ?? []), one.activity ?? ''].flatMap(wordsOf),
  );
  await client.query(
    `WITH entered AS (
       INSERT INTO eli4u.fascicolo (record_id, kind, titolario, title, class, year, number, sub_of, sub_number, activity, keywords, opened_on, unit, closed_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $15) RETURNING record_id)
     INSERT INTO eli4u.fascicolo_words (record_id, words) SELECT record_id, array_to_tsvector($14::text[]) FROM entered`,
    [
      one.id,
      one.kind,
      one.titolario,
      number.title,
      number.class,
      number.year,
      number.number,
      one.subOf ?? null,
      number.sub,
      one.activity ?? null,
      one.keywords ?? [],
      one.openedOn,
      one.unit,
      [...words],
      one.closedOn ?? null,
    ],
  );
}

/** What was done to a fascicolo, and its line in the audit. */
export async function saveEvent(
  client: pg.ClientBase,
  {
    id,
    kind,
    at,
    on,
    actor,
    details = {},
  }: { id: string; kind: string; at: Date; on: Day; actor: string; details?: Record<string, unknown> },
): Promise<void> {
  await client.query(
    `WITH event AS (
       INSERT INTO eli4u.fascicolo_event (record_id, n, at, on_day, actor, kind, details)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6 FROM eli4u.fascicolo_event WHERE record_id = $1 RETURNING n)
     INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) SELECT $2, $4, $7, $1, $6 FROM event`,
    [id, at, on, actor, kind, JSON.stringify(details), `fascicolo.${kind}`],
  );
}
