import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';

const mostHosts = 20;

/** Where images of units lie that are with others (`https://iiif.example.org`): a page may load from these beside our own. */
export async function foreignHosts(pool: pg.Pool, recordIds: readonly string[]): Promise<string[]> {
  const ids = recordIds.filter(isIdentifier);
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ host: string | null }>({
    name: 'image-hosts',
    text: `SELECT DISTINCT substring(coalesce(m.service_id, o.href) FROM '^https?://[A-Za-z0-9.:-]+') AS host
        FROM eli4u.image_set s JOIN eli4u.image m ON m.record_id = s.record_id AND m.pyramid_key IS NULL JOIN eli4u.digital_object o ON o.id = m.id
       WHERE s.record_id = ANY($1::text[]) AND s.origin <> 'folder' LIMIT ${mostHosts}`,
    values: [ids],
  });
  return rows.flatMap(({ host }) => (host === null || /['";, ]/.test(host) ? [] : [host]));
}
