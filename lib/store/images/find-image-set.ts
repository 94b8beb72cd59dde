import type pg from 'pg';
import type { ImageRange, ImageSet, ViewingDirection } from '#lib/records/images.ts';
import { imageColumns, imageOf, imageTables, type ImageRow } from './image-rows.ts';
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
      text: `SELECT ${imageColumns} FROM ${imageTables} WHERE m.record_id = $1 ORDER BY m.page LIMIT ${mostImages}`,
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
