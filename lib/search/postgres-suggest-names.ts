import type pg from 'pg';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { shown, shownTie } from '#lib/store/shown.ts';
import { fold } from './fold.ts';
import { facetLexeme, quoteLexeme } from './lexemes.ts';
import { rangeOf } from './postgres-suggest-ranges.ts';
import { rowsOf } from './postgres-scope.ts';
import { mostSuggestions, type Scope, type Suggestion } from './search.ts';

/** In public, an agent is known by a tie that is shown to a record that is shown; who is only party to a procedure is nobody's business. */
const publicTie = `AND NOT a.internal AND EXISTS (SELECT FROM (
    SELECT l.record_id FROM eli4u.record_agent l WHERE l.agent_id = a.id AND ${shownTie('l')} OFFSET 0) l
  CROSS JOIN LATERAL (SELECT FROM eli4u.record r WHERE r.id = l.record_id AND ${shown('r')} LIMIT 1) r)`;

/** Agents, places and subjects that begin so. The transaction is to be held to `walkIndexes`. */
export async function suggestNames(
  client: pg.ClientBase,
  scope: Scope,
  typed: string,
): Promise<[agents: Suggestion[], places: Suggestion[], subjects: Suggestion[]]> {
  const agents = await suggestAgents(client, scope, typed);
  return [agents, ...(await suggestAccessPoints(client, scope, typed))];
}

/** Agents whose name begins so. */
async function suggestAgents(client: pg.ClientBase, scope: Scope, typed: string): Promise<Suggestion[]> {
  const { from, to } = rangeOf(agentNameKey(typed));
  const { rows } = await client.query<{ id: string; label: string; type: string }>(
    `SELECT a.id, a.authorised_name AS label, a.kind AS type FROM eli4u.agent a
     WHERE a.name_key COLLATE "C" >= $1 AND a.name_key COLLATE "C" < $2 AND a.deleted_at IS NULL ${scope === 'public' ? publicTie : ''}
     ORDER BY a.name_key COLLATE "C", a.id LIMIT ${mostSuggestions}`,
    [from, to],
  );
  return rows.map((row) => ({ kind: 'agent', note: null, ...row }));
}

/** Values tried of each facet: some are borne by no record any more, or by none that the public sees. */
const tried = 16;

/** Places and subjects that begin so, and that some record of the scope bears: values alone say nothing of who may see them. */
async function suggestAccessPoints(
  client: pg.ClientBase,
  scope: Scope,
  typed: string,
): Promise<[places: Suggestion[], subjects: Suggestion[]]> {
  const { from, to } = rangeOf(fold(typed).replace(/\s+/g, ' ').trim());
  const { rows } = await client.query<{ facet: 'place' | 'subject'; value: string }>(
    `SELECT t.facet, t.value FROM unnest('{place,subject}'::text[]) AS f(facet) CROSS JOIN LATERAL (
       SELECT t.facet, t.value FROM eli4u.facet_term t
       WHERE t.facet = f.facet AND eli4u.folded(t.value) COLLATE "C" >= $1 AND eli4u.folded(t.value) COLLATE "C" < $2
       ORDER BY eli4u.folded(t.value) COLLATE "C" LIMIT ${tried}) t`,
    [from, to],
  );
  if (rows.length === 0) return [[], []];
  // Under the record's own flags: a row that lags behind lends nothing.
  const seen = scope === 'public' ? shown('r') : 'r.deleted_at IS NULL';
  const marks = rows.map(({ facet, value }) => quoteLexeme(facetLexeme(facet, value)));
  const { rows: borne } = await client.query<{ mark: string }>(
    `SELECT m.mark FROM unnest($1::text[]) AS m(mark)
     WHERE EXISTS (SELECT FROM ${rowsOf(scope)} JOIN eli4u.record r ON r.id = d.record_id AND ${seen}
       WHERE d.words @@ m.mark::tsquery)`,
    [[...new Set(marks)]],
  );
  const isBorne = new Set(borne.map(({ mark }) => mark));
  const suggestions = rows
    .filter((_, index) => isBorne.has(marks[index] ?? ''))
    .map(({ facet, value }): Suggestion => ({ kind: facet, label: value, id: null, type: null, note: null }));
  return [suggestions.filter(({ kind }) => kind === 'place'), suggestions.filter(({ kind }) => kind === 'subject')];
}
