import type pg from 'pg';
import { abilities } from '#lib/records/dissemination.ts';
import { shown } from '#lib/store/shown.ts';
import { hasManifest } from './has-manifest.ts';

/** More levels than any archive has. */
const deepest = 64;

/**
 * What becomes of manifests and of the collections that lead to them, where things were stamped: in the transaction that stamps, which holds the
 * clock's row, so that one writes at a time.
 * @param at the stamp that was given
 */
export async function stampManifests(client: pg.ClientBase, ids: readonly string[], at: Date): Promise<void> {
  await client.query(activitiesSql, [ids, at]);
  let looked: readonly string[] = ids;
  for (let level = 0; looked.length > 0 && level < deepest; level++) {
    const { rows } = await client.query<{ id: string }>(branchesSql, [looked]);
    looked = rows.map(({ id }) => id);
  }
}

const bit = abilities.images;

/** A unit is created where it had no manifest, or had lost it. */
const activitiesSql = `INSERT INTO eli4u.manifest_activity (n, record_id, kind, stamp)
  SELECT coalesce((SELECT max(n) FROM eli4u.manifest_activity), -1) + row_number() OVER (ORDER BY c.id), c.id, c.kind, $2::timestamptz
    FROM (SELECT d.id, l.kind AS last,
        CASE WHEN d.deleted OR (d.able & ${bit}) = 0 THEN 'Delete' WHEN l.kind IS NULL OR l.kind = 'Delete' THEN 'Create' ELSE 'Update' END AS kind
      FROM unnest($1::text[]) AS each (id) JOIN eli4u.disseminated d ON d.id = each.id
      LEFT JOIN LATERAL (SELECT a.kind FROM eli4u.manifest_activity a WHERE a.record_id = d.id ORDER BY a.n DESC LIMIT 1) l ON true
     WHERE d.stamp = $2::timestamptz AND (d.ever_able & ${bit}) <> 0) c
   WHERE c.kind <> 'Delete' OR c.last <> 'Delete'`;

/** Where these units lead, as it is now; gives those above that have to be looked at for it. */
const branchesSql = `WITH looked AS (SELECT DISTINCT unnest($1::text[]) AS id),
  wanted AS (SELECT * FROM (
    SELECT r.id, r.parent_id, r.position, ${hasManifest('r', 'i')} AS has_images,
        EXISTS (SELECT FROM eli4u.image_branch c WHERE c.parent_id = r.id) AS has_below
      FROM looked l JOIN eli4u.record r ON r.id = l.id AND ${shown('r')} JOIN eli4u.institution i ON i.id = r.repository_id) n
    WHERE n.has_images OR n.has_below),
  was AS (SELECT b.* FROM looked l JOIN eli4u.image_branch b ON b.id = l.id),
  dropped AS (DELETE FROM eli4u.image_branch b USING was WHERE b.id = was.id AND NOT EXISTS (SELECT FROM wanted w WHERE w.id = b.id)),
  put AS (INSERT INTO eli4u.image_branch AS b (id, parent_id, position, has_images, has_below)
    SELECT w.id, w.parent_id, w.position, w.has_images, w.has_below FROM wanted w LEFT JOIN was ON was.id = w.id
     WHERE was.id IS NULL
        OR (w.parent_id, w.position, w.has_images, w.has_below) IS DISTINCT FROM (was.parent_id, was.position, was.has_images, was.has_below)
    ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position, has_images = excluded.has_images,
      has_below = excluded.has_below)
  SELECT DISTINCT above AS id FROM (
    SELECT was.parent_id AS above FROM was LEFT JOIN wanted w ON w.id = was.id WHERE w.id IS NULL OR w.parent_id IS DISTINCT FROM was.parent_id
    UNION SELECT w.parent_id FROM wanted w LEFT JOIN was ON was.id = w.id WHERE was.id IS NULL OR w.parent_id IS DISTINCT FROM was.parent_id) t
   WHERE above IS NOT NULL`;
