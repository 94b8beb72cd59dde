import type pg from 'pg';
import type { DisseminationClock } from '#lib/records/dissemination-clock.ts';
import type { Reader } from './reader.ts';

interface ClockRow {
  published: string | number;
  given: string | number;
}

const seconds = (column: string): string => `extract(epoch FROM ${column})::bigint AS ${column}`;
const clockOf = ({ published, given }: ClockRow): DisseminationClock => ({
  published: Number(published),
  given: Number(given),
});

/** The clock, which nobody else moves until the transaction ends. */
export async function holdClock(client: pg.ClientBase): Promise<DisseminationClock> {
  const { rows } = await client.query<ClockRow>(
    `SELECT ${seconds('published')}, ${seconds('given')} FROM eli4u.dissemination_clock FOR UPDATE`,
  );
  return clockOf(theRow(rows));
}

export async function keepClock(client: pg.ClientBase, clock: DisseminationClock): Promise<void> {
  await client.query(
    `UPDATE eli4u.dissemination_clock SET published = to_timestamp($1::bigint), given = to_timestamp($2::bigint)`,
    [clock.published, clock.given],
  );
}

/** The clock as harvests are told it. */
export async function readClock(reader: Reader): Promise<DisseminationClock> {
  const { rows } = await reader.query<ClockRow>({
    name: 'dissemination-clock',
    text: `SELECT ${seconds('published')}, ${seconds('given')} FROM eli4u.dissemination_clock`,
  });
  return clockOf(theRow(rows));
}

function theRow(rows: readonly ClockRow[]): ClockRow {
  const [row] = rows;
  if (!row) throw new Error('the clock of dissemination is gone from the database');
  return row;
}
