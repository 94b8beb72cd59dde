import type pg from 'pg';
import { decideAgain } from './decide-again.ts';
import { inDissemination } from './in-dissemination.ts';

/** Records whose day of consultability has come, and the files of which they were the last closed document, become open. @returns how many */
export function openDue(pool: pg.Pool, today: string): Promise<number> {
  return inDissemination(pool, (client) =>
    decideAgain(
      client,
      {
        sql: `SELECT id FROM eli4u.record WHERE visibility = 'described' AND deleted_at IS NULL AND consultable_from <= $1::date`,
        values: [today],
      },
      today,
    ),
  );
}
