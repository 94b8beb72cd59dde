import { isadElements, type Description } from '#lib/records/description.ts';
import type { Level } from '#lib/records/level.ts';
import type { Sensitivity, Visibility } from '#lib/records/phase.ts';
import { highlight, markableWords, type Marked } from './highlight.ts';
import { readFoundPages } from './postgres-pages.ts';
import type { Queryable, Stems } from './postgres-stems.ts';
import type { Hit, Scope } from './search.ts';

interface RecordRow {
  id: string;
  parent_id: string | null;
  level: Level;
  level_label: string | null;
  unit_type: string | null;
  reference_code: string | null;
  title: string;
  date_display: string | null;
  date_start: string | null;
  date_end: string | null;
  visibility: Visibility;
  sensitivity: Sensitivity;
  consultable_from: string | null;
  digital: boolean;
  has_page_text: boolean;
  description: Partial<Description>;
}

interface AncestorRow {
  id: string;
  parent_id: string | null;
  title: string;
  level: Level;
  shown: boolean;
}

const mostHighlights = 3;

/**
 * What a hit shows, read from the records themselves; ids that this scope may not show (any more) give nothing.
 * @param likelyAbove ids that an index says stand above them, read at the same time; where it is wrong they are looked for
 */
export async function readHits(
  client: Queryable,
  scope: Scope,
  ids: readonly string[],
  marked: Marked,
  stems: Stems,
  likelyAbove: readonly string[] = [],
): Promise<Map<string, Hit>> {
  if (ids.length === 0) return new Map();
  const { rows, likely } = await readRecords(client, scope, ids, likelyAbove);
  const above = isComplete(rows, likely) ? likely : await readAncestors(client, scope, rows);
  const texts = new Map(rows.map((row) => [row.id, textsOf(row, scope)]));
  const wanted = marked.stems.size > 0 || marked.prefixes.length > 0;
  if (wanted)
    await stems.learn(
      client,
      [...texts.values()].flatMap((fields) => fields.flatMap(({ text }) => markableWords(text))),
    );
  // Of what is described only, no page is told, to whomever.
  const written = rows.filter(({ visibility, has_page_text: has }) => has && visibility === 'open').map(({ id }) => id);
  const pages = await readFoundPages(client, written, marked, stems);
  return new Map(
    rows.map((row) => {
      const page = pages.get(row.id);
      const ancestors = ancestorsOf(row, above);
      const highlights: Hit['highlights'] = [];
      for (const { field, text } of wanted ? (texts.get(row.id) ?? []) : []) {
        const html = highlights.length < mostHighlights ? highlight(text, marked, stems.of, field === 'title') : null;
        if (html !== null) highlights.push({ field, html });
      }
      const fonds = ancestors[0] ?? row;
      return [
        row.id,
        {
          id: row.id,
          url: `/records/${row.id}`,
          title: row.title,
          level: row.level,
          levelLabel: row.level_label,
          unitType: row.unit_type,
          referenceCode: row.reference_code,
          dates: { display: row.date_display, start: row.date_start, end: row.date_end },
          fonds: { id: fonds.id, title: fonds.title },
          ancestors,
          visibility: row.visibility,
          closure: row.visibility === 'described' ? { sensitivity: row.sensitivity, from: row.consultable_from } : null,
          digital: row.digital && row.visibility === 'open',
          highlights,
          ...(page ? { foundOnPage: page } : {}),
        },
      ];
    }),
  );
}

/** Hits and what stands above them in one query: writing to sockets was a quarter of what the web process did (profiled 2026-11-26). */
async function readRecords(
  client: Queryable,
  scope: Scope,
  ids: readonly string[],
  likelyAbove: readonly string[],
): Promise<{ rows: RecordRow[]; likely: Map<string, AncestorRow> }> {
  const { rows } = await client.query<RecordRow & AncestorRow & { hit: boolean }>({
    name: `hit-records-${scope}`,
    text: `SELECT r.id, r.parent_id, r.level, r.level_label, r.unit_type, r.reference_code, r.title, r.date_display, r.date_start::text, r.date_end::text,
       r.visibility, r.sensitivity, r.consultable_from::text, r.digital,
       r.digital AND r.id = ANY($1) AND EXISTS (SELECT FROM eli4u.page_text t WHERE t.record_id = r.id) AS has_page_text, ${shownSql(scope)} AS shown, r.deleted_at IS NULL AND ${shownSql(scope)} AND r.id = ANY($1) AS hit,
       CASE WHEN r.id = ANY($1) THEN r.description END AS description
     FROM eli4u.record r WHERE r.id = ANY($1::text[] || $2::text[])`,
    values: [ids, likelyAbove],
  });
  const asked = new Set(likelyAbove);
  const above = rows.filter(({ id }) => asked.has(id));
  return {
    rows: rows.filter(({ hit }) => hit),
    likely: new Map(above.map((row) => [row.id, row.shown ? row : { ...row, title: '' }])),
  };
}

/** What a hit shows of a unit above it, under that unit's own flags. */
function ancestorColumns(scope: Scope): string {
  const shown = shownSql(scope);
  return `r.id, r.parent_id, CASE WHEN ${shown} THEN r.title ELSE '' END AS title, r.level, ${shown} AS shown`;
}

const shownSql = (scope: Scope): string =>
  scope === 'public' ? `(r.visibility <> 'hidden' AND NOT r.internal AND r.deleted_at IS NULL)` : 'true';

/** Whether every way up from these records ends at a root. */
function isComplete(rows: readonly RecordRow[], above: ReadonlyMap<string, AncestorRow>): boolean {
  const isKnown = ({ parent_id: id }: { parent_id: string | null }) => id === null || above.has(id);
  return rows.every(isKnown) && [...above.values()].every(isKnown);
}

/** Two steps in one query: LATERAL with OFFSET 0 keeps it to one look-up a unit, whatever the statistics say. */
async function readAncestors(
  client: Queryable,
  scope: Scope,
  rows: readonly RecordRow[],
): Promise<Map<string, AncestorRow>> {
  const parents = [...new Set(rows.map((row) => row.parent_id).filter((id) => id !== null))];
  if (parents.length === 0) return new Map();
  const { rows: found } = await client.query<AncestorRow>(
    `WITH RECURSIVE up(id) AS (
       SELECT unnest($1::text[])
       UNION SELECT p.parent_id FROM up CROSS JOIN LATERAL (SELECT r.parent_id FROM eli4u.record r WHERE r.id = up.id OFFSET 0) p WHERE p.parent_id IS NOT NULL)
     SELECT a.* FROM up CROSS JOIN LATERAL (SELECT ${ancestorColumns(scope)} FROM eli4u.record r WHERE r.id = up.id OFFSET 0) a`,
    [parents],
  );
  return new Map(found.map((row) => [row.id, row]));
}

function ancestorsOf(row: RecordRow, above: ReadonlyMap<string, AncestorRow>): Hit['ancestors'] {
  const ancestors: Hit['ancestors'] = [];
  const seen = new Set<string>();
  for (let id = row.parent_id; id !== null && !seen.has(id);) {
    seen.add(id);
    const unit = above.get(id);
    if (!unit) break;
    if (unit.shown) ancestors.unshift({ id: unit.id, title: unit.title, level: unit.level });
    id = unit.parent_id;
  }
  return ancestors;
}

/** Texts that may be marked, best first. */
function textsOf(row: RecordRow, scope: Scope): { field: string; text: string }[] {
  const { elements, otherTitles, accessPoints } = row.description;
  const open = <T extends { internal?: true }>(things: readonly T[] | undefined) =>
    (things ?? []).filter((thing) => scope === 'internal' || !thing.internal);
  return [
    { field: 'title', text: row.title },
    ...(otherTitles ?? []).map(({ title }) => ({ field: 'otherTitles', text: title })),
    ...isadElements.flatMap((field) => open(elements?.[field]).map(({ text }) => ({ field, text }))),
    ...open(accessPoints).map(({ label }) => ({ field: 'accessPoints', text: label })),
  ];
}
