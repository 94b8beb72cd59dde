import type pg from 'pg';
import type { ImageFacts } from '#lib/access/images.ts';

/** An image as the Image API serves it. */
export interface ServedImage extends ImageFacts {
  id: string;
  recordId: string;
  width: number;
  height: number;
  /** Null: it lies with another. */
  pyramidKey: string | null;
  /** Its own rights, else those of its set, its record, its fonds, its institution. */
  rightsUri: string | null;
}

/** An image of a record that is not deleted; null where there is none. Whether somebody may see it `lib/access/images.ts` says. */
export async function findImage(pool: pg.Pool, id: string): Promise<ServedImage | null> {
  const { rows } = await pool.query<ServedImage>({
    name: 'served-image',
    text: `SELECT m.id, m.record_id AS "recordId", m.width, m.height, m.pyramid_key AS "pyramidKey", r.visibility, r.internal,
        i.reserved_image_side AS "reservedSide", coalesce(o.rights_uri, s.rights_uri, r.rights_uri, f.rights_uri, i.rights_uri) AS "rightsUri"
      FROM eli4u.image m JOIN eli4u.digital_object o USING (id) JOIN eli4u.image_set s ON s.record_id = m.record_id
      JOIN eli4u.record r ON r.id = m.record_id LEFT JOIN eli4u.record f ON f.id = r.root_id
      LEFT JOIN eli4u.institution i ON i.id = coalesce(r.repository_id, f.repository_id)
     WHERE m.id = $1 AND r.deleted_at IS NULL`,
    values: [id],
  });
  return rows[0] ?? null;
}
