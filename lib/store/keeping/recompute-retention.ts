import type pg from 'pg';
import { keepingOf, keptFileOf, type KeptFile } from '#lib/procedures/cases/retention-computed.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import { retentionSchema } from '#lib/procedures/types/retention.ts';
import { readRetentionFacts } from './retention-facts.ts';
import { saveRetention } from './save-retention.ts';

interface Row {
  how: string;
  rule: unknown;
  reason: string | null;
  closed_on: string;
  document: unknown;
}

/** A fact from which the years run has changed: the day moves with it. What somebody gave by hand stays. */
export async function recomputeRetention(
  client: Pick<pg.ClientBase, 'query'>,
  id: string,
  by: string,
  at: Date,
): Promise<void> {
  const { rows } = await client.query<Row>(
    `SELECT k.how, k.rule, k.reason, r.closed_on, p.document FROM eli4u.retention k JOIN eli4u.record r ON r.id = k.record_id
       LEFT JOIN eli4u.procedure p ON p.id = r.id
      WHERE k.record_id = $1 AND k.how <> 'byHand' AND k.rule IS NOT NULL AND r.closed_on IS NOT NULL FOR UPDATE OF r, k`,
    [id],
  );
  const row = rows[0];
  if (!row) return;
  const rule = retentionSchema.parse(row.rule);
  const keeping = keepingOf(rule, await keptFile(client, id, row), null);
  const common = { rule, by, at };
  if (keeping.kind === 'wanting') {
    const reason = row.reason ?? 'il giorno da cui decorre non è più noto';
    await saveRetention(client, id, { ...common, how: 'postponed', disposition: null, from: null, on: null, reason });
    return;
  }
  const discard = keeping.kind === 'discard' ? keeping : null;
  await saveRetention(client, id, {
    ...common,
    how: 'computed',
    disposition: discard ? 'destroy' : 'keep',
    from: discard?.from ?? null,
    on: discard?.on ?? null,
    reason: null,
  });
}

async function keptFile(client: Pick<pg.ClientBase, 'query'>, id: string, row: Row): Promise<KeptFile> {
  const facts = await readRetentionFacts(client, id);
  if (!row.document) return { closedOn: row.closed_on, decisionEffective: null, answers: {}, facts };
  const procedure = procedureSchema.parse(row.document);
  if (procedure.state === 'running') throw new Error(`${id} runs and is kept as closed`);
  return keptFileOf(procedure, row.closed_on, facts);
}

/** The main case was closed, or opened again: those that wait for it are reckoned anew. */
export async function recomputeDependents(
  client: Pick<pg.ClientBase, 'query'>,
  main: string,
  by: string,
  at: Date,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT record_id AS id FROM eli4u.retention_fact WHERE main_id = $1 ORDER BY record_id LIMIT 1000',
    [main],
  );
  for (const { id } of rows) await recomputeRetention(client, id, by, at);
}
