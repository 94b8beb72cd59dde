import type pg from 'pg';
import { identifierOf } from '#lib/records/identifier.ts';
import type { PageLine } from '#lib/records/page-text.ts';

/** Lines of words that are each 90 pixels wide, ten apart. */
export const linesOf = (...texts: string[]): PageLine[] =>
  texts.map((text, row) => {
    const words = text.split(' ').map((word, at) => ({ text: word, x: at * 100, y: row * 100, width: 90, height: 40 }));
    return { x: 0, y: row * 100, width: words.length * 100 - 10, height: 40, words };
  });

/** A record with images "c. 1r", "c. 2r" … that lie with nobody. */
export async function insertImages(
  pool: pg.Pool,
  record: string,
  images: readonly string[],
  visibility = 'open',
): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.institution (id, code, name) VALUES ($1, 'IT-PT', 'Archivio') ON CONFLICT DO NOTHING`,
    [identifierOf(9)],
  );
  await pool.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, description, visibility, digital)
     VALUES ($1, $2, NULL, $1, 1, 0, 'file', 'Registro', '{}', $3, true)`,
    [record, identifierOf(9), visibility],
  );
  await addImages(pool, record, images);
}

/** Images on a record that is there. */
export async function addImages(pool: pg.Pool, record: string, images: readonly string[]): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.image_set (record_id, origin, source_name, source_hash) VALUES ($1, 'folder', 'prova', 'x')`,
    [record],
  );
  for (const [at, id] of images.entries()) {
    await pool.query(
      `INSERT INTO eli4u.digital_object (id, record_id, position, href, label, of_images) VALUES ($1, $2, $3, $4, $5, true)`,
      [id, record, at, `/iiif/image/${id}/full/max/0/default.jpg`, `c. ${at + 1}r`],
    );
    await pool.query(
      `INSERT INTO eli4u.image (id, record_id, page, width, height, original_name) VALUES ($1, $2, $3, 2000, 3000, $4)`,
      [id, record, at + 1, `${at}.jpg`],
    );
  }
}
