import type pg from 'pg';
import type { Channels } from '#lib/channels/open-channels.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { noticesForgottenBefore } from '#lib/relationship/notice-retention.ts';
import { romeHour } from '#lib/relationship/quiet-hours.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { forgetNotices } from '#lib/store/notifications/forget-notices.ts';
import { withLock } from '../with-lock.ts';
import { confirmAddresses } from './confirm-addresses.ts';
import { deliverDue } from './deliver.ts';
import { remind } from './remind.ts';
import { sendSignInLinks } from './send-sign-in-links.ts';
import { tellServices } from './tell-services.ts';

/** One worker at a time reminds. */
const remindLock = 4_104_028;
const second = 1000;
const minute = 60 * second;
/** From when on a day one is reminded. */
const fromHour = '07:30';
const dayKey = 'notifications_reminded';

export interface NotificationParts {
  pool: pg.Pool;
  now: () => Date;
  types: Pick<ProcedureTypes, 'listTypes' | 'current'>;
  notices: Channels;
}

/** Again and again, with a pause between. */
type Rounds = (work: () => Promise<void>, rest: number) => Promise<void>;

/** All that notifications want: each way out by itself, so that none waits for another; the links of addresses; the reminders of the day, and what is old. */
export async function tendNotifications(parts: NotificationParts, rounds: Rounds, signal: AbortSignal): Promise<void> {
  const { letters } = parts.notices;
  await Promise.all([
    ...parts.notices.channels.map((channel) =>
      rounds(async () => {
        while ((await deliverDue(parts, channel)) > 0 && !signal.aborted);
      }, second),
    ),
    ...(letters
      ? [
          rounds(async () => void (await confirmAddresses({ ...parts, ...parts.notices }, letters)), 2 * second),
          // Somebody waits before their screen.
          rounds(async () => void (await sendSignInLinks({ ...parts, ...parts.notices }, letters)), second),
        ]
      : []),
    rounds(() => remindOfDay(parts, signal), minute),
  ]);
}

/** Once a day; a night or a morning without power is made up for on the same day. */
export async function remindOfDay(
  { pool, now, types, notices }: NotificationParts,
  signal?: AbortSignal,
): Promise<void> {
  const at = now();
  const today = romeDay(at);
  if (romeHour(at) < fromHour || (await remindedOn(pool)) >= today) return;
  await withLock(pool, remindLock, async () => {
    await types.current();
    const asked = { today, now: at, configured: notices.configured };
    await remind(pool, asked, signal);
    await tellServices(pool, { ...asked, types: types.listTypes(today) }, signal);
    await forgetNotices(pool, noticesForgottenBefore(at), signal);
    if (signal?.aborted) return;
    await pool.query(
      `INSERT INTO eli4u.setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
      [dayKey, today],
    );
  });
}

async function remindedOn(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ day: string }>(`SELECT value #>> '{}' AS day FROM eli4u.setting WHERE key = $1`, [
    dayKey,
  ]);
  return rows[0]?.day ?? '';
}
