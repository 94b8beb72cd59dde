import type pg from 'pg';
import { positionGap } from '#lib/records/sibling-order.ts';
import type { SourceMerge } from './merge-source.ts';
import type { StagedUnit } from './staged-unit.ts';

/** What is known of a unit before the whole source has been read; null when it has to be matched afterwards. */
export interface SettledUnit {
  row: StagedUnit;
  settled: Settlement | null;
}

export interface Settlement {
  outcome: 'created' | 'changed' | 'unchanged';
  recordId: string;
  parentId: string | null;
  position: number;
}

interface Held {
  id: string;
  parentId: string | null;
  position: number;
  depth: number;
  likeness: string;
}

/** Component ids are never empty. */
const rootKey = '';
const noKey = '\0';

/** A unit whose children are being read. */
interface OpenParent {
  /** Null above the root of a source that hangs below nothing. */
  recordId: string | null;
  /** Of its last child that was settled. */
  lastPosition: number;
}

/**
 * Settles, while a known source is still being read, the units that carry their id and stand where they stood: under the same record, after the
 * same siblings. In a file that comes again that is nearly all, and what is left for `match-units.ts` and `place-units.ts` is little or nothing.
 */
export class UnitSettlement {
  /** By depth; null where the unit itself has to be matched, and so all below it. */
  private readonly open: (OpenParent | null)[] = [];
  /** Nothing was left to be matched so far. */
  complete = true;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly source: Pick<SourceMerge, 'sourceId' | 'rootId' | 'attach'>,
  ) {}

  async settle(units: readonly StagedUnit[]): Promise<SettledUnit[]> {
    if (this.source.rootId === null) return units.map((row) => ({ row, settled: asNew(row) }));
    const held = await this.readHeld(units);
    return units.map((row) => {
      const settled = this.compare(row, held);
      if (settled === null) this.complete = false;
      return { row, settled };
    });
  }

  private compare(row: StagedUnit, held: ReadonlyMap<string, Held>): Settlement | null {
    const known = row.depth === 0 ? held.get(rootKey) : held.get(row.componentKey ?? noKey);
    const parent = row.depth === 0 ? this.above : this.open[row.depth - 1];
    this.open[row.depth] = null;
    if (!known || !parent || row.revision > 0) return null;
    if (known.parentId !== parent.recordId || known.position <= parent.lastPosition) return null;
    if (row.depth === 0 && known.depth !== (this.source.attach ? this.source.attach.depth + 1 : 0)) return null;
    parent.lastPosition = known.position;
    this.open[row.depth] = { recordId: known.id, lastPosition: -Infinity };
    const outcome = known.likeness === likenessOf(row) ? 'unchanged' : 'changed';
    return { outcome, recordId: known.id, parentId: known.parentId, position: known.position };
  }

  /** What the root hangs below: it has no siblings to keep in order with. */
  private get above(): OpenParent {
    return { recordId: this.source.attach?.id ?? null, lastPosition: -Infinity };
  }

  /** Live records of the source by component id; the root's is the empty one. */
  private async readHeld(units: readonly StagedUnit[]): Promise<Map<string, Held>> {
    const keys = units.flatMap((unit) => (unit.depth > 0 && unit.revision === 0 ? (unit.componentKey ?? []) : []));
    const { sourceId, rootId } = this.source;
    const root = units.some((unit) => unit.depth === 0) ? rootId : null;
    const { rows } = await this.client.query<[string, string, string | null, string | number, number, string]>({
      text: `SELECT CASE WHEN id = $3 THEN '${rootKey}' ELSE component_key END, id, parent_id, position, depth,
          concat_ws(' ', encode(content_hash, 'hex'), encode(inherited_hash, 'hex'), visibility, to_char(closed_until, 'YYYY-MM-DD'))
        FROM eli4u.record
       WHERE source_id = $1 AND component_key = ANY($2) AND id <> $4 AND deleted_at IS NULL OR id = $3 AND deleted_at IS NULL`,
      values: [sourceId, keys, root, rootId],
      rowMode: 'array',
    });
    return new Map(
      rows.map(([key, id, parentId, position, depth, likeness]) => [
        key,
        { id, parentId, position: Number(position), depth, likeness },
      ]),
    );
  }
}

function likenessOf(row: StagedUnit): string {
  const likeness = `${row.contentHash} ${row.inheritedHash} ${row.visibility}`;
  return row.closed?.until ? `${likeness} ${row.closed.until}` : likeness;
}

/** Its candidate id is its id, and document order is its order. */
function asNew(row: StagedUnit): Settlement {
  const position = (row.ordinal + 1) * positionGap;
  return { outcome: 'created', recordId: row.candidateId, parentId: row.parentCandidateId, position };
}
