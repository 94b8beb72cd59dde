import type pg from 'pg';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { applySource } from './apply-source.ts';
import { compareSource, type MergeCounts, type SourceMerge } from './merge-source.ts';
import type { StagedUnit } from './staged-unit.ts';
import { UnitSettlement } from './settle-units.ts';
import { closeBelow, createStaging, finishStaging, stageUnits } from './staging.ts';

/** Access conditions said after the components they hold for. */
export interface LateClosure {
  ordinal: number;
  closed: { until: string | null };
}

/** A source that has to be compared with what the store holds of it: staged whole, then merged (README, "Writing holdings"). */
export class KnownSource {
  private writing: Promise<void> = Promise.resolve();
  private created = false;
  private revised = false;
  private readonly settlement: UnitSettlement;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly merge: SourceMerge,
    private readonly dictionary: pg.Pool,
  ) {
    this.settlement = new UnitSettlement(client, merge);
  }

  /** Takes a batch; resolves once the one before it is staged. */
  async write(units: readonly StagedUnit[]): Promise<void> {
    await this.writing;
    this.writing = this.stage(units);
    // awaited with the next batch or at the end; until then a failure must not count as unhandled
    this.writing.catch(() => undefined);
  }

  private async stage(units: readonly StagedUnit[]): Promise<void> {
    if (!this.created) await createStaging(this.client);
    this.created = true;
    this.revised ||= units.some((unit) => unit.revision > 0);
    await stageUnits(this.client, await this.settlement.settle(units));
  }

  /** Compares and, unless this is a preview, writes the difference and its search rows. `today` is an ISO date. */
  async finish(
    lateClosures: readonly LateClosure[],
    settings: { dryRun: boolean; today: string; onStep: (step: string) => void },
  ): Promise<{ counts: MergeCounts; rootId: string | null }> {
    await this.writing;
    settings.onStep('compare');
    const settled = this.settlement.complete && lateClosures.length === 0;
    await finishStaging(this.client, { revised: this.revised, settled });
    for (const { ordinal, closed } of lateClosures) await closeBelow(this.client, ordinal, closed, settings.today);
    const counts = await compareSource(this.client, this.merge, settled);
    if (settings.dryRun) return { counts, rootId: this.merge.rootId };
    settings.onStep('write');
    const { rootId } = await applySource(this.client, this.merge);
    settings.onStep('index');
    await indexRecords(
      this.client,
      { sql: 'SELECT id FROM touched_record', values: [] },
      { dictionary: this.dictionary },
    );
    return { counts, rootId };
  }
}
