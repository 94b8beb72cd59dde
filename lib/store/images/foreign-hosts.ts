import type pg from 'pg';
import type { ImageFacts } from '#lib/access/images.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { shown } from '#lib/store/shown.ts';

const mostHosts = 20;

/** Where images of a unit lie that are with others. */
export interface ForeignHost extends ImageFacts {
  recordId: string;
  /** `https://iiif.example.org` */
  host: string;
}

/** Where images of units lie that are with others, of units that are told of. Who may see them is asked next: where they lie says that there are some. */
export async function foreignHosts(pool: pg.Pool, recordIds: readonly string[]): Promise<ForeignHost[]> {
  const ids = recordIds.filter(isIdentifier);
  if (ids.length === 0) return [];
  const { rows } = await pool.query<Omit<ForeignHost, 'host' | 'reservedSide'> & { host: string | null }>({
    name: 'image-hosts',
    text: `SELECT DISTINCT r.id AS "recordId", r.visibility, r.internal,
          substring(coalesce(m.service_id, o.href) FROM '^https?://[A-Za-z0-9.:-]+') AS host
        FROM eli4u.image_set s JOIN eli4u.record r ON r.id = s.record_id AND ${shown('r')}
        JOIN eli4u.image m ON m.record_id = s.record_id AND m.pyramid_key IS NULL JOIN eli4u.digital_object o ON o.id = m.id
       WHERE s.record_id = ANY($1::text[]) AND s.origin <> 'folder' LIMIT ${mostHosts}`,
    values: [ids],
  });
  // How large others give out an image is not ours to say: nobody sees theirs smaller.
  return rows.flatMap(({ host, ...facts }) =>
    host === null || /['";, ]/.test(host) ? [] : [{ ...facts, host, reservedSide: null }],
  );
}
