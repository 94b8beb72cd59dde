import type pg from 'pg';
import { consultableFrom, decideVisibility } from '#lib/access/visibility.ts';
import { positionGap } from '#lib/records/sibling-order.ts';
import { copyArray, copyLine, copyRows } from './copy-rows.ts';
import type { StagedUnit } from './staged-unit.ts';

/**
 * Two tables, so that settling which record a unit is rewrites narrow rows: what is compared, and what is only carried over. Both live and
 * die with their transaction: a killed run leaves nothing.
 */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query(`
    DROP TABLE IF EXISTS staged_unit, staged_content;
    CREATE TEMP TABLE staged_unit (
      ordinal integer NOT NULL, revision smallint NOT NULL, parent_ordinal integer, depth smallint NOT NULL, component_key text,
      level text NOT NULL, reference_code text, title text NOT NULL, date_display text, visibility text NOT NULL, closed_until date,
      content_hash bytea NOT NULL, inherited_hash bytea NOT NULL, candidate_id text NOT NULL, record_id text, parent_id text, position bigint,
      existing boolean NOT NULL, outcome text
    ) ON COMMIT DROP;
    CREATE TEMP TABLE staged_content (
      ordinal integer NOT NULL, revision smallint NOT NULL, level_label text, unit_type text, former_codes text[] NOT NULL, title_lang text,
      date_start date, date_end date, date_certainty text NOT NULL, description jsonb NOT NULL, agents jsonb NOT NULL,
      digital_objects jsonb NOT NULL, relations jsonb NOT NULL, internal boolean NOT NULL, closed boolean NOT NULL, consultable_from date
    ) ON COMMIT DROP;`);
}

/**
 * Writes a batch. Units of a source that the store does not hold (`sourceId` null) are settled at once: their candidate ids are their ids and document
 * order is their order.
 */
export async function stageUnits(
  client: pg.ClientBase,
  units: readonly StagedUnit[],
  sourceId: number | null,
): Promise<void> {
  await copyRows(client, 'staged_unit', unitLines(units, sourceId === null));
  const known = sourceId === null ? new Set<string>() : await heldAsTheyAre(client, sourceId, units);
  await copyRows(client, 'staged_content', contentLines(units.filter((unit) => !known.has(likeness(unit)))));
}

const likeness = (unit: StagedUnit) =>
  [unit.componentKey, unit.contentHash, unit.visibility, unit.closed?.until ?? ''].join(' ');

/** Units with an id that the store holds word for word: what is only carried over need not be carried. */
async function heldAsTheyAre(
  client: pg.ClientBase,
  sourceId: number,
  units: readonly StagedUnit[],
): Promise<Set<string>> {
  const keys = units.flatMap((unit) => (unit.revision === 0 ? (unit.componentKey ?? []) : []));
  if (keys.length === 0) return new Set();
  const { rows } = await client.query<{ likeness: string }>(
    `SELECT concat_ws(' ', component_key, encode(content_hash, 'hex'), visibility, coalesce(to_char(closed_until, 'YYYY-MM-DD'), '')) AS likeness
       FROM eli4u.record WHERE source_id = $1 AND component_key = ANY($2) AND deleted_at IS NULL`,
    [sourceId, keys],
  );
  return new Set(rows.map((row) => row.likeness));
}

function* unitLines(units: readonly StagedUnit[], isNew: boolean): Generator<string> {
  for (const unit of units) {
    yield copyLine([
      unit.ordinal,
      unit.revision,
      unit.parentOrdinal,
      unit.depth,
      unit.componentKey,
      unit.level,
      unit.referenceCode,
      unit.title,
      unit.dates.display,
      unit.visibility,
      unit.closed?.until ?? null,
      `\\x${unit.contentHash}`,
      `\\x${unit.inheritedHash}`,
      unit.candidateId,
      isNew ? unit.candidateId : null,
      isNew ? unit.parentCandidateId : null,
      isNew ? (unit.ordinal + 1) * positionGap : null,
      false,
      isNew ? 'created' : null,
    ]);
  }
}

function* contentLines(units: readonly StagedUnit[]): Generator<string> {
  for (const unit of units) {
    yield copyLine([
      unit.ordinal,
      unit.revision,
      unit.levelLabel,
      unit.unitType,
      copyArray(unit.formerCodes),
      unit.titleLang,
      unit.dates.start,
      unit.dates.end,
      unit.dates.certainty,
      unit.description,
      jsonList(unit.agents),
      jsonList(unit.digitalObjects),
      jsonList(unit.relations),
      unit.internal,
      unit.closed !== null,
      unit.consultableFrom,
    ]);
  }
}

const jsonList = (list: readonly unknown[]) => (list.length === 0 ? '[]' : JSON.stringify(list));

/** After the last row: superseded revisions go; for a source that has to be compared, indexes and statistics come. */
export async function finishStaging(client: pg.ClientBase, facts: { revised: boolean; isNew: boolean }): Promise<void> {
  if (facts.revised) {
    for (const table of ['staged_unit', 'staged_content']) {
      await client.query(
        `DELETE FROM ${table} a USING (SELECT ordinal, max(revision) AS revision FROM ${table} WHERE revision > 0 GROUP BY ordinal) b
          WHERE a.ordinal = b.ordinal AND a.revision < b.revision`,
      );
    }
  }
  if (facts.isNew) return;
  await client.query(`
    CREATE UNIQUE INDEX ON staged_unit (ordinal);
    CREATE INDEX ON staged_unit (parent_ordinal, ordinal);
    ANALYZE staged_unit;`);
}

/** Access conditions that a file says after the components they hold for: what lies below and is open is closed like its parent. */
export async function closeBelow(
  client: pg.ClientBase,
  ordinal: number,
  closed: { until: string | null },
  today: string,
): Promise<void> {
  const facts = { phase: 'historical' as const, sensitivity: 'none' as const, internal: false, closed, lastDate: null };
  const below = `WITH RECURSIVE below AS (
      SELECT ordinal FROM staged_unit WHERE parent_ordinal = $1
      UNION ALL SELECT u.ordinal FROM below b JOIN staged_unit u ON u.parent_ordinal = b.ordinal)`;
  await client.query(
    `${below} UPDATE staged_content c SET closed = true, consultable_from = $2 FROM below b, staged_unit u
      WHERE c.ordinal = b.ordinal AND u.ordinal = b.ordinal AND u.visibility = 'open'`,
    [ordinal, consultableFrom(facts)],
  );
  await client.query(
    `${below} UPDATE staged_unit u SET visibility = $2, closed_until = $3 FROM below b WHERE u.ordinal = b.ordinal AND u.visibility = 'open'`,
    [ordinal, decideVisibility(facts, today), closed.until],
  );
}
