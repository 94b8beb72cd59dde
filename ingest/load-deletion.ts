import type pg from 'pg';
import { announce } from '#lib/store/writing/announce.ts';
import { buryRecord, findAnywhere } from '#lib/store/writing/open-source.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { SourceDraft } from './draft.ts';
import type { ProblemLog } from './problem-log.ts';

/** ICAR-IMPORT `action="delete"`: a tombstone, with what lies below only when `cascade` says so. */
export async function loadDeletion(client: pg.ClientBase, draft: SourceDraft, log: ProblemLog): Promise<void> {
  const { identifier, line } = draft;
  if (identifier === null) return log.warn('delete-unknown', 'a deletion without identifier', line);
  const record = await findAnywhere(client, identifier);
  if (!record) return log.warn('delete-unknown', `deletion of ${identifier}: no such record is held`, line);
  const buried = await buryRecord(client, record.id, draft.cascade);
  if (buried === null)
    return log.warn('delete-refused', `deletion of ${identifier} without cascade: it has records below, kept`, line);
  log.counts.deleted += buried;
  await indexRecords(client, { sql: 'SELECT id FROM touched_record', values: [] });
  await announce(client, 'holdings.deleted', record.id, { identifier, cascade: draft.cascade });
}
