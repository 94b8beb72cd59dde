import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';
import { shown, shownAgent, shownInstitution } from '#lib/store/shown.ts';
import type { Statistics } from '#lib/records/public-views.ts';

/** Today's numbers. Counting a million rows takes a moment: the caller keeps the answer for a while. */
export async function countHoldings(pool: pg.Pool): Promise<Statistics> {
  const { rows } = await pool.query<Statistics>(
    `SELECT (SELECT count(*) FROM eli4u.record r WHERE ${shown('r')}) AS units,
        (SELECT count(*) FROM eli4u.record r WHERE r.parent_id IS NULL AND ${shown('r')}) AS fonds,
        (SELECT count(*) FROM eli4u.agent a WHERE a.deleted_at IS NULL AND ${shownAgent('a')}) AS agents,
        (SELECT count(*) FROM eli4u.institution i WHERE ${shownInstitution('i')}) AS institutions,
        (SELECT count(*) FROM eli4u.digital_object d JOIN eli4u.record r ON r.id = d.record_id AND r.visibility = 'open' AND ${shown('r')}) AS "digitalObjects",
        (SELECT max(ingested_at) FROM eli4u.source) AS "changedAt"`,
  );
  return rows[0] ?? { units: 0, fonds: 0, agents: 0, institutions: 0, digitalObjects: 0, changedAt: null };
}

/** Real words of the holdings to try a search with: a subject, a place and a person that several units share, but not all of them. */
export async function findExampleQueries(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ label: string }>(
    `SELECT DISTINCT ON (kind) label
       FROM (SELECT p.value ->> 'kind' AS kind, p.value ->> 'label' AS label, count(*) AS units
               FROM (SELECT r.description FROM eli4u.record r WHERE ${shown('r')} LIMIT 5000) r,
                    jsonb_array_elements(coalesce(r.description -> 'accessPoints', '[]')) AS p (value)
              WHERE p.value ->> 'kind' IN ('subject', 'place', 'person') AND (p.value -> 'internal') IS NULL
                AND length(p.value ->> 'label') BETWEEN 4 AND 40
              GROUP BY 1, 2) x
      WHERE units > 1 ORDER BY kind, abs(units - 12), label`,
  );
  return rows.map((row) => row.label);
}

/** One page of the sitemap: ids of one kind past the last one seen, with the day they changed. */
export interface SitemapEntry {
  id: string;
  changedAt: string;
}

export const sitemapKinds = ['records', 'agents', 'institutions'] as const;
export type SitemapKind = (typeof sitemapKinds)[number];

/** Entries in a sitemap file; the protocol allows 50,000. */
export const sitemapPageSize = 20_000;

const sitemapSource: Record<SitemapKind, { table: string; condition: string }> = {
  records: { table: 'record', condition: shown('t') },
  agents: {
    table: 'agent',
    condition: 't.deleted_at IS NULL AND NOT t.internal AND NOT t.stub',
  },
  institutions: { table: 'institution', condition: 'NOT t.stub' },
};

/** The page that starts past an id (from the first with ''). */
export async function findSitemapPage(pool: pg.Pool, kind: SitemapKind, after: string): Promise<SitemapEntry[]> {
  const { table, condition } = sitemapSource[kind];
  const { rows } = await pool.query<SitemapEntry>(
    `SELECT t.id, coalesce(d.stamp, t.changed_at) AS "changedAt" FROM eli4u.${table} t LEFT JOIN eli4u.disseminated d ON d.id = t.id WHERE t.id > $1 AND ${condition} ORDER BY t.id LIMIT ${sitemapPageSize}`,
    [after],
  );
  return rows;
}

/** The ids after which each page of a sitemap starts. */
export async function findSitemapStarts(pool: pg.Pool, kind: SitemapKind): Promise<string[]> {
  const { table, condition } = sitemapSource[kind];
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM (SELECT t.id, row_number() OVER (ORDER BY t.id) AS n, count(*) OVER () AS total FROM eli4u.${table} t WHERE ${condition}) x
      WHERE n % ${sitemapPageSize} = 0 AND n < total ORDER BY id`,
  );
  return ['', ...rows.map((row) => row.id)];
}

/** What an id stands for. */
export type Entity = { kind: 'record' | 'agent' | 'institution'; gone: boolean };

/** One id space for records, agents and institutions: which of them this one names. Null for unknown and hidden. */
export async function findEntity(pool: pg.Pool, id: string): Promise<Entity | null> {
  if (!isIdentifier(id)) return null;
  const { rows } = await pool.query<Entity>({
    name: 'reading-entity',
    text: `SELECT 'record' AS kind, deleted_at IS NOT NULL AS gone FROM eli4u.record WHERE id = $1 AND visibility <> 'hidden' AND NOT internal
      UNION ALL SELECT 'agent', a.deleted_at IS NOT NULL FROM eli4u.agent a WHERE a.id = $1 AND ${shownAgent('a')}
      UNION ALL SELECT 'institution', false FROM eli4u.institution i WHERE i.id = $1 AND ${shownInstitution('i')} LIMIT 1`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Whether the database answers. */
export async function isReady(pool: pg.Pool): Promise<boolean> {
  return pool.query('SELECT FROM eli4u.setting LIMIT 1').then(
    () => true,
    () => false,
  );
}
