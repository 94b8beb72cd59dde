/**
 * SQL: whether everybody is given a manifest of a record that is shown: its images are open, or it may not be read yet and its institution lets them
 * be seen smaller (lib/access/images.ts decides which); of these only what we hold is given.
 * @param r alias of the record
 * @param i alias of its institution
 */
export const hasManifest = (r: string, i: string): string =>
  `((${r}.visibility = 'open' AND EXISTS (SELECT FROM eli4u.image m WHERE m.record_id = ${r}.id))
    OR (${r}.visibility = 'described' AND ${i}.reserved_image_side IS NOT NULL
      AND EXISTS (SELECT FROM eli4u.image m WHERE m.record_id = ${r}.id AND m.pyramid_key IS NOT NULL)))`;
