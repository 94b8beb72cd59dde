import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import { announce } from '#lib/store/writing/announce.ts';
import type { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { saveAgent } from '#lib/store/writing/save-agent.ts';
import { saveInstitution } from '#lib/store/writing/save-institution.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { AgentDraft, InstitutionDraft } from './draft.ts';

/** Authority files of one source file, within its transaction. */
export class AuthorityLoad {
  constructor(
    private readonly client: pg.ClientBase,
    private readonly mint: IdentifierMint,
    private readonly agents: AgentResolver,
    private readonly dryRun: boolean,
  ) {}

  /** `lastUpdate`: ICAR's. @returns false when what is held is newer. */
  async agent(draft: AgentDraft, lastUpdate: string | null): Promise<boolean> {
    const { relations, records, line: _line, xpath: _xpath, kind: _kind, ...rest } = draft;
    const contentHash = createHash('sha1')
      .update(JSON.stringify([rest, relations, records]))
      .digest('hex');
    const saved = await saveAgent(this.client, this.mint, this.agents, {
      identifiers: draft.identifiers,
      kind: draft.agentKind,
      authorisedName: draft.authorisedName,
      dates: draft.dates,
      description: JSON.stringify(draft.description),
      relations,
      internal: draft.internal,
      contentHash,
      lastUpdate,
    });
    if (saved.outcome === 'stale') return false;
    if (saved.outcome === 'unchanged') return true;
    this.agents.forget();
    if (this.dryRun) return true;
    // Names of creators are searched with their records.
    await indexRecords(this.client, {
      sql: `SELECT DISTINCT record_id AS id FROM eli4u.record_agent WHERE agent_id = $1`,
      values: [saved.id],
    });
    await announce(this.client, 'agent.changed', saved.id, { outcome: saved.outcome });
    return true;
  }

  async institution(draft: InstitutionDraft): Promise<void> {
    const description = JSON.stringify(draft.description);
    const content = [draft.code, draft.otherCodes, draft.name, draft.otherNames];
    const contentHash = createHash('sha1').update(JSON.stringify(content)).update(description).digest('hex');
    const saved = await saveInstitution(this.client, this.mint, { ...draft, description, contentHash });
    if (saved.outcome !== 'unchanged' && !this.dryRun)
      await announce(this.client, 'institution.changed', saved.id, { outcome: saved.outcome });
  }
}
