import type pg from 'pg';
import type { AgentResolver } from '#lib/store/writing/agent-resolver.ts';
import { isOwnManifest } from '#lib/records/object-address.ts';
import { boundedKey } from '#lib/store/writing/bounded-key.ts';
import type { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { KnownSource } from '#lib/store/writing/known-source.ts';
import type { MergeCounts } from '#lib/store/writing/merge-source.ts';
import { NewSource, type NewUnit, type SourcePlace } from '#lib/store/writing/new-source.ts';
import {
  closeSource,
  findBySystemIdentifier,
  openSource,
  standsBelow,
  type OpenSource,
} from '#lib/store/writing/open-source.ts';
import { keepRestrictions } from '#lib/store/visibility/keep-restrictions.ts';
import { findOrMakeInstitution } from '#lib/store/writing/save-institution.ts';
import type { StagedUnit } from '#lib/store/writing/staged-unit.ts';
import type { QuarantinedUnit, SourceDraft, UnitDraft } from './draft.ts';
import { mappingVersion } from './mapping-version.ts';
import { OpenUnits } from './open-units.ts';
import { toSearchSource } from './search-source.ts';
import { idsNeeded, namedMentions, toStagedUnit } from './staged-unit.ts';

/**
 * Units written at a time: enough to make COPY cheap, few enough to stay small. Three batches live at once (read, prepared, written), each
 * several times over: a file of 2 GB with
 * 6 KB a unit took 612 MB of node by 2,000 units, 363 with the bound of letters (2026-11-25).
 */
const batchSize = 2000;
/** Letters of their notes, past which fewer units are enough. */
const batchLetters = 500_000;

/** ICAR-IMPORT 2.0: the word by which a record names the one above it. */
const superiorRecord = /sovraordinat/i;

export interface LoadSettings {
  pool: pg.Pool;
  fileName: string;
  fileHash: string;
  repository: string | null;
  dryRun: boolean;
  today: string;
  /** Where the site is, without a slash at its end. */
  baseUrl: string;
  /** Stage every source, also new ones: a file that says something of a unit after what lies below it. */
  stageAll: boolean;
}

/** A unit of a new source goes on after others below it were written: the file has to be read again with `stageAll`. */
export class LateContent extends Error {}

/** Where the units of a source go: into place, to be compared, or (preview of a new source) nowhere. */
type Destination =
  { kind: 'new'; source: NewSource } | { kind: 'known'; source: KnownSource } | { kind: 'preview'; units: number };

export interface LoadedSource {
  counts: MergeCounts;
  rootId: string | null;
  notice: Notice | null;
}

/** Why the source does not stand where it says. */
interface Notice {
  code: string;
  message: string;
}

/** One source on its way into the store, within the caller's transaction. */
export class SourceLoad {
  private batch: UnitDraft[] = [];
  private letters = 0;
  private readonly openUnits: OpenUnits;
  private source: (OpenSource & SourcePlace & { key: string }) | null = null;
  private notice: Notice | null = null;
  private destination: Destination | null = null;
  private newRootId: string | null = null;
  private readonly keep = { componentKeys: [] as string[], parentOrdinals: [] as number[] };

  constructor(
    private readonly client: pg.ClientBase,
    private readonly mint: IdentifierMint,
    private readonly agents: AgentResolver,
    private readonly draft: SourceDraft,
    private readonly settings: LoadSettings,
  ) {
    this.openUnits = new OpenUnits(mint);
  }

  /** (repository, key) once the root unit has been seen: what two files of one run may not share. */
  get identity(): string | null {
    return this.source ? `${this.source.repositoryId} ${this.source.key}` : null;
  }

  /** The store's own note of the last version it read, for sources that carry one (ICAR lastUpdate). */
  get lastUpdate(): string | null {
    return this.source?.lastUpdate ?? null;
  }

  async open(root: UnitDraft): Promise<void> {
    const code = this.settings.repository ?? this.draft.repositoryCode ?? this.draft.repositoryName ?? 'ND';
    const name = this.draft.repositoryName ?? (code === 'ND' ? 'Istituto non indicato' : null);
    const repositoryId = await findOrMakeInstitution(this.client, this.mint, code.slice(0, 300), name);
    const key = boundedKey(this.draft.identifier ?? root.referenceCode ?? this.settings.fileName);
    const opened = await openSource(this.client, {
      repositoryId,
      key,
      format: this.draft.format,
      title: root.title,
    });
    const attach = await this.superior(root, { repositoryId, rootId: opened.rootId });
    this.source = { ...opened, sourceId: opened.id, repositoryId, attach, key };
  }

  /** Resolves with nothing to wait for until a batch is full. */
  add(draft: UnitDraft): Promise<void> | void {
    const unit = withoutOwnManifests(draft, this.settings.baseUrl);
    this.batch.push(unit);
    this.letters += lettersOf(unit);
    if (this.batch.length >= batchSize || this.letters >= batchLetters) return this.flush();
  }

  quarantine(unit: QuarantinedUnit): void {
    if (unit.componentId !== null) this.keep.componentKeys.push(boundedKey(unit.componentId));
    else if (unit.parentOrdinal !== null) this.keep.parentOrdinals.push(unit.parentOrdinal);
  }

  /** Compares the whole source with the store and, unless this is a preview, writes the difference and its search rows. */
  async finish(onStep: (step: string) => void): Promise<LoadedSource> {
    const source = this.source;
    if (!source) throw new Error('finish() before open()');
    if (this.batch.length > 0) await this.flush();
    const loaded = await this.conclude(onStep);
    if (!this.settings.dryRun) {
      await keepRestrictions(this.client, source.id, this.settings.today);
      await closeSource(this.client, source.id, {
        fileHash: this.settings.fileHash,
        mappingVersion,
        lastUpdate: this.draft.lastUpdate,
      });
    }
    return { ...loaded, notice: this.notice };
  }

  private async conclude(onStep: (step: string) => void): Promise<{ counts: MergeCounts; rootId: string | null }> {
    const counts: MergeCounts = { created: 0, changed: 0, unchanged: 0, moved: 0, deleted: 0 };
    const destination = this.destination;
    if (!destination) throw new Error('a source without units cannot be concluded');
    switch (destination.kind) {
      case 'preview':
        return { counts: { ...counts, created: destination.units }, rootId: null };
      case 'new': {
        onStep('write');
        if (this.newRootId === null) throw new Error('a source without archdesc cannot be written');
        counts.created = await destination.source.finish(this.newRootId);
        return { counts, rootId: this.newRootId };
      }
      case 'known':
        return destination.source.finish(this.openUnits.lateClosures, { ...this.settings, onStep });
    }
  }

  /** Hands the batch to the database and lets parsing go on while it is written. */
  private async flush(): Promise<void> {
    const units = this.batch;
    this.batch = [];
    this.letters = 0;
    const destination = (this.destination ??= await this.choose(units));
    // What lies below was written without it, or (a preview) would not be looked at.
    if (destination.kind !== 'known' && units.some((unit) => unit.revision)) throw new LateContent();
    for (const unit of units) if (namedMentions(unit).length !== unit.agents.length) unit.agents = namedMentions(unit);
    await this.agents.resolve(units.flatMap((unit) => unit.agents));
    await this.mint.reserve(idsNeeded(units));
    if (destination.kind === 'preview') destination.units += units.length;
    else if (destination.kind === 'known') await destination.source.write(units.map((unit) => this.stage(unit)));
    else await destination.source.write(units.map((unit) => this.place(unit)));
  }

  private stage(unit: UnitDraft): StagedUnit {
    return toStagedUnit(unit, this.openUnits.standingOf(unit), this.agents, this.mint, this.settings.today);
  }

  private place(unit: UnitDraft): NewUnit {
    const row = this.stage(unit);
    const agents = unit.agents.map((mention) => ({ mention, agent: this.agents.of(mention) }));
    const above = this.openUnits.enter(unit, row, agents);
    this.newRootId ??= row.candidateId;
    const rootId = this.source?.attach?.rootId ?? this.newRootId;
    return { row, located: { source: toSearchSource(unit, row, agents, rootId), above } };
  }

  private async choose(units: readonly UnitDraft[]): Promise<Destination> {
    const source = this.source;
    if (!source) throw new Error('units came before the source was opened');
    const { pool, dryRun, stageAll } = this.settings;
    if (source.rootId === null && !stageAll && !units.some((unit) => unit.revision)) {
      if (dryRun) return { kind: 'preview', units: 0 };
      await this.openUnits.hangBelow(this.client, source.attach?.id ?? null);
      return { kind: 'new', source: new NewSource(this.client, source, pool) };
    }
    return { kind: 'known', source: new KnownSource(this.client, { ...source, keep: this.keep }, pool) };
  }

  /** ICAR-IMPORT sends parts of one fonds as records of their own that name the record above them. */
  private async superior(
    root: UnitDraft,
    source: { repositoryId: string; rootId: string | null },
  ): Promise<SourcePlace['attach']> {
    const above = root.records.find((mention) => superiorRecord.test(mention.kind));
    if (!above) return null;
    const attach = await findBySystemIdentifier(this.client, source.repositoryId, above.identifier);
    if (!attach) {
      this.notice = {
        code: 'superior-unknown',
        message: `the record above, ${above.identifier}, is not known yet: kept as a root`,
      };
    } else if (source.rootId !== null && (await standsBelow(this.client, attach.id, source.rootId))) {
      const message = `the record above, ${above.identifier}, stands below this one itself: kept as a root`;
      this.notice = { code: 'superior-below', message };
      return null;
    }
    return attach;
  }
}

/** A finding aid of ours that is read again links to manifests of images that are here already: no second time, in whatever format it comes. */
const withoutOwnManifests = (unit: UnitDraft, base: string): UnitDraft =>
  unit.digitalObjects.some(({ href }) => isOwnManifest(href, base))
    ? { ...unit, digitalObjects: unit.digitalObjects.filter(({ href }) => !isOwnManifest(href, base)) }
    : unit;

function lettersOf({ description }: UnitDraft): number {
  let letters = 0;
  for (const notes of Object.values(description.elements)) for (const note of notes) letters += note.html.length;
  return letters;
}
