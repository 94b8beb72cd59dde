import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { saveAgent } from '#lib/store/writing/save-agent.ts';
import { saveInstitution } from '#lib/store/writing/save-institution.ts';
import { buryRecord, findAnywhere } from '#lib/store/writing/open-source.ts';
import { writeHoldings } from '#lib/store/writing/write-transaction.ts';
import { announce } from '#lib/store/writing/announce.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { AgentDraft, Draft, InstitutionDraft, Problem, SourceDraft, UnitDraft } from './draft.ts';
import { SourceLoad, type LoadSettings } from './load-source.ts';
import { readSource } from './parse/source.ts';
import { noCounts, type Counts, type FileReport, type ReportedProblem } from './report.ts';

/** At most this many problems of one file are kept word for word; the rest is counted. */
const problemsKept = 500;

export interface LoadContext extends LoadSettings {
  path: string;
  /** Identities of this run and the file that brought each first. */
  identities: Map<string, string>;
  onProgress: (units: number, step: string) => void;
}

/** The whole file cannot be loaded; what the transaction did is undone. */
class FileRefused extends Error {
  constructor(
    readonly problem: Problem,
    readonly units: number,
  ) {
    super(problem.message);
  }
}

/** Loads one file in one transaction: all of it or none. A refused file is a report, not an exception; a broken world throws. */
export async function loadFile(context: LoadContext): Promise<FileReport> {
  const load = new FileLoad(context);
  try {
    return await writeHoldings(context.pool, async (client) => {
      const value = await load.run(client);
      return { keep: !context.dryRun, value };
    });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return load.refused(error.problem, Math.max(1, error.units));
  }
}

class FileLoad {
  private readonly counts: Counts = { ...noCounts };
  private readonly problems: ReportedProblem[] = [];
  private readonly claimed: string[] = [];
  private format: string | null = null;
  private units = 0;
  private source: SourceDraft | null = null;
  private load: SourceLoad | null = null;
  /** The current source is read over: it was loaded before in this run, is older than what is held, or is a deletion. */
  private skipping = false;
  private repeated: Problem | null = null;

  constructor(private readonly context: LoadContext) {}

  async run(client: pg.PoolClient): Promise<FileReport> {
    const mint = new IdentifierMint(client);
    const agents = new AgentResolver(client, mint);
    const input = createReadStream(this.context.path, { highWaterMark: 1 << 18 });
    for await (const drafts of readSource(input, { fileName: this.context.fileName })) {
      for (const draft of drafts) await this.take(draft, client, mint, agents);
      this.context.onProgress(this.units, 'read');
    }
    // Nothing of the file was loaded: what was made on the way to that is undone.
    if (this.claimed.length === 0 && this.counts.read > 0 && this.counts.read === this.counts.quarantined) {
      const first = this.problems.find((problem) => problem.severity === 'severe');
      if (first) throw new FileRefused(first, this.counts.quarantined);
    }
    if (agents.stubs > 0) {
      this.note({
        code: 'agent-stub',
        severity: 'warning',
        message: `${agents.stubs} agents are known by name only: no authority record matches`,
      });
    }
    return {
      file: this.context.fileName,
      format: this.format,
      outcome: 'loaded',
      counts: this.counts,
      problems: this.problems,
    };
  }

  refused(problem: Problem, units: number): FileReport {
    for (const identity of this.claimed) this.context.identities.delete(identity);
    const counts = { ...noCounts, read: units, quarantined: units, problems: 1 };
    const problems = [{ ...problem, file: this.context.fileName, units }];
    return { file: this.context.fileName, format: this.format, outcome: 'quarantined', counts, problems };
  }

  private async take(draft: Draft, client: pg.PoolClient, mint: IdentifierMint, agents: AgentResolver): Promise<void> {
    switch (draft.kind) {
      case 'source':
        this.source = draft;
        this.format = draft.format;
        this.load = null;
        this.skipping = false;
        if (draft.action === 'delete') await this.bury(draft, client);
        return;
      case 'unit':
        return this.takeUnit(draft, client, mint, agents);
      case 'agent':
        return this.takeAgent(draft, client, mint, agents);
      case 'institution':
        return this.takeInstitution(draft, client, mint);
      case 'quarantined':
        this.units += draft.units;
        this.counts.read += draft.units;
        this.counts.quarantined += draft.units;
        this.load?.quarantine(draft);
        this.note(draft.problem, draft.units, draft.raw);
        return;
      case 'problem':
        this.note(draft.problem);
        return;
      case 'failed':
        throw new FileRefused(draft.problem, Math.max(this.units, draft.units));
      case 'sourceEnd':
        return this.endSource(draft.units, client);
    }
  }

  private async takeUnit(
    unit: UnitDraft,
    client: pg.PoolClient,
    mint: IdentifierMint,
    agents: AgentResolver,
  ): Promise<void> {
    if (!unit.revision) this.units++;
    if (this.skipping) return;
    if (!this.load) {
      if (!this.source) throw new Error('a unit came before its source');
      this.load = new SourceLoad(client, mint, agents, this.source, this.context);
      await this.load.open(unit);
      if (!this.claim(this.load.identity ?? '', unit) || this.isStale(this.load.lastUpdate)) {
        this.skipping = true;
        return;
      }
    }
    await this.load.add(unit);
  }

  /** The second file of one run with one identity is quarantined (design §3). */
  private claim(identity: string, unit: UnitDraft): boolean {
    const first = this.context.identities.get(identity);
    if (first === undefined) {
      this.context.identities.set(identity, this.context.fileName);
      this.claimed.push(identity);
      return true;
    }
    const problem = {
      code: 'identity-repeated',
      message: `same source as ${first}, which was read before in this run`,
      line: unit.line,
      xpath: unit.xpath,
    };
    this.repeated = { ...problem, severity: 'severe' };
    return false;
  }

  /** ICAR lastUpdate: an older version does not undo a newer one. */
  private isStale(known: string | null): boolean {
    const incoming = this.source?.lastUpdate ?? null;
    const stale = known !== null && incoming !== null && Date.parse(incoming) < Date.parse(known);
    if (stale) {
      this.note({
        code: 'older-version',
        severity: 'warning',
        message: `lastUpdate ${incoming} is older than what is held (${known}): left as it is`,
        line: this.source?.line,
      });
    }
    return stale;
  }

  private async endSource(units: number, client: pg.PoolClient): Promise<void> {
    const load = this.load;
    this.load = null;
    if (!load) return;
    if (this.skipping) {
      this.counts.read += units;
      if (this.repeated) {
        this.counts.quarantined += units;
        this.note(this.repeated, units);
        this.repeated = null;
      } else this.counts.unchanged += units;
      return;
    }
    const { counts, rootId, notice } = await load.finish(units, (step) => this.context.onProgress(this.units, step));
    if (notice) this.note({ code: 'superior-unknown', severity: 'warning', message: notice });
    this.counts.read += counts.created + counts.changed + counts.unchanged + counts.moved;
    for (const key of ['created', 'changed', 'unchanged', 'moved', 'deleted'] as const) this.counts[key] += counts[key];
    if (
      !this.context.dryRun &&
      rootId !== null &&
      counts.created + counts.changed + counts.moved + counts.deleted > 0
    ) {
      await announce(client, 'holdings.changed', rootId, { ...counts, file: this.context.fileName });
    }
  }

  private async takeAgent(
    draft: AgentDraft,
    client: pg.PoolClient,
    mint: IdentifierMint,
    agents: AgentResolver,
  ): Promise<void> {
    const { relations, records, line: _line, xpath: _xpath, kind: _kind, ...rest } = draft;
    const description = JSON.stringify(draft.description);
    const contentHash = createHash('sha1')
      .update(JSON.stringify([rest, relations, records]))
      .digest('hex');
    const saved = await saveAgent(client, mint, agents, {
      identifiers: draft.identifiers,
      kind: draft.agentKind,
      authorisedName: draft.authorisedName,
      dates: draft.dates,
      description,
      relations,
      internal: draft.internal,
      contentHash,
    });
    this.counts.agents++;
    if (saved.outcome === 'unchanged' || this.context.dryRun) return;
    // Names of creators are searched with their records.
    await indexRecords(client, {
      sql: `SELECT DISTINCT record_id AS id FROM eli4u.record_agent WHERE agent_id = $1`,
      values: [saved.id],
    });
    await announce(client, 'agent.changed', saved.id, { outcome: saved.outcome });
  }

  private async takeInstitution(draft: InstitutionDraft, client: pg.PoolClient, mint: IdentifierMint): Promise<void> {
    const description = JSON.stringify(draft.description);
    const content = [draft.code, draft.otherCodes, draft.name, draft.otherNames];
    const contentHash = createHash('sha1').update(JSON.stringify(content)).update(description).digest('hex');
    const saved = await saveInstitution(client, mint, { ...draft, description, contentHash });
    this.counts.agents++;
    if (saved.outcome !== 'unchanged' && !this.context.dryRun)
      await announce(client, 'institution.changed', saved.id, { outcome: saved.outcome });
  }

  /** ICAR-IMPORT `action="delete"`: a tombstone, with what lies below only when `cascade` says so. */
  private async bury(draft: SourceDraft, client: pg.PoolClient): Promise<void> {
    const identifier = draft.identifier;
    this.skipping = true;
    if (identifier === null)
      return this.note({
        code: 'delete-unknown',
        severity: 'warning',
        message: 'a deletion without identifier',
        line: draft.line,
      });
    const record = await findAnywhere(client, identifier);
    if (!record)
      return this.note({
        code: 'delete-unknown',
        severity: 'warning',
        message: `deletion of ${identifier}: no such record is held`,
        line: draft.line,
      });
    const buried = await buryRecord(client, record.id, draft.cascade);
    if (buried === null) {
      return this.note({
        code: 'delete-refused',
        severity: 'warning',
        message: `deletion of ${identifier} without cascade: it has records below, kept`,
        line: draft.line,
      });
    }
    this.counts.deleted += buried;
    await indexRecords(client, { sql: 'SELECT id FROM touched_record', values: [] });
    await announce(client, 'holdings.deleted', record.id, { identifier, cascade: draft.cascade });
  }

  private note(problem: Problem, units = 0, raw?: string): void {
    this.counts.problems++;
    if (this.problems.length < problemsKept || problem.severity === 'severe') {
      this.problems.push({ ...problem, file: this.context.fileName, units, raw });
    }
  }
}
