import type pg from 'pg';
import { addDays, type Day } from '#lib/procedures/day.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { themeOf } from '#lib/procedures/types/theme.ts';
import { freshDays } from '#lib/relationship/news.ts';
import type { Channel } from '#lib/relationship/preferences.ts';
import { serviceKey } from '#lib/relationship/reminders.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { makeNotifications } from '#lib/store/notifications/make-notifications.ts';

const batch = 500;

/** Services whose first version began within the last days: those that people can come to now and could not before. */
export const newServices = (types: readonly ProcedureType[], today: Day): ProcedureType[] =>
  types.filter(
    ({ family, version, validFrom }) =>
      family !== 'exOfficio' &&
      version === 1 &&
      validFrom !== null &&
      validFrom <= today &&
      validFrom > addDays(today, -freshDays),
  );

/** Tells of new services who asked for it and chose their theme. @returns how many were told */
export async function tellServices(
  pool: pg.Pool,
  {
    types,
    today,
    now,
    configured,
  }: { types: readonly ProcedureType[]; today: Day; now: Date; configured: readonly Channel[] },
  signal?: AbortSignal,
): Promise<number> {
  let told = 0;
  for (const type of newServices(types, today)) {
    for (let after: string | null = ''; after !== null && !signal?.aborted;) {
      const { rows }: { rows: { agent: string }[] } = await pool.query<{ agent: string }>(
        `SELECT agent_id AS agent FROM eli4u.notification_preference
          WHERE preferences @> jsonb_build_object('topics', '["services"]'::jsonb, 'themes', jsonb_build_array($1::text)) AND agent_id > $2
          ORDER BY agent_id LIMIT ${batch}`,
        [themeOf(type), after],
      );
      const { code, version } = type;
      const notifications = rows.map(({ agent }) => ({
        kind: 'informative' as const,
        agent,
        key: serviceKey(code, version),
        about: { of: 'service' as const, code, version },
      }));
      told += await inTransaction(pool, async (client) => ({
        keep: true,
        value: await makeNotifications(client, notifications, { at: now, now, configured }),
      }));
      after = rows.length === batch ? (rows.at(-1)?.agent ?? null) : null;
    }
  }
  return told;
}
