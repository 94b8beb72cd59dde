import type pg from 'pg';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { announce } from '#lib/store/writing/announce.ts';
import { buryAgent } from '#lib/store/writing/bury-agent.ts';
import { takeOrigins, type Provider } from '#lib/store/writing/oai-origin.ts';
import { buryRecord, findRoot, noteDeletion } from '#lib/store/writing/open-source.ts';
import type { ProblemLog } from './problem-log.ts';

/** What a provider has deleted is a tombstone here too, with all that lies below; what we never had from it is none of ours. */
export async function loadWithdrawal(
  client: pg.ClientBase,
  provider: Provider,
  identifier: string,
  log: ProblemLog,
): Promise<void> {
  for (const { kind, value } of await takeOrigins(client, provider, identifier)) {
    if (kind === 'agent') await withdrawAgent(client, value, log);
    else await withdrawRecord(client, value, identifier, log);
  }
}

async function withdrawRecord(client: pg.ClientBase, id: string, identifier: string, log: ProblemLog): Promise<void> {
  const root = await findRoot(client, id);
  if (!root || root.gone) return;
  const buried = await buryRecord(client, id, true);
  if (root.sourceId !== null) await noteDeletion(client, root.sourceId, null);
  log.counts.deleted += buried ?? 0;
  await indexRecords(client, { sql: 'SELECT id FROM touched_record', values: [] });
  await announce(client, 'holdings.deleted', id, { identifier, cascade: true });
}

async function withdrawAgent(client: pg.ClientBase, identifier: string, log: ProblemLog): Promise<void> {
  const agent = await buryAgent(client, identifier, null);
  if (agent?.outcome !== 'buried') return;
  log.counts.agents++;
  await announce(client, 'agent.changed', agent.id, { outcome: 'deleted' });
}
