import type pg from 'pg';
import type { AgentKind } from '#lib/records/agent.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { boundedKey } from './bounded-key.ts';
import type { IdentifierMint } from './identifier-mint.ts';

export interface MentionedAgent {
  kind: AgentKind;
  name: string | null;
  identifier: string | null;
}

/** An agent as records show it. */
export interface ResolvedAgent {
  id: string;
  name: string;
  internal: boolean;
}

interface AgentRow extends ResolvedAgent {
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
  private readonly known = new Map<string, ResolvedAgent>();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly mint: IdentifierMint,
  ) {}

  /** The agent found before; `resolve` must have seen the mention. */
  of(mention: MentionedAgent): ResolvedAgent {
    const agent = this.known.get(mentionKey(mention));
    if (agent === undefined) throw new Error(`agent not resolved: ${mention.name ?? mention.identifier}`);
    return agent;
  }

  /** Authority records have come since: what was found is looked up again. */
  forget(): void {
    this.known.clear();
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
    const values = [...wanted.values()].flatMap((mention) => keyOf(mention) ?? []);
    if (values.length === 0) return;
    const { rows } = await this.client.query<ResolvedAgent & { value: string }>(
      `SELECT i.value, a.id, a.authorised_name AS name, a.internal
         FROM eli4u.agent_identifier i JOIN eli4u.agent a ON a.id = i.agent_id WHERE i.value = ANY($1)`,
      [values],
    );
    const found = new Map(rows.map(({ value, ...agent }) => [value, agent]));
    for (const [key, mention] of wanted) {
      const agent = found.get(keyOf(mention) ?? '');
      if (agent !== undefined) this.settle(wanted, key, agent);
    }
  }

  private async byName(wanted: Map<string, MentionedAgent>): Promise<void> {
    const keys = [...wanted.values()].flatMap((mention) => (mention.name ? agentNameKey(mention.name) : []));
    if (keys.length === 0) return;
    const { rows } = await this.client.query<AgentRow>(
      `SELECT id, authorised_name AS name, internal, kind, name_key, stub, EXISTS (SELECT FROM eli4u.agent_identifier i WHERE i.agent_id = a.id) AS identified
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
      const value = keyOf(mention);
      if (value !== null) {
        identifiers.push({ agentId: match.id, value });
        match.identified = true;
      }
      this.settle(wanted, key, { id: match.id, name: match.name, internal: match.internal });
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
        const value = keyOf(mention);
        if (value !== null) identifiers.push({ agentId: id, value });
      }
      this.known.set(key, { id, name, internal: false });
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

  private settle(wanted: Map<string, MentionedAgent>, key: string, agent: ResolvedAgent): void {
    this.known.set(key, agent);
    wanted.delete(key);
  }
}

function fits(row: AgentRow, mention: MentionedAgent): boolean {
  const sameKind = row.kind === mention.kind || row.kind === 'unknown' || mention.kind === 'unknown';
  return sameKind && (mention.identifier === null || !row.identified);
}

/** The mention's identifier as the store keys it. */
function keyOf({ identifier }: MentionedAgent): string | null {
  return identifier === null ? null : boundedKey(identifier);
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
