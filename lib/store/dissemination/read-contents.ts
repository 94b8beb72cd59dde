import type pg from 'pg';
import type { Level } from '#lib/records/level.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { shown } from '#lib/store/shown.ts';

/** A part of a finding aid above files and items, as its table of contents names it. */
export interface ContentsLine {
  id: string;
  /** 1 for what stands right below the root. */
  depth: number;
  level: Level;
  referenceCode: string | null;
  title: string;
  titleLang: string | null;
  dates: { display: string | null; start: string | null; end: string | null };
}

export interface Contents {
  /** Units that are shown, the root among them; no more than one over the limit are counted. */
  units: number;
  lines: ContentsLine[];
}

/** Lines that a table of contents has at most. */
const mostLines = 3000;

/** The series of a finding aid and the like, in the order of the tree, and how many units there are, as far as `limit`. */
export async function readContents(pool: pg.Pool, rootId: string, limit: number): Promise<Contents> {
  if (!isIdentifier(rootId)) return { units: 0, lines: [] };
  const { rows: counted } = await pool.query<{ units: number }>({
    name: 'contents-count',
    text: `SELECT count(*)::integer AS units FROM (${below} SELECT id FROM below LIMIT $2) b`,
    values: [rootId, limit + 1],
  });
  const units = counted[0]?.units ?? 0;
  if (units > limit) return { units, lines: [] };
  const { rows } = await pool.query<{
    id: string;
    depth: number;
    level: Level;
    reference_code: string | null;
    title: string;
    title_lang: string | null;
    date_display: string | null;
    date_start: string | null;
    date_end: string | null;
  }>({
    name: 'contents-lines',
    text: `${below} SEARCH DEPTH FIRST BY position, id SET place
      SELECT r.id, b.depth, r.level, r.reference_code, r.title, r.title_lang, r.date_display, r.date_start, r.date_end
        FROM below b JOIN eli4u.record r USING (id) WHERE b.depth > 0 AND r.level NOT IN ('file', 'item') ORDER BY b.place LIMIT $2`,
    values: [rootId, mostLines],
  });
  return {
    units,
    lines: rows.map((row) => ({
      id: row.id,
      depth: row.depth,
      level: row.level,
      referenceCode: row.reference_code,
      title: row.title,
      titleLang: row.title_lang,
      dates: { display: row.date_display, start: row.date_start, end: row.date_end },
    })),
  };
}

const below = `WITH RECURSIVE below AS (
    SELECT r.id, r.position, 0 AS depth FROM eli4u.record r WHERE r.id = $1 AND ${shown('r')}
    UNION ALL
    SELECT c.id, c.position, b.depth + 1 FROM below b JOIN eli4u.record c ON c.parent_id = b.id AND ${shown('c')})`;
