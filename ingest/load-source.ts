import type pg from 'pg';
import { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import { applySource } from '#lib/store/writing/apply-source.ts';
import type { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { compareSource, type MergeCounts, type SourceMerge } from '#lib/store/writing/merge-source.ts';
import { closeSource, findBySystemIdentifier, openSource, type OpenSource } from '#lib/store/writing/open-source.ts';
import { findOrMakeInstitution } from '#lib/store/writing/save-institution.ts';
import { closeBelow, createStaging, finishStaging, stageUnits } from '#lib/store/writing/staging.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { QuarantinedUnit, SourceDraft, UnitDraft } from './draft.ts';
import { mappingVersion } from './mapping-version.ts';
import { idsNeeded, laterClosure, namedMentions, toStagedUnit, type Standing } from './staged-unit.ts';

/** Units staged at a time: enough to make COPY cheap, few enough to stay small (2,000 units of 2 KB are 4 MB). */
const batchSize = 2000;

/** ICAR-IMPORT 2.0: the word by which a record names the one above it. */
const superiorRecord = /sovraordinat/i;

export interface LoadSettings {
  pool: pg.Pool;
  fileName: string;
  fileHash: string;
  repository: string | null;
  dryRun: boolean;
  today: string;
}

/** One source on its way into the store, within the caller's transaction. */
export class SourceLoad {
  private batch: UnitDraft[] = [];
  private staging: Promise<void> = Promise.resolve();
  /** The units that are open now, by depth: what their children take from them. */
  private readonly openUnits: { ordinal: number; standing: Standing }[] = [];
  private revised = false;
  private readonly lateClosures: { ordinal: number; closed: { until: string | null } }[] = [];
  private source: (OpenSource & { repositoryId: string; key: string }) | null = null;
  private root: UnitDraft | null = null;
  private readonly keep = { componentKeys: [] as string[], parentOrdinals: [] as number[] };

  constructor(
    private readonly client: pg.ClientBase,
    private readonly mint: IdentifierMint,
    private readonly agents: AgentResolver,
    private readonly draft: SourceDraft,
    private readonly settings: LoadSettings,
  ) {}

  /** (repository, key) once the root unit has been seen: what two files of one run may not share. */
  get identity(): string | null {
    return this.source ? `${this.source.repositoryId} ${this.source.key}` : null;
  }

  /** The store's own note of the last version it read, for sources that carry one (ICAR lastUpdate). */
  get lastUpdate(): string | null {
    return this.source?.lastUpdate ?? null;
  }

  async open(root: UnitDraft): Promise<void> {
    this.root = root;
    const code = this.settings.repository ?? this.draft.repositoryCode ?? this.draft.repositoryName ?? 'ND';
    const name = this.draft.repositoryName ?? (code === 'ND' ? 'Istituto non indicato' : null);
    const repositoryId = await findOrMakeInstitution(this.client, this.mint, code.slice(0, 300), name);
    const key = this.draft.identifier ?? root.referenceCode ?? this.settings.fileName;
    const opened = await openSource(this.client, {
      repositoryId,
      key: key.slice(0, 500),
      format: this.draft.format,
      title: root.title,
    });
    this.source = { ...opened, repositoryId, key };
    await createStaging(this.client);
  }

  async add(unit: UnitDraft): Promise<void> {
    this.batch.push(unit);
    if (this.batch.length >= batchSize) await this.flush();
  }

  quarantine(unit: QuarantinedUnit): void {
    if (unit.componentId !== null) this.keep.componentKeys.push(unit.componentId);
    else if (unit.parentOrdinal !== null) this.keep.parentOrdinals.push(unit.parentOrdinal);
  }

  /** Hands the batch to the database and lets parsing go on while it is written. */
  private async flush(): Promise<void> {
    const units = this.batch;
    this.batch = [];
    await this.staging;
    this.staging = this.stage(units);
    this.staging.catch(() => undefined);
  }

  private async stage(units: UnitDraft[]): Promise<void> {
    for (const unit of units) if (namedMentions(unit).length !== unit.agents.length) unit.agents = namedMentions(unit);
    await this.agents.resolve(units.flatMap((unit) => unit.agents));
    await this.mint.reserve(idsNeeded(units));
    const rows = units.map((unit) =>
      toStagedUnit(unit, this.standingOf(unit), this.agents, this.mint, this.settings.today),
    );
    await stageUnits(this.client, rows, this.isNew ? null : (this.source?.id ?? null));
  }

  private get isNew(): boolean {
    return this.source?.rootId === null;
  }

  /** Only open units are remembered, so that memory grows with the depth of a file and not with its length. */
  private standingOf(unit: UnitDraft): Standing {
    const above = unit.depth > 0 ? this.openUnits[unit.depth - 1] : undefined;
    const before = this.openUnits[unit.depth];
    const closed = laterClosure(above?.standing.closed ?? null, unit.closed);
    let standing: Standing;
    if (unit.revision && before?.ordinal === unit.ordinal) {
      this.revised = true;
      if (closed !== null && before.standing.closed === null) this.lateClosures.push({ ordinal: unit.ordinal, closed });
      standing = { ...before.standing, revision: before.standing.revision + 1, closed };
    } else {
      standing = {
        revision: 0,
        candidateId: this.mint.take(),
        parentCandidateId: above?.standing.candidateId ?? null,
        closed,
      };
    }
    this.openUnits[unit.depth] = { ordinal: unit.ordinal, standing };
    return standing;
  }

  /** Compares the whole source with the store and, unless this is a preview, writes the difference and its search rows. */
  async finish(
    units: number,
    onStep: (step: string) => void,
  ): Promise<{ counts: MergeCounts; rootId: string | null; notice: string | null }> {
    const source = this.source;
    if (!source || !this.root) throw new Error('finish() before open()');
    if (this.batch.length > 0) await this.flush();
    await this.staging;
    onStep('compare');
    await finishStaging(this.client, { revised: this.revised, isNew: this.isNew });
    for (const { ordinal, closed } of this.lateClosures)
      await closeBelow(this.client, ordinal, closed, this.settings.today);
    const { attach, notice } = await this.superior(source);
    const merge: SourceMerge = {
      sourceId: source.id,
      repositoryId: source.repositoryId,
      rootId: source.rootId,
      attach,
      keep: this.keep,
    };
    const counts = await compareSource(this.client, merge);
    if (this.settings.dryRun) return { counts, rootId: source.rootId, notice };
    onStep('write');
    const { rootId } = await applySource(this.client, merge);
    onStep('index');
    await indexRecords(
      this.client,
      { sql: 'SELECT id FROM touched_record', values: [] },
      { dictionary: this.settings.pool },
    );
    await closeSource(this.client, source.id, {
      fileHash: this.settings.fileHash,
      mappingVersion,
      lastUpdate: this.draft.lastUpdate,
      units,
    });
    return { counts, rootId, notice };
  }

  /** ICAR-IMPORT sends parts of one fonds as records of their own that name the record above them. */
  private async superior(source: {
    repositoryId: string;
  }): Promise<{ attach: SourceMerge['attach']; notice: string | null }> {
    const above = this.root?.records.find((mention) => superiorRecord.test(mention.kind));
    if (!above) return { attach: null, notice: null };
    const attach = await findBySystemIdentifier(this.client, source.repositoryId, above.identifier);
    return {
      attach,
      notice: attach ? null : `the record above, ${above.identifier}, is not known yet: kept as a root`,
    };
  }
}
