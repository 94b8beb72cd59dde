import type pg from 'pg';
import { Ancestry, type Ancestor } from '#lib/search/postgres-index-source.ts';
import type { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import type { LateClosure } from '#lib/store/writing/known-source.ts';
import type { StagedUnit } from '#lib/store/writing/staged-unit.ts';
import type { UnitDraft } from './draft.ts';
import { isInternal, type NamedAgent } from './search-source.ts';
import { laterClosure, type Standing } from './staged-unit.ts';

interface OpenUnit {
  ordinal: number;
  standing: Standing;
  ancestor: Ancestor | null;
}

/** The units that are open now, by depth: what their children take from them. Memory grows with the depth of a file and not with its length. */
export class OpenUnits {
  readonly lateClosures: LateClosure[] = [];
  private readonly open: OpenUnit[] = [];
  /** What the root hangs below. */
  private base: Ancestor | null = null;

  constructor(private readonly mint: IdentifierMint) {}

  /** The record of another source that stands above the root; null for none. */
  async hangBelow(client: pg.ClientBase, recordId: string | null): Promise<void> {
    if (recordId === null) return;
    const ancestry = new Ancestry();
    await ancestry.learn(client, new Set([recordId]));
    this.base = ancestry.of(recordId);
  }

  /** What a unit takes from above; it is open from now on. An id must have been reserved. */
  standingOf(unit: UnitDraft): Standing {
    const above = unit.depth > 0 ? this.open[unit.depth - 1] : undefined;
    const before = this.open[unit.depth];
    const closed = laterClosure(above?.standing.closed ?? null, unit.closed);
    let standing: Standing;
    if (unit.revision && before?.ordinal === unit.ordinal) {
      if (closed !== null && before.standing.closed === null) this.lateClosures.push({ ordinal: unit.ordinal, closed });
      standing = { ...before.standing, revision: before.standing.revision + 1, closed };
    } else {
      const parentCandidateId = above?.standing.candidateId ?? null;
      standing = { revision: 0, candidateId: this.mint.take(), parentCandidateId, closed };
    }
    this.open[unit.depth] = { ordinal: unit.ordinal, standing, ancestor: null };
    return standing;
  }

  /** Notes what the unit hands down to those below it. @returns what stands above it. */
  enter(unit: UnitDraft, row: StagedUnit, agents: readonly NamedAgent[]): Ancestor | null {
    const above = unit.depth > 0 ? (this.open[unit.depth - 1]?.ancestor ?? null) : this.base;
    const own = this.open[unit.depth];
    if (own)
      own.ancestor = {
        id: row.candidateId,
        isPublic: !unit.internal && row.visibility !== 'hidden',
        languages: unit.description.languages,
        creators: agents
          .filter(({ mention }) => mention.role === 'creator')
          .map((named) => ({ id: named.agent.id, internal: isInternal(named) })),
        above,
      };
    return above;
  }
}
