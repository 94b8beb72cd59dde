import type pg from 'pg';
import type { ImageRange, ImageSet, PageImage, ViewingDirection } from '#lib/records/images.ts';
import { readStructures } from './structures.ts';

interface SetRow {
  origin: 'folder' | 'mets' | 'manifest';
  source_name: string;
  viewing_direction: ViewingDirection;
  paged: boolean;
  structures: unknown;
  rights_uri: string | null;
  required_statement: string | null;
}

interface ImageRow {
  id: string;
  page: number;
  label: string | null;
  width: number;
  height: number;
  href: string;
  held: boolean;
  service_id: string | null;
  service_type: 'ImageService2' | 'ImageService3' | null;
  service_profile: string | null;
  media_type: string | null;
  rights_uri: string | null;
  has_text: boolean;
}

/** More pages than any register has: what a manifest lists at most. */
const mostImages = 10_000;

/** The images of a record, in their order; null where it has none. Who may see them is asked before. */
export async function findImageSet(pool: pg.Pool, recordId: string): Promise<ImageSet | null> {
  const [sets, images] = await Promise.all([
    pool.query<SetRow>({
      name: 'image-set',
      text: `SELECT origin, source_name, viewing_direction, paged, structures, rights_uri, required_statement
        FROM eli4u.image_set WHERE record_id = $1`,
      values: [recordId],
    }),
    pool.query<ImageRow>({
      name: 'images-of-record',
      text: `SELECT m.id, m.page, o.label, m.width, m.height, o.href, m.pyramid_key IS NOT NULL AS held, m.service_id, m.service_type,
          m.service_profile, o.media_type, o.rights_uri, t.image_id IS NOT NULL AS has_text
        FROM eli4u.image m JOIN eli4u.digital_object o USING (id) LEFT JOIN eli4u.page_text t ON t.image_id = m.id
       WHERE m.record_id = $1 ORDER BY m.page LIMIT ${mostImages}`,
      values: [recordId],
    }),
  ]);
  const set = sets.rows[0];
  if (!set || images.rows.length === 0) return null;
  const structures: ImageRange[] = readStructures(set.structures);
  return {
    recordId,
    images: images.rows.map(imageOf),
    structures,
    viewingDirection: set.viewing_direction,
    paged: set.paged,
    rightsUri: set.rights_uri,
    requiredStatement: set.required_statement,
    manifestHref: set.origin === 'manifest' ? set.source_name : null,
  };
}

function imageOf(row: ImageRow): PageImage {
  const { service_id: id, service_type: type, service_profile: profile } = row;
  return {
    id: row.id,
    page: row.page,
    label: row.label,
    width: row.width,
    height: row.height,
    place: row.held
      ? { kind: 'held' }
      : id !== null && type !== null
        ? { kind: 'service', id, type, profile }
        : { kind: 'file', href: row.href },
    mediaType: row.media_type,
    rightsUri: row.rights_uri,
    hasText: row.has_text,
  };
}
