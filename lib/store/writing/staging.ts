import type pg from 'pg';
import { consultableFrom, decideVisibility } from '#lib/access/visibility.ts';
import { copyArray, copyLine, copyRows } from './copy-rows.ts';
import type { SettledUnit } from './settle-units.ts';

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
      existing boolean NOT NULL, outcome text, settled boolean NOT NULL
    ) ON COMMIT DROP;
    CREATE TEMP TABLE staged_content (
      ordinal integer NOT NULL, revision smallint NOT NULL, level_label text, unit_type text, former_codes text[] NOT NULL, title_lang text,
      date_start date, date_end date, date_certainty text NOT NULL, description jsonb NOT NULL, agents jsonb NOT NULL,
      digital_objects jsonb NOT NULL, relations jsonb NOT NULL, internal boolean NOT NULL, closed boolean NOT NULL, consultable_from date
    ) ON COMMIT DROP;`);
}

/** Writes a batch of units that were settled (settle-units.ts) or are to be matched later. */
export async function stageUnits(client: pg.ClientBase, units: readonly SettledUnit[]): Promise<void> {
  await copyRows(client, 'staged_unit', unitLines(units));
  await copyRows(client, 'staged_content', contentLines(units.filter((unit) => unit.settled?.outcome !== 'unchanged')));
}

/** A unit that is as it was is staged narrow: nothing of it will be compared or written. */
function* unitLines(units: readonly SettledUnit[]): Generator<string> {
  for (const { row, settled } of units) {
    const narrow = settled?.outcome === 'unchanged';
    yield copyLine([
      row.ordinal,
      row.revision,
      row.parentOrdinal,
      row.depth,
      row.componentKey,
      row.level,
      narrow ? null : row.referenceCode,
      narrow ? '' : row.title,
      narrow ? null : row.dates.display,
      row.visibility,
      row.closed?.until ?? null,
      narrow ? '' : `\\x${row.contentHash}`,
      `\\x${row.inheritedHash}`,
      row.candidateId,
      settled?.recordId ?? null,
      settled?.parentId ?? null,
      settled?.position ?? null,
      settled !== null && settled.outcome !== 'created',
      settled?.outcome ?? null,
      settled !== null,
    ]);
  }
}

function* contentLines(units: readonly SettledUnit[]): Generator<string> {
  for (const { row: unit } of units) {
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

/** After the last row: superseded revisions go; where units are left to be matched, indexes and statistics come. */
export async function finishStaging(
  client: pg.ClientBase,
  facts: { revised: boolean; settled: boolean },
): Promise<void> {
  if (facts.revised) {
    for (const table of ['staged_unit', 'staged_content']) {
      await client.query(
        `DELETE FROM ${table} a USING (SELECT ordinal, max(revision) AS revision FROM ${table} WHERE revision > 0 GROUP BY ordinal) b
          WHERE a.ordinal = b.ordinal AND a.revision < b.revision`,
      );
    }
  }
  if (facts.settled) return;
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
    `${below} UPDATE staged_unit u SET visibility = $2, closed_until = $3, settled = false FROM below b WHERE u.ordinal = b.ordinal AND u.visibility = 'open'`,
    [ordinal, decideVisibility(facts, today), closed.until],
  );
}
