import type pg from 'pg';
import { wholeImageOf } from '#lib/records/iiif-addresses.ts';
import type { ImageRange, ViewingDirection } from '#lib/records/images.ts';
import type { PageText } from '#lib/records/page-text.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { writeHoldings } from '#lib/store/writing/write-transaction.ts';
import { writePageText } from './write-page-text.ts';

/** An image to be kept, in its place among the others. */
export interface NewImage {
  /** Of the file it was read from, below what was ingested; with the page of it, what it is known by when it is loaded again. */
  originalName: string;
  /** From 1. */
  originalPage: number;
  label: string | null;
  width: number;
  height: number;
  mediaType: string | null;
  rightsUri: string | null;
  place:
    | { kind: 'held'; pyramidKey: string; hash: string; bytes: number; type: string }
    | { kind: 'service'; id: string; type: 'ImageService2' | 'ImageService3'; profile: string | null; href: string }
    | { kind: 'file'; href: string };
  text: Omit<PageText, 'imageId'> | null;
}

export interface NewImageSet {
  recordId: string;
  origin: 'folder' | 'mets' | 'manifest';
  sourceName: string;
  /** SHA-256 (hex) of what said so: the same again changes nothing. */
  sourceHash: string;
  viewingDirection: ViewingDirection;
  paged: boolean;
  rightsUri: string | null;
  requiredStatement: string | null;
  images: readonly NewImage[];
  /** Parts of the whole; their images by their place in `images`. */
  structures: readonly NewRange[];
}

export interface NewRange {
  label: string;
  images: readonly number[];
  ranges: readonly NewRange[];
}

export interface WrittenSet {
  outcome: 'created' | 'changed';
  created: number;
  changed: number;
  unchanged: number;
  deleted: number;
}

/** Whether a record's images are what that source said last. */
export async function isKnownSet(pool: pg.Pool, recordId: string, sourceHash: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM eli4u.image_set WHERE record_id = $1 AND source_hash = $2', [
    recordId,
    sourceHash,
  ]);
  return rowCount === 1;
}

/**
 * Writes the images of a record in place of those it had, with its search row. An image keeps its id while its file keeps its name; one that is
 * no longer told goes.
 * @param keep false: only what would come of it is told
 */
export function writeImageSet(pool: pg.Pool, set: NewImageSet, keep = true): Promise<WrittenSet> {
  return writeHoldings(pool, async (client) => {
    const { rowCount: known } = await client.query('SELECT FROM eli4u.image_set WHERE record_id = $1 FOR UPDATE', [
      set.recordId,
    ]);
    const before = await readBefore(client, set.recordId);
    const ids = await idsOf(client, set, before);
    await writeSet(client, set, ids);
    const gone = [...before.values()].filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
    await client.query('DELETE FROM eli4u.digital_object WHERE id = ANY($1)', [gone]);
    await writeObjects(client, set, ids);
    await writeImages(client, set, ids);
    await writeTexts(client, set, ids);
    await client.query('UPDATE eli4u.record SET digital = true, changed_at = now() WHERE id = $1', [set.recordId]);
    await indexRecords(client, { sql: 'SELECT $1::text AS id', values: [set.recordId] });
    const changed = set.images.filter((image) => {
      const was = before.get(keyOf(image));
      return was !== undefined && was.said !== saidOf(image);
    }).length;
    const created = set.images.filter((image) => !before.has(keyOf(image))).length;
    const unchanged = set.images.length - created - changed;
    return {
      keep,
      value: { outcome: known ? 'changed' : 'created', created, changed, unchanged, deleted: gone.length },
    };
  });
}

const keyOf = ({ originalName, originalPage }: Pick<NewImage, 'originalName' | 'originalPage'>): string =>
  `${originalPage} ${originalName}`;

/** What makes an image another one: its bytes, or where it lies. */
const saidOf = ({ place }: NewImage): string =>
  place.kind === 'held' ? place.hash : place.kind === 'service' ? place.id : place.href;

type Before = ReadonlyMap<string, { id: string; said: string }>;

async function readBefore(client: pg.ClientBase, recordId: string): Promise<Before> {
  const { rows } = await client.query<{ id: string; name: string; page: number; said: string }>(
    `SELECT m.id, m.original_name AS name, m.original_page AS page, coalesce(m.original_hash, m.service_id, o.href) AS said
      FROM eli4u.image m JOIN eli4u.digital_object o USING (id) WHERE m.record_id = $1`,
    [recordId],
  );
  return new Map(
    rows.map(({ id, name, page, said }) => [keyOf({ originalName: name, originalPage: page }), { id, said }]),
  );
}

async function idsOf(client: pg.ClientBase, set: NewImageSet, before: Before): Promise<string[]> {
  const fresh = set.images.filter((image) => !before.has(keyOf(image)));
  const mint = new IdentifierMint(client);
  await mint.reserve(fresh.length);
  return set.images.map((image) => before.get(keyOf(image))?.id ?? mint.take());
}

async function writeSet(client: pg.ClientBase, set: NewImageSet, ids: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.image_set AS s (record_id, origin, source_name, source_hash, viewing_direction, paged, structures, rights_uri, required_statement)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (record_id) DO UPDATE SET origin = EXCLUDED.origin, source_name = EXCLUDED.source_name, source_hash = EXCLUDED.source_hash,
       viewing_direction = EXCLUDED.viewing_direction, paged = EXCLUDED.paged, structures = EXCLUDED.structures, rights_uri = EXCLUDED.rights_uri,
       required_statement = EXCLUDED.required_statement, changed_at = now()`,
    [
      set.recordId,
      set.origin,
      set.sourceName,
      set.sourceHash,
      set.viewingDirection,
      set.paged,
      JSON.stringify(rangesOf(set.structures, ids, 'r')),
      set.rightsUri,
      set.requiredStatement,
    ],
  );
}

/** Ranges are named by their place in the tree: the same file gives the same addresses. */
const rangesOf = (ranges: readonly NewRange[], ids: readonly string[], above: string): ImageRange[] =>
  ranges.map((range, at) => ({
    id: `${above}${at + 1}`,
    label: range.label,
    images: range.images.flatMap((place) => ids[place] ?? []),
    ranges: rangesOf(range.ranges, ids, `${above}${at + 1}-`),
  }));

async function writeObjects(
  client: pg.ClientBase,
  { recordId, images }: NewImageSet,
  ids: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.digital_object AS o (id, record_id, position, href, label, media_type, rights_uri, of_images)
     SELECT n.id, $1, n.position, n.href, n.label, n.media_type, n.rights_uri, true
       FROM unnest($2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[]) AS n (id, position, href, label, media_type, rights_uri)
     ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position, href = EXCLUDED.href, label = EXCLUDED.label, media_type = EXCLUDED.media_type,
       rights_uri = EXCLUDED.rights_uri
      WHERE (o.position, o.href, o.label, o.media_type, o.rights_uri) IS DISTINCT FROM
        (EXCLUDED.position, EXCLUDED.href, EXCLUDED.label, EXCLUDED.media_type, EXCLUDED.rights_uri)`,
    [
      recordId,
      ids,
      images.map((_, at) => at + 1),
      images.map(({ place }, at) => (place.kind === 'held' ? wholeImageOf('', ids[at] ?? '') : place.href)),
      images.map(({ label }) => label),
      images.map(({ mediaType }) => mediaType),
      images.map(({ rightsUri }) => rightsUri),
    ],
  );
}

async function writeImages(
  client: pg.ClientBase,
  { recordId, images }: NewImageSet,
  ids: readonly string[],
): Promise<void> {
  const held = images.map(({ place }) => (place.kind === 'held' ? place : null));
  const service = images.map(({ place }) => (place.kind === 'service' ? place : null));
  await client.query(
    `INSERT INTO eli4u.image AS m (record_id, id, page, width, height, original_name, original_page, original_hash, original_bytes, original_type,
       pyramid_key, service_id, service_type, service_profile)
     SELECT $1, n.* FROM unnest($2::text[], $3::integer[], $4::integer[], $5::integer[], $6::text[], $7::integer[], $8::text[], $9::bigint[], $10::text[],
       $11::text[], $12::text[], $13::text[], $14::text[]) AS n
     ON CONFLICT (id) DO UPDATE SET page = EXCLUDED.page, width = EXCLUDED.width, height = EXCLUDED.height, original_hash = EXCLUDED.original_hash,
       original_bytes = EXCLUDED.original_bytes, original_type = EXCLUDED.original_type, pyramid_key = EXCLUDED.pyramid_key,
       service_id = EXCLUDED.service_id, service_type = EXCLUDED.service_type, service_profile = EXCLUDED.service_profile, changed_at = now()
      WHERE (m.page, m.width, m.height, m.original_hash, m.pyramid_key, m.service_id) IS DISTINCT FROM
        (EXCLUDED.page, EXCLUDED.width, EXCLUDED.height, EXCLUDED.original_hash, EXCLUDED.pyramid_key, EXCLUDED.service_id)`,
    [
      recordId,
      ids,
      images.map((_, at) => at + 1),
      images.map(({ width }) => width),
      images.map(({ height }) => height),
      images.map(({ originalName }) => originalName),
      images.map(({ originalPage }) => originalPage),
      held.map((place) => place?.hash ?? null),
      held.map((place) => place?.bytes ?? null),
      held.map((place) => place?.type ?? null),
      held.map((place) => place?.pyramidKey ?? null),
      service.map((place) => place?.id ?? null),
      service.map((place) => place?.type ?? null),
      service.map((place) => place?.profile ?? null),
    ],
  );
}

/** What is told on a page takes the place of what was there; where nothing is told, what was recognised stays. */
async function writeTexts(client: pg.ClientBase, { images }: NewImageSet, ids: readonly string[]): Promise<void> {
  for (const [at, { text }] of images.entries())
    if (text) await writePageText(client, { ...text, imageId: ids[at] ?? '' });
}
