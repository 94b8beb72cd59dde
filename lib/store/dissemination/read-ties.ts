import type { SourceTie } from '#lib/records/harvest-views.ts';
import type { DigitalObjectView, RelatedRecord } from '#lib/records/public-views.ts';
import { lineColumns, lineOf, type LineRow } from '#lib/store/reading/record-rows.ts';
import { shown } from '#lib/store/shown.ts';
import { mayGoOut } from '#lib/records/object-address.ts';
import type { Reader } from './reader.ts';

/** Related units that one tells of, as its page does. */
const mostRelated = 100;

/** Rows by what they belong to, in their order. */
function grouped<Row, Value>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => Value) {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}

/** Images of a unit that outputs name one by one: of more its manifest tells. */
const mostImages = 200;

/** All digital objects of open units, in their order, by the unit's id. */
export async function readDigitalObjects(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, DigitalObjectView[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await reader.query<
    DigitalObjectView & { recordId: string; width: number | null; height: number | null }
  >({
    name: 'harvest-digital-objects',
    text: `SELECT o.record_id AS "recordId", o.id, o.href, o.label, o.role, o.media_type AS "mediaType", o.rights_uri AS "rightsUri",
        o.of_images AS "ofImages", m.width, m.height
        FROM eli4u.digital_object o LEFT JOIN eli4u.image m USING (id) WHERE o.record_id = ANY($1::text[])
         AND (NOT o.of_images OR o.position <= ${mostImages}) ORDER BY o.record_id, o.of_images, o.position`,
    values: [ids],
  });
  return grouped(
    rows.filter(({ href }) => mayGoOut(href)),
    (row) => row.recordId,
    ({ id, href, label, role, mediaType, rightsUri, ofImages, width, height }): DigitalObjectView => ({
      id,
      href,
      label,
      role,
      mediaType,
      rightsUri,
      ...(ofImages ? { ofImages, size: width !== null && height !== null ? { width, height } : null } : {}),
    }),
  );
}

/** Units that these name, and that name them, by the id of these; a side that the public may not see is left out. */
export async function readRelated(reader: Reader, ids: readonly string[]): Promise<Map<string, RelatedRecord[]>> {
  const { rows } = await reader.query<
    LineRow & { of: string; kind: string; direction: 'to' | 'from'; note: string | null }
  >({
    name: 'harvest-related',
    text: `SELECT w.id AS of, x.kind, x.direction, x.note, ${lineColumns('x')}
        FROM unnest($1::text[]) w (id) CROSS JOIN LATERAL (
          SELECT y.kind, y.direction, y.note, y.ordinal, ${lineColumns('r')}
            FROM (SELECT kind, ordinal, 'to' AS direction, note, to_id AS other FROM eli4u.record_relation WHERE from_id = w.id
                  UNION ALL SELECT kind, ordinal, 'from', NULL, from_id FROM eli4u.record_relation WHERE to_id = w.id) y
            LEFT JOIN eli4u.record r ON r.id = y.other AND ${shown('r')}
           WHERE r.id IS NOT NULL OR (y.other IS NULL AND y.note IS NOT NULL)
           ORDER BY y.direction DESC, y.kind, y.ordinal, r.id LIMIT ${mostRelated}) x
       ORDER BY w.id, x.direction DESC, x.kind, x.ordinal, x.id`,
    values: [ids],
  });
  return grouped(
    rows,
    (row) => row.of,
    (row) => ({ kind: row.kind, direction: row.direction, note: row.note, record: row.id ? lineOf(row) : null }),
  );
}

/** What the sources of units tie them to, by identifiers of the sources' own systems; what names a unit that the public may not see is left out. */
export async function readSourceTies(reader: Reader, ids: readonly string[]): Promise<Map<string, SourceTie[]>> {
  const { rows } = await reader.query<SourceTie & { of: string }>({
    name: 'harvest-source-ties',
    text: `SELECT x.from_id AS of, x.kind, x.identifier, x.note FROM eli4u.record_relation x JOIN eli4u.record r ON r.id = x.from_id
       WHERE x.from_id = ANY($1::text[]) AND x.identifier IS NOT NULL
         AND NOT EXISTS (SELECT FROM eli4u.record h WHERE h.source_id = r.source_id AND h.component_key = x.identifier AND NOT (${shown('h')}))
       ORDER BY x.from_id, x.ordinal, x.kind`,
    values: [ids],
  });
  return grouped(
    rows,
    (row) => row.of,
    ({ kind, identifier, note }) => ({ kind, identifier, note }),
  );
}
