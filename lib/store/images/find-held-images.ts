import type pg from 'pg';
import type { NewImage } from './write-image-set.ts';

interface HeldRow {
  name: string;
  page: number;
  label: string | null;
  width: number;
  height: number;
  media_type: string | null;
  rights_uri: string | null;
  key: string;
  hash: string;
  bytes: string | null;
  type: string | null;
}

/**
 * The images that a record has of files of these names, in their order, as they were read last: what stays where a file comes again and cannot
 * be read. Their text stays with them, so it is not told.
 */
export async function findHeldImages(
  pool: pg.Pool,
  recordId: string,
  originalNames: readonly string[],
): Promise<NewImage[]> {
  if (originalNames.length === 0) return [];
  const { rows } = await pool.query<HeldRow>(
    `SELECT m.original_name AS name, m.original_page AS page, o.label, m.width, m.height, o.media_type, o.rights_uri, m.pyramid_key AS key,
       m.original_hash AS hash, m.original_bytes AS bytes, m.original_type AS type
      FROM eli4u.image m JOIN eli4u.digital_object o USING (id)
      WHERE m.record_id = $1 AND m.original_name = ANY($2) AND m.pyramid_key IS NOT NULL ORDER BY m.page`,
    [recordId, originalNames],
  );
  return rows.map((row) => ({
    originalName: row.name,
    originalPage: row.page,
    label: row.label,
    width: row.width,
    height: row.height,
    mediaType: row.media_type,
    rightsUri: row.rights_uri,
    place: { kind: 'held', pyramidKey: row.key, hash: row.hash, bytes: Number(row.bytes ?? 0), type: row.type ?? '' },
    text: null,
  }));
}
