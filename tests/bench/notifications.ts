/** How fast notices that are due go out: the deliveries of the worker, to a real SMTP server in another process, one message for each person. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type pg from 'pg';
import { z } from 'zod';
import { openEmailChannel } from '#lib/channels/email-channel.ts';
import { deliverDue } from '#lib/jobs/notifications/deliver.ts';
import { createPool } from '#lib/store/pool.ts';
import type { Row } from './table.ts';

const saidSchema = z.object({ url: z.string().optional(), taken: z.number().optional() });

/** @param queued notices, each to somebody of their own */
export async function benchNotifications(owner: pg.Pool, appUrl: string, queued: number): Promise<Row[]> {
  const pool = createPool(appUrl, { applicationName: 'bench', max: 6 });
  const child = fork('tests/bench/mail-sink-child.ts', { execArgv: ['--import', 'tsx'] });
  try {
    const { url = '' } = await saidBy(child);
    await fill(owner, queued);
    const email = openEmailChannel({
      url,
      from: 'avvisi@comune.example',
      baseUrl: 'https://comune.example',
      secret: 'bench',
    });
    const [started, before] = [performance.now(), process.cpuUsage()];
    while ((await deliverDue({ pool, now: () => new Date() }, email)) > 0);
    const used = process.cpuUsage(before);
    const seconds = (performance.now() - started) / 1000;
    email.close();
    child.send('count');
    const { taken = 0 } = await saidBy(child);
    const { rows } = await owner.query<{ sent: number }>(
      `SELECT count(*)::integer AS sent FROM eli4u.notification_delivery WHERE state = 'sent'`,
    );
    if (taken !== queued || rows[0]?.sent !== queued)
      throw new Error(`${queued} were queued, ${taken} taken, ${rows[0]?.sent} noted as sent`);
    return [
      {
        queued,
        seconds: Math.round(seconds * 10) / 10,
        'per second': Math.round(queued / seconds),
        // What a second of one core sends, whoever else keeps the machine busy.
        'per second of CPU': Math.round((queued * 1e6) / (used.user + used.system)),
      },
    ];
  } finally {
    child.disconnect();
    await pool.end();
  }
}

async function saidBy(child: ChildProcess): Promise<z.infer<typeof saidSchema>> {
  const [said]: unknown[] = await once(child, 'message');
  return saidSchema.parse(said);
}

/** So many people with a verified address, each with one notice that is due. */
async function fill(owner: pg.Pool, queued: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query(
      `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal)
       SELECT 'n' || i, 'person', 'Persona ' || i, 'persona ' || i, true FROM generate_series(1, $1::integer) i`,
      [queued],
    );
    // The owner is bound by the rule too.
    await client.query('ALTER TABLE eli4u.notification_address NO FORCE ROW LEVEL SECURITY');
    await client.query(
      `INSERT INTO eli4u.notification_address (agent_id, email, verified_at) SELECT 'n' || i, 'p' || i || '@example.org', now() FROM generate_series(1, $1::integer) i`,
      [queued],
    );
    await client.query('ALTER TABLE eli4u.notification_address FORCE ROW LEVEL SECURITY');
    await client.query(
      `INSERT INTO eli4u.notification_preference (agent_id, preferences, changed_at)
       SELECT 'n' || i, '{"language":"it","channels":["email"],"topics":["needsYou","decision","deadline","progress"],"themes":[],"digest":"immediate","quiet":null}', now()
         FROM generate_series(1, $1::integer) i`,
      [queued],
    );
    await client.query(
      `INSERT INTO eli4u.notification (kind, agent_id, key, topic, about, at)
       SELECT 'informative', 'n' || i, 'bench', 'needsYou',
              jsonb_build_object('of', 'case', 'procedure', 'p' || i, 'number', i, 'year', 2026, 'reason', 'yourTurn', 'by', '2026-12-10', 'served', false), now()
         FROM generate_series(1, $1::integer) i`,
      [queued],
    );
    await client.query(
      `INSERT INTO eli4u.notification_delivery (notification_id, agent_id, channel, since, next_at) SELECT id, agent_id, 'email', at, at FROM eli4u.notification`,
    );
    await client.query(
      'VACUUM (ANALYZE) eli4u.agent, eli4u.notification, eli4u.notification_delivery, eli4u.notification_address, eli4u.notification_preference',
    );
  } finally {
    client.release();
  }
}
