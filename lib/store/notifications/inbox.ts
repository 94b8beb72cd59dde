import type pg from 'pg';
import { aboutSchema, type About } from '#lib/relationship/notification.ts';
import { channels, type Channel } from '#lib/relationship/preferences.ts';
import type { DeliveryState } from './conclude-deliveries.ts';

/** One way out of a notice, and how it went. */
export interface ShownDelivery {
  channel: Channel;
  state: DeliveryState;
  attempts: number;
  /** When it ended, or is tried next. */
  at: string;
  /** What the other side said last; null where it took it or was not asked. */
  said: string | null;
}

/** A notice as the person told, or the office, reads it. */
export interface ShownNotice {
  id: number;
  agent: string;
  about: About;
  /** Of the case it is about: its type and its public title. */
  type: { code: string; version: number } | null;
  title: string | null;
  at: string;
  readAt: string | null;
  deliveries: ShownDelivery[];
}

export interface NoticePage {
  notices: ShownNotice[];
  /** Id to go on from. */
  next: number | null;
}

interface Row {
  id: number;
  agent: string;
  about: unknown;
  type_code: string | null;
  type_version: number | null;
  title: string | null;
  at: string;
  read_at: string | null;
  deliveries: (Omit<ShownDelivery, 'channel'> & { channel: string })[];
}

const columns = `n.id, n.agent_id AS agent, n.about, p.type_code, p.type_version, p.title, n.at, n.read_at,
  (SELECT coalesce(json_agg(json_build_object('channel', d.channel, 'state', d.state, 'attempts', d.attempts, 'at', coalesce(d.ended_at, d.next_at),
              'said', (SELECT l.said FROM eli4u.notification_attempt l WHERE l.delivery_id = d.id ORDER BY l.n DESC LIMIT 1))
            ORDER BY d.channel), '[]')
     FROM eli4u.notification_delivery d WHERE d.notification_id = n.id) AS deliveries`;

/** Where a notice stands in order: a reminder may have been written before what happened earlier was told. */
const placeOf = (id: string): string => `(SELECT x.at, x.id FROM eli4u.notification x WHERE x.id = ${id})`;

/** What was told to these people, the newest first. */
export async function listNotices(
  pool: Pick<pg.Pool, 'query'>,
  agents: readonly string[],
  { before = null, limit = 20 }: { before?: number | null; limit?: number },
): Promise<NoticePage> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM eli4u.notification n LEFT JOIN eli4u.procedure p ON p.id = n.procedure_id
      WHERE n.kind = 'informative' AND n.agent_id = ANY($1) AND ($2::bigint IS NULL OR (n.at, n.id) < ${placeOf('$2')}) ORDER BY n.at DESC, n.id DESC LIMIT $3`,
    [agents, before, limit + 1],
  );
  const notices = rows.slice(0, limit).map(shown);
  return { notices, next: rows.length > limit ? (notices.at(-1)?.id ?? null) : null };
}

/** What was told of a case to anybody, the newest first: the log that its office reads. */
export async function noticesOfCase(
  pool: Pick<pg.Pool, 'query'>,
  procedure: string,
  limit: number,
): Promise<ShownNotice[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM eli4u.notification n JOIN eli4u.procedure p ON p.id = n.procedure_id
      WHERE n.kind = 'informative' AND n.procedure_id = $1 ORDER BY n.id DESC LIMIT $2`,
    [procedure, limit],
  );
  return rows.map(shown);
}

/** How many they have not read; beyond 99 it is all the same. */
export async function countUnread(pool: Pick<pg.Pool, 'query'>, agents: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM (SELECT FROM eli4u.notification WHERE agent_id = ANY($1) AND kind = 'informative' AND read_at IS NULL LIMIT 100) t`,
    [agents],
  );
  return rows[0]?.count ?? 0;
}

/** Marks as read one notice, or (null) all up to the newest that was seen. */
export async function markRead(
  pool: Pick<pg.Pool, 'query'>,
  agents: readonly string[],
  which: { id: number } | { upTo: number },
  now: Date,
): Promise<void> {
  const [id, upTo] = 'id' in which ? [which.id, null] : [null, which.upTo];
  await pool.query(
    `UPDATE eli4u.notification SET read_at = $4 WHERE agent_id = ANY($1) AND kind = 'informative' AND read_at IS NULL AND (id = $2 OR (at, id) <= ${placeOf('$3')})`,
    [agents, id, upTo, now],
  );
}

function shown(row: Row): ShownNotice {
  return {
    id: row.id,
    agent: row.agent,
    about: aboutSchema.parse(row.about),
    type:
      row.type_code !== null && row.type_version !== null ? { code: row.type_code, version: row.type_version } : null,
    title: row.title,
    at: row.at,
    readAt: row.read_at,
    deliveries: row.deliveries.flatMap(({ channel, ...rest }) => {
      const known = channels.find((one) => one === channel);
      return known ? [{ channel: known, ...rest }] : [];
    }),
  };
}
