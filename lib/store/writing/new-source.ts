import type pg from 'pg';
import { markDue } from '#lib/store/europeana/mark-due.ts';
import { announceSearchChange } from '#lib/search/postgres-index-changes.ts';
import { SearchRowMaker, type SearchRows } from '#lib/search/postgres-index-rows.ts';
import type { Located } from '#lib/search/postgres-index-source.ts';
import { positionGap } from '#lib/records/sibling-order.ts';
import { copyArray, copyLine, copyRows, type CopyValue } from './copy-rows.ts';
import { shown } from '#lib/store/shown.ts';
import { recountChildren } from './child-count.ts';
import { mostSatellites, type StagedUnit } from './staged-unit.ts';

/** Where the units of a source go. */
export interface SourcePlace {
  sourceId: number;
  repositoryId: string;
  /** Another source's record below which this one hangs (ICAR: superior record), else null. */
  attach: { id: string; rootId: string; depth: number } | null;
}

/** A unit and what its search rows are made of. */
export interface NewUnit {
  row: StagedUnit;
  located: Located;
}

const recordColumns = `id, repository_id, source_id, component_key, parent_id, root_id, position, depth, level, level_label, unit_type, reference_code,
  former_codes, title, title_lang, date_display, date_start, date_end, date_certainty, description, internal, closed, closed_until,
  consultable_from, visibility, digital, content_hash, inherited_hash`;

/**
 * A source that the store does not hold: nothing to compare, so its units go by COPY straight to where they stay, with their search rows, while
 * parsing goes on. Their ids are given, parents come before children, and document order is their order. By way of the staging tables
 * 40,000 units took 11.0 s until searchable, straight 6.5 (2026-11-24).
 */
export class NewSource {
  private readonly rows: SearchRowMaker;
  private writing: Promise<void> = Promise.resolve();
  private units = 0;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly place: SourcePlace,
    dictionary: pg.Pool,
  ) {
    this.rows = new SearchRowMaker(dictionary, dictionary);
  }

  /** Takes a batch; resolves once the one before it is written. */
  async write(units: readonly NewUnit[]): Promise<void> {
    const search = await this.rows.prepare(units.map((unit) => unit.located));
    await this.writing;
    this.units += units.length;
    this.writing = this.copy(
      units.map((unit) => unit.row),
      search,
    );
    // awaited with the next batch or at the end; until then a failure must not count as unhandled
    this.writing.catch(() => undefined);
  }

  /** @returns how many records there are now that were not there before. */
  async finish(rootId: string): Promise<number> {
    await this.writing;
    await this.client.query(
      `UPDATE eli4u.record p SET child_count = c.n
         FROM (SELECT r.parent_id, count(*)::integer AS n FROM eli4u.record r
                WHERE r.source_id = $1 AND r.parent_id IS NOT NULL AND ${shown('r')} GROUP BY 1) c
        WHERE p.id = c.parent_id AND p.source_id = $1`,
      [this.place.sourceId],
    );
    if (this.place.attach) await recountChildren(this.client, [this.place.attach.id]);
    await this.client.query('UPDATE eli4u.source SET root_id = $2 WHERE id = $1', [this.place.sourceId, rootId]);
    return this.units;
  }

  private async copy(units: readonly StagedUnit[], search: SearchRows): Promise<void> {
    await copyRows(this.client, `eli4u.record (${recordColumns})`, this.records(units));
    await this.copyIfAny(
      'record_agent (record_id, ordinal, agent_id, role, label, date_start, date_end, date_display, internal)',
      agentsOf(units),
    );
    await this.copyIfAny('digital_object (id, record_id, position, href, label, role, media_type)', objectsOf(units));
    await this.copyIfAny('record_relation (from_id, kind, ordinal, identifier, note)', relationsOf(units));
    await this.rows.copy(this.client, search);
    await announceSearchChange(
      this.client,
      units.map((unit) => unit.candidateId),
    );
    const digitised = units.filter((unit) => unit.digitalObjects.length > 0);
    if (digitised.length > 0)
      await markDue(
        this.client,
        digitised.map((unit) => unit.candidateId),
      );
  }

  private async copyIfAny(into: string, rows: readonly CopyValue[][]): Promise<void> {
    if (rows.length > 0) await copyRows(this.client, `eli4u.${into}`, rows.map(copyLine));
  }

  private *records(units: readonly StagedUnit[]): Generator<string> {
    const { sourceId, repositoryId, attach } = this.place;
    const depth = attach ? attach.depth + 1 : 0;
    for (const unit of units) {
      const parentId = unit.parentCandidateId ?? attach?.id ?? null;
      yield copyLine([
        unit.candidateId,
        repositoryId,
        sourceId,
        unit.componentKey,
        parentId,
        this.rootIdOf(unit),
        (unit.ordinal + 1) * positionGap,
        unit.depth + depth,
        unit.level,
        unit.levelLabel,
        unit.unitType,
        unit.referenceCode,
        copyArray(unit.formerCodes),
        unit.title,
        unit.titleLang,
        unit.dates.display,
        unit.dates.start,
        unit.dates.end,
        unit.dates.certainty,
        unit.description,
        unit.internal,
        unit.closed !== null,
        unit.closed?.until ?? null,
        unit.consultableFrom,
        unit.visibility,
        unit.digitalObjects.length > 0,
        `\\x${unit.contentHash}`,
        `\\x${unit.inheritedHash}`,
      ]);
    }
  }

  private ownRootId: string | null = null;

  private rootIdOf(unit: StagedUnit): string {
    if (this.place.attach) return this.place.attach.rootId;
    return (this.ownRootId ??= unit.candidateId);
  }
}

function agentsOf(units: readonly StagedUnit[]): CopyValue[][] {
  return units.flatMap((unit) =>
    unit.agents
      .slice(0, mostSatellites)
      .map((agent, index) => [
        unit.candidateId,
        index + 1,
        agent.agentId,
        agent.role,
        agent.label ?? null,
        agent.dates?.start ?? null,
        agent.dates?.end ?? null,
        agent.dates?.display ?? null,
        agent.internal ?? false,
      ]),
  );
}

function objectsOf(units: readonly StagedUnit[]): CopyValue[][] {
  return units.flatMap((unit) =>
    unit.digitalObjects.map((object, index) => [
      object.id,
      unit.candidateId,
      index + 1,
      object.href,
      object.label,
      object.role,
      object.mediaType ?? null,
    ]),
  );
}

function relationsOf(units: readonly StagedUnit[]): CopyValue[][] {
  return units.flatMap((unit) =>
    unit.relations
      .slice(0, mostSatellites)
      .map((relation, index) => [
        unit.candidateId,
        relation.kind,
        index + 1,
        relation.identifier,
        relation.note ?? null,
      ]),
  );
}
