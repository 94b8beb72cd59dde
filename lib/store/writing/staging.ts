import type pg from 'pg';
import type { Level } from '#lib/records/level.ts';
import type { RecordDates } from '#lib/records/dates.ts';
import { copyArray, copyLine, copyRows } from './copy-rows.ts';

/** One unit of a source, ready to be compared with what the store holds. JSON is already text, for it is hashed too. */
export interface StagedUnit {
  ordinal: number;
  /** Later rows of one ordinal win: an archdesc whose elements go on after its components. */
  revision: number;
  parentOrdinal: number | null;
  depth: number;
  componentKey: string | null;
  level: Level;
  levelLabel: string | null;
  unitType: string | null;
  referenceCode: string | null;
  formerCodes: readonly string[];
  title: string;
  titleLang: string | null;
  dates: RecordDates;
  description: string;
  /** JSON array of { agentId, role, label?, dates? , internal? } */
  agents: string;
  /** JSON array of { id, href, label, role, mediaType } */
  digitalObjects: string;
  /** JSON array of { kind, identifier, note } */
  relations: string;
  internal: boolean;
  closed: { until: string | null } | null;
  contentHash: string;
  inheritedHash: string;
  candidateId: string;
}

const columns = `ordinal, revision, parent_ordinal, depth, component_key, level, level_label, unit_type, reference_code, former_codes, title,
  title_lang, date_display, date_start, date_end, date_certainty, description, agents, digital_objects, relations, internal, closed,
  closed_until, content_hash, inherited_hash, candidate_id`;

/** The staging table lives and dies with its transaction: a killed run leaves nothing. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE IF NOT EXISTS staged_unit (
      ordinal integer NOT NULL, revision smallint NOT NULL, parent_ordinal integer, depth smallint NOT NULL, component_key text,
      level text NOT NULL, level_label text, unit_type text, reference_code text, former_codes text[] NOT NULL, title text NOT NULL,
      title_lang text, date_display text, date_start date, date_end date, date_certainty text NOT NULL, description jsonb NOT NULL,
      agents jsonb NOT NULL, digital_objects jsonb NOT NULL, relations jsonb NOT NULL, internal boolean NOT NULL, closed boolean NOT NULL,
      closed_until date, content_hash bytea NOT NULL, inherited_hash bytea NOT NULL, candidate_id text NOT NULL,
      record_id text, existing boolean NOT NULL DEFAULT false, position bigint, parent_id text,
      closed_here boolean NOT NULL DEFAULT false, closed_until_here date, visibility text, consultable_from date, outcome text
    ) ON COMMIT DROP;
    TRUNCATE staged_unit;`);
}

export async function stageUnits(client: pg.ClientBase, units: readonly StagedUnit[]): Promise<void> {
  await copyRows(client, `staged_unit (${columns})`, lines(units));
}

function* lines(units: readonly StagedUnit[]): Generator<string> {
  for (const unit of units) {
    yield copyLine([
      unit.ordinal,
      unit.revision,
      unit.parentOrdinal,
      unit.depth,
      unit.componentKey,
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
      unit.agents,
      unit.digitalObjects,
      unit.relations,
      unit.internal,
      unit.closed !== null,
      unit.closed?.until ?? null,
      `\\x${unit.contentHash}`,
      `\\x${unit.inheritedHash}`,
      unit.candidateId,
    ]);
  }
}

/** After the last row: superseded revisions go, indexes and statistics come, so that the merge is planned on facts. */
export async function finishStaging(client: pg.ClientBase): Promise<void> {
  await client.query(`
    DELETE FROM staged_unit a USING (SELECT ordinal, max(revision) AS revision FROM staged_unit WHERE revision > 0 GROUP BY ordinal) b
     WHERE a.ordinal = b.ordinal AND a.revision < b.revision;
    CREATE UNIQUE INDEX IF NOT EXISTS staged_ordinal ON staged_unit (ordinal);
    CREATE INDEX IF NOT EXISTS staged_depth ON staged_unit (depth);
    CREATE INDEX IF NOT EXISTS staged_parent ON staged_unit (parent_ordinal, ordinal);
    ANALYZE staged_unit;`);
}
