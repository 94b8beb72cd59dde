import type pg from 'pg';
import type { AgentKind } from '#lib/records/agent.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import type { IdentifierMint } from './identifier-mint.ts';

export interface MentionedAgent {
  kind: AgentKind;
  name: string | null;
  identifier: string | null;
}

interface AgentRow {
  id: string;
  kind: AgentKind;
  name_key: string;
  stub: boolean;
  identified: boolean;
}

const cacheSize = 50_000;

/**
 * Finds the agents that records mention: by identifier, then by authorised form, else a stub is made (design §3).
 * A name finds an agent that bears another identifier only if the mention brings none: namesakes stay apart.
 */
export class AgentResolver {
  stubs = 0;
  private readonly known = new Map<string, string>();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly mint: IdentifierMint,
  ) {}

  /** The id found before; `resolve` must have seen the mention. */
  idOf(mention: MentionedAgent): string {
    const id = this.known.get(mentionKey(mention));
    if (id === undefined) throw new Error(`agent not resolved: ${mention.name ?? mention.identifier}`);
    return id;
  }

  async resolve(mentions: readonly MentionedAgent[]): Promise<void> {
    if (this.known.size > cacheSize) this.known.clear();
    const wanted = new Map<string, MentionedAgent>();
    for (const mention of mentions) {
      const key = mentionKey(mention);
      if (!this.known.has(key)) wanted.set(key, mention);
    }
    if (wanted.size === 0) return;
    await this.byIdentifier(wanted);
    await this.byName(wanted);
    await this.makeStubs(wanted);
  }

  private async byIdentifier(wanted: Map<string, MentionedAgent>): Promise<void> {
    const values = [...wanted.values()].flatMap((mention) => mention.identifier ?? []);
    if (values.length === 0) return;
    const { rows } = await this.client.query<{ value: string; agent_id: string }>(
      'SELECT value, agent_id FROM eli4u.agent_identifier WHERE value = ANY($1)',
      [values],
    );
    const found = new Map(rows.map((row) => [row.value, row.agent_id]));
    for (const [key, mention] of wanted) {
      const id = mention.identifier === null ? undefined : found.get(mention.identifier);
      if (id !== undefined) this.settle(wanted, key, id);
    }
  }

  private async byName(wanted: Map<string, MentionedAgent>): Promise<void> {
    const keys = [...wanted.values()].flatMap((mention) => (mention.name ? agentNameKey(mention.name) : []));
    if (keys.length === 0) return;
    const { rows } = await this.client.query<AgentRow>(
      `SELECT id, kind, name_key, stub, EXISTS (SELECT FROM eli4u.agent_identifier i WHERE i.agent_id = a.id) AS identified
         FROM eli4u.agent a WHERE name_key = ANY($1) AND deleted_at IS NULL ORDER BY stub, id`,
      [keys],
    );
    const named = groupByName(rows);
    const identifiers: { agentId: string; value: string }[] = [];
    for (const [key, mention] of wanted) {
      if (!mention.name) continue;
      const candidates = (named.get(agentNameKey(mention.name)) ?? []).filter((row) => fits(row, mention));
      const match = candidates.find((row) => row.kind === mention.kind) ?? candidates[0];
      if (!match) continue;
      if (mention.identifier !== null) {
        identifiers.push({ agentId: match.id, value: mention.identifier });
        match.identified = true;
      }
      this.settle(wanted, key, match.id);
    }
    await this.addIdentifiers(identifiers);
  }

  private async makeStubs(wanted: Map<string, MentionedAgent>): Promise<void> {
    if (wanted.size === 0) return;
    await this.mint.reserve(wanted.size);
    // One name mentioned with and without identifier in one batch is one stub.
    const made = new Map<string, string>();
    const rows: { id: string; mention: MentionedAgent }[] = [];
    const identifiers: { agentId: string; value: string }[] = [];
    const order = [...wanted].sort(([, a], [, b]) => Number(a.identifier === null) - Number(b.identifier === null));
    for (const [key, mention] of order) {
      const name = mention.name ?? mention.identifier ?? '';
      const nameKey = `${mention.kind}:${agentNameKey(name)}`;
      let id = mention.identifier === null ? made.get(nameKey) : undefined;
      if (id === undefined) {
        id = this.mint.take();
        rows.push({ id, mention });
        if (!made.has(nameKey)) made.set(nameKey, id);
        if (mention.identifier !== null) identifiers.push({ agentId: id, value: mention.identifier });
      }
      this.known.set(key, id);
    }
    this.stubs += rows.length;
    await this.client.query(
      `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, stub)
       SELECT id, kind, name, key, true FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t (id, kind, name, key)`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.mention.kind),
        rows.map((row) => row.mention.name ?? row.mention.identifier ?? ''),
        rows.map((row) => agentNameKey(row.mention.name ?? row.mention.identifier ?? '')),
      ],
    );
    await this.addIdentifiers(identifiers);
  }

  private async addIdentifiers(identifiers: readonly { agentId: string; value: string }[]): Promise<void> {
    if (identifiers.length === 0) return;
    await this.client.query(
      `INSERT INTO eli4u.agent_identifier (value, agent_id) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      [identifiers.map((row) => row.value), identifiers.map((row) => row.agentId)],
    );
  }

  private settle(wanted: Map<string, MentionedAgent>, key: string, id: string): void {
    this.known.set(key, id);
    wanted.delete(key);
  }
}

function fits(row: AgentRow, mention: MentionedAgent): boolean {
  const sameKind = row.kind === mention.kind || row.kind === 'unknown' || mention.kind === 'unknown';
  return sameKind && (mention.identifier === null || !row.identified);
}

function mentionKey(mention: MentionedAgent): string {
  return mention.identifier !== null
    ? `i:${mention.identifier}`
    : `n:${mention.kind}:${agentNameKey(mention.name ?? '')}`;
}

function groupByName(rows: AgentRow[]): Map<string, AgentRow[]> {
  const groups = new Map<string, AgentRow[]>();
  for (const row of rows) groups.set(row.name_key, [...(groups.get(row.name_key) ?? []), row]);
  return groups;
}
