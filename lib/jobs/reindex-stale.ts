import type pg from 'pg';
import { z } from 'zod';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { OutboxRow } from './outbox.ts';

/** The outbox rows by which a migration says of which records it changed what is searched: no SQL makes a search row. */
const staleTopic = 'search.stale';

const stale = z.object({ ids: z.array(z.string()) });

/** Makes the search rows of such records again; the outer index is told in the same transaction. */
export async function reindexStale(client: pg.ClientBase, { topic, payload }: OutboxRow): Promise<void> {
  if (topic !== staleTopic) return;
  const { ids } = stale.parse(payload);
  await indexRecords(client, { sql: 'SELECT id FROM eli4u.record WHERE id = ANY($1)', values: [ids] });
}
