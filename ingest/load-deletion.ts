import type pg from 'pg';
import { announce } from '#lib/store/writing/announce.ts';
import { buryAgent } from '#lib/store/writing/bury-agent.ts';
import { buryRecord, findAnywhere, noteDeletion } from '#lib/store/writing/open-source.ts';
import { isOlder } from '#lib/store/writing/save-agent.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { SourceDraft } from './draft.ts';
import type { ProblemLog } from './problem-log.ts';

/** ICAR-IMPORT `action="delete"`: a tombstone, with what lies below only when `cascade` says so. Told twice, it has nothing to do. */
export async function loadDeletion(client: pg.ClientBase, draft: SourceDraft, log: ProblemLog): Promise<void> {
  const { identifier, lastUpdate, line } = draft;
  if (identifier === null) return log.warn('delete-unknown', 'a deletion without identifier', line);
  const record = await findAnywhere(client, identifier);
  if (!record) return deleteAgent(client, draft, identifier, log);
  if (record.gone) return;
  const buried = await buryRecord(client, record.id, draft.cascade);
  if (buried === null)
    return log.warn('delete-refused', `deletion of ${identifier} without cascade: it has records below, kept`, line);
  const version = isOlder(lastUpdate, record.lastUpdate) ? record.lastUpdate : lastUpdate;
  if (record.sourceId !== null) await noteDeletion(client, record.sourceId, version);
  log.counts.deleted += buried;
  await indexRecords(client, { sql: 'SELECT id FROM touched_record', values: [] });
  await announce(client, 'holdings.deleted', record.id, { identifier, cascade: draft.cascade });
}

async function deleteAgent(
  client: pg.ClientBase,
  draft: SourceDraft,
  identifier: string,
  log: ProblemLog,
): Promise<void> {
  const agent = await buryAgent(client, identifier, draft.lastUpdate);
  if (agent === null)
    return log.warn('delete-unknown', `deletion of ${identifier}: nothing is held under it`, draft.line);
  log.counts.agents++;
  if (agent.outcome === 'buried') await announce(client, 'agent.changed', agent.id, { outcome: 'deleted' });
}
