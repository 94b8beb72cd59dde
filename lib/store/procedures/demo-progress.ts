import type pg from 'pg';
import { z } from 'zod';

/** Whose keys the steps of the demonstration have. */
export const demoClient = 'demonstration';

const settingKey = 'demo_procedures';

/** `now`: the instant until which things happen; one for the whole load, also when it is taken up again. */
const progressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('begun'), now: z.iso.datetime() }),
  z.object({ state: z.literal('loaded'), cases: z.int(), steps: z.int() }),
  z.object({ state: z.literal('leftOut'), why: z.string() }),
]);
export type DemoProgress = z.infer<typeof progressSchema>;

export async function readDemoProgress(db: Pick<pg.ClientBase, 'query'>): Promise<DemoProgress | null> {
  const { rows } = await db.query<{ value: unknown }>('SELECT value FROM eli4u.setting WHERE key = $1', [settingKey]);
  return rows[0] ? progressSchema.parse(rows[0].value) : null;
}

export async function noteDemoProgress(db: Pick<pg.ClientBase, 'query'>, progress: DemoProgress): Promise<void> {
  await db.query(
    `INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
    [settingKey, JSON.stringify(progress)],
  );
}

/**
 * Whether there are cases besides those of a load that was broken off: numbers of the protocollo cannot be given for days before them. Once the
 * site has run, what a broken load left behind counts as such too, for time has gone over it.
 */
export async function hasOtherCases(db: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    `SELECT EXISTS (
       SELECT FROM eli4u.procedure p
        WHERE EXISTS (SELECT FROM eli4u.setting WHERE key = 'time_swept')
           OR NOT EXISTS (SELECT FROM eli4u.idempotency_key k WHERE k.client = $1 AND k.answer ->> 'id' = p.id)
     ) AS found`,
    [demoClient],
  );
  return rows[0]?.found ?? false;
}

/** The keys have done their work once everything is there. */
export async function forgetDemoKeys(db: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await db.query('DELETE FROM eli4u.idempotency_key WHERE client = $1', [demoClient]);
}

/** Units of the historical archive that people can ask for, always the same ones in the same order. */
export async function listUnitsToAskFor(
  db: Pick<pg.ClientBase, 'query'>,
  limit: number,
): Promise<{ id: string; title: string; described: boolean }[]> {
  const { rows } = await db.query<{ id: string; title: string; described: boolean }>(
    `SELECT id, title, visibility = 'described' AS described FROM eli4u.record
      WHERE phase = 'historical' AND level = 'file' AND visibility IN ('open', 'described') AND deleted_at IS NULL AND length(title) BETWEEN 4 AND 90
      ORDER BY (visibility = 'described') DESC, reference_code, id LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Requests to read for history that were granted to one of the people who can be tried out, with the unit they are about. */
export async function listReadingGranted(
  db: Pick<pg.ClientBase, 'query'>,
  persona: string,
): Promise<{ id: string; type: string; about: string | null }[]> {
  const { rows } = await db.query<{ id: string; type: string; about: string | null }>(
    `SELECT p.id, p.type_code AS type, p.document -> 'filing' ->> 'aboutRecord' AS about
       FROM eli4u.procedure p JOIN eli4u.demo_citizen c ON c.agent_id = p.applicant_agent
      WHERE c.persona = $1 AND p.type_code IN ('consultazione-riservata', 'consultazione-deposito') AND p.outcome = 'granted' ORDER BY p.id LIMIT 20`,
    [persona],
  );
  return rows;
}
