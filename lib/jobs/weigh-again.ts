import type pg from 'pg';
import { z } from 'zod';
import { rightsTopic } from '#lib/store/rights/state-rights.ts';
import type { OutboxRow } from './outbox.ts';

const payloadSchema = z.object({ id: z.string(), of: z.enum(['institution', 'fonds']), rights: z.boolean() });

const ofInstitution = 'SELECT id FROM eli4u.record WHERE repository_id = $1 AND deleted_at IS NULL';
const ofFonds = `WITH RECURSIVE tree AS (
    SELECT id FROM eli4u.record WHERE id = $1
    UNION ALL SELECT c.id FROM tree t JOIN eli4u.record c ON c.parent_id = t.id AND c.deleted_at IS NULL)
  SELECT id FROM tree`;

const due = (below: string): string =>
  `UPDATE eli4u.europeana_unit SET due = true WHERE NOT due AND record_id IN (${below})`;

/** What is worth something else to Europeana now, for what changed stands above it: rights that were stated, where an institution is. */
export async function weighAgain(client: pg.ClientBase, row: OutboxRow): Promise<void> {
  if (row.topic === 'institution.changed') await client.query(due(ofInstitution), [row.payload.id]);
  if (row.topic !== rightsTopic) return;
  const { id, of, rights } = payloadSchema.parse(row.payload);
  if (rights) await client.query(due(of === 'fonds' ? ofFonds : ofInstitution), [id]);
}
