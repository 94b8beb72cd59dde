import { createReadStream } from 'node:fs';
import type pg from 'pg';
import { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import { announce } from '#lib/store/writing/announce.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { isOlder } from '#lib/store/writing/save-agent.ts';
import { writeHoldings } from '#lib/store/writing/write-transaction.ts';
import type { AgentDraft, Draft, InstitutionDraft, Problem, SourceDraft, UnitDraft } from './draft.ts';
import { AuthorityLoad } from './load-authority.ts';
import { loadDeletion } from './load-deletion.ts';
import { loadWithdrawal } from './load-withdrawal.ts';
import { saveOrigin, type Provider } from '#lib/store/writing/oai-origin.ts';
import { LateContent, SourceLoad, type LoadSettings } from './load-source.ts';
import { readSource } from './parse/source.ts';
import { ProblemLog } from './problem-log.ts';
import { noCounts, type FileReport } from './report.ts';

export interface LoadContext extends Omit<LoadSettings, 'stageAll'> {
  path: string;
  /** Identities of this run and the file that brought each first. */
  identities: Map<string, string>;
  onProgress: (units: number, step: string) => void;
  /** Settles once the raw source is kept: without it nothing is committed. */
  kept: Promise<void>;
  /** Who answered with it; absent for a file. */
  provider?: Provider | undefined;
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
  try {
    return await attempt(context, false);
  } catch (error) {
    if (!(error instanceof LateContent)) throw error;
    return attempt(context, true);
  }
}

async function attempt(context: LoadContext, stageAll: boolean): Promise<FileReport> {
  const claimed: string[] = [];
  try {
    return await writeHoldings(context.pool, async (client) => {
      const value = await new FileLoad(client, { ...context, stageAll }, claimed).run();
      await context.kept;
      return { keep: !context.dryRun, value };
    });
  } catch (error) {
    for (const identity of claimed) context.identities.delete(identity);
    if (!(error instanceof FileRefused)) throw error;
    return refused(context.fileName, error);
  }
}

function refused(file: string, { problem, units: met }: FileRefused): FileReport {
  const units = Math.max(1, met);
  const counts = { ...noCounts, read: units, quarantined: units, problems: 1 };
  return { file, format: null, outcome: 'quarantined', counts, problems: [{ ...problem, file, units }] };
}

class FileLoad {
  private readonly log: ProblemLog;
  private readonly mint: IdentifierMint;
  private readonly agents: AgentResolver;
  private readonly authorities: AuthorityLoad;
  private format: string | null = null;
  private units = 0;
  private source: SourceDraft | null = null;
  private load: SourceLoad | null = null;
  /** The current source is read over: it was loaded before in this run, is older than what is held, or is a deletion. */
  private skipping = false;
  private repeated: Problem | null = null;
  /** What the provider calls what comes now. */
  private origin: string | null = null;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly context: LoadContext & LoadSettings,
    private readonly claimed: string[],
  ) {
    this.log = new ProblemLog(context.fileName);
    // Ids come from a sequence: asking for them need not wait for what is being written.
    this.mint = new IdentifierMint(context.pool);
    this.agents = new AgentResolver(client, this.mint);
    this.authorities = new AuthorityLoad(client, this.mint, this.agents, context.dryRun);
  }

  async run(): Promise<FileReport> {
    const input = createReadStream(this.context.path, { highWaterMark: 1 << 18 });
    for await (const drafts of readSource(input, {
      fileName: this.context.fileName,
      harvested: this.context.provider !== undefined,
    })) {
      for (const draft of drafts) {
        const pending = this.take(draft);
        if (pending) await pending;
      }
      this.context.onProgress(this.units, 'read');
    }
    const { counts, problems, firstSevere } = this.log;
    // Nothing of the file was loaded: what was made on the way to that is undone.
    if (this.claimed.length === 0 && firstSevere && counts.read === counts.quarantined)
      throw new FileRefused(firstSevere, counts.quarantined);
    if (this.agents.stubs > 0)
      this.log.warn('agent-stub', `${this.agents.stubs} agents are known by name only: no authority record matches`);
    return { file: this.context.fileName, format: this.format, outcome: 'loaded', counts, problems };
  }

  /** Gives nothing to wait for in most cases: of a million units all but some hundred are only put aside. */
  private take(draft: Draft): Promise<void> | void {
    switch (draft.kind) {
      case 'source':
        return this.openSource(draft);
      case 'unit':
        return this.takeUnit(draft);
      case 'agent':
        return this.takeAgent(draft);
      case 'institution':
        if (!this.skipping && this.claimAuthority(draft, draft.code)) return this.authorities.institution(draft);
        return;
      case 'quarantined':
        this.units += draft.units;
        this.log.counts.read += draft.units;
        this.log.counts.quarantined += draft.units;
        this.load?.quarantine(draft);
        return this.log.note(draft.problem, draft.units, draft.raw);
      case 'problem':
        return this.log.note(draft.problem);
      case 'failed':
        throw new FileRefused(draft.problem, Math.max(this.units, draft.units));
      case 'sourceEnd':
        return this.endSource(draft.units);
      case 'origin':
        this.origin = draft.identifier;
        return;
      case 'withdrawn':
        return this.withdraw(draft.identifier);
    }
  }

  private openSource(draft: SourceDraft): Promise<void> | void {
    this.source = draft;
    this.format = draft.format;
    this.load = null;
    this.skipping = draft.action === 'delete';
    if (this.skipping) return loadDeletion(this.client, draft, this.log);
  }

  private takeUnit(unit: UnitDraft): Promise<void> | void {
    if (!unit.revision) this.units++;
    if (this.skipping) return;
    return this.load ? this.load.add(unit) : this.beginSource(unit);
  }

  private async takeAgent(draft: AgentDraft): Promise<void> {
    if (this.skipping || !this.claimAuthority(draft, draft.identifiers[0] ?? draft.authorisedName)) return;
    const lastUpdate = this.source?.lastUpdate ?? null;
    if (await this.authorities.agent(draft, lastUpdate)) return this.noteOrigin('agent', draft.identifiers[0] ?? null);
    const message = `lastUpdate ${lastUpdate} of ${draft.authorisedName} is older than what is held: left as it is`;
    this.log.warn('older-version', message, draft.line);
  }

  /** Of two files that describe one agent or institution the second is kept aside, as it is with holdings; one file may say more of it. */
  private claimAuthority(draft: AgentDraft | InstitutionDraft, identifier: string): boolean {
    const identity = `${draft.kind} ${identifier}`;
    if (this.claimed.includes(identity) || this.claim(identity, draft)) {
      this.log.counts.agents++;
      return true;
    }
    this.passOver(1);
    return false;
  }

  private async beginSource(root: UnitDraft): Promise<void> {
    if (!this.source) throw new Error('a unit came before its source');
    const load = new SourceLoad(this.client, this.mint, this.agents, this.source, this.context);
    this.load = load;
    await load.open(root);
    this.skipping = !this.claim(load.identity ?? '', root) || this.isStale(load.lastUpdate);
    if (!this.skipping) await load.add(root);
  }

  /** The second file of one run with one identity is quarantined (design §3). */
  private claim(identity: string, unit: { line: number; xpath: string }): boolean {
    const first = this.context.identities.get(identity);
    if (first === undefined) {
      this.context.identities.set(identity, this.context.path);
      this.claimed.push(identity);
      return true;
    }
    const message = `same source as ${first}, which was read before in this run`;
    this.repeated = { code: 'identity-repeated', severity: 'severe', message, line: unit.line, xpath: unit.xpath };
    return false;
  }

  /** ICAR lastUpdate: an older version does not undo a newer one. */
  private isStale(known: string | null): boolean {
    const incoming = this.source?.lastUpdate ?? null;
    const stale = isOlder(incoming, known);
    if (stale)
      this.log.warn(
        'older-version',
        `lastUpdate ${incoming} is older than what is held (${known}): left as it is`,
        this.source?.line,
      );
    return stale;
  }

  private async endSource(units: number): Promise<void> {
    const load = this.load;
    this.load = null;
    if (!load) return;
    if (this.skipping) return this.passOver(units);
    const { counts, rootId, notice } = await load.finish((step) => this.context.onProgress(this.units, step));
    if (notice) this.log.warn(notice.code, notice.message);
    this.log.counts.read += counts.created + counts.changed + counts.unchanged + counts.moved;
    for (const key of ['created', 'changed', 'unchanged', 'moved', 'deleted'] as const)
      this.log.counts[key] += counts[key];
    await this.noteOrigin('record', rootId);
    const touched = counts.created + counts.changed + counts.moved + counts.deleted;
    if (!this.context.dryRun && rootId !== null && touched > 0)
      await announce(this.client, 'holdings.changed', rootId, { ...counts, file: this.context.fileName });
  }

  private async noteOrigin(kind: 'record' | 'agent', value: string | null): Promise<void> {
    const { provider, dryRun } = this.context;
    if (provider && this.origin !== null && value !== null && !dryRun)
      await saveOrigin(this.client, provider, { identifier: this.origin, kind, value });
  }

  private async withdraw(identifier: string): Promise<void> {
    if (this.context.provider) await loadWithdrawal(this.client, this.context.provider, identifier, this.log);
  }

  private passOver(units: number): void {
    this.log.counts.read += units;
    if (this.repeated === null) this.log.counts.unchanged += units;
    else {
      this.log.counts.quarantined += units;
      this.log.note(this.repeated, units);
      this.repeated = null;
    }
  }
}
