import type pg from 'pg';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { audit } from '#lib/store/keeping/audit.ts';
import { locks } from '#lib/store/writing/write-transaction.ts';

/** A URI, null for nothing stated, or that it stays what it is. */
type Statement = { uri: string | null } | 'keep';

/** What is to hold for an institution, or for one fonds instead of what holds for its institution. */
export interface StatedRights {
  of: { kind: 'institution' | 'fonds'; id: string };
  /** Of digital reproductions. */
  rights: Statement;
  /** Under which descriptions go out. */
  licence: Statement;
  /** Of an institution: pixels a side up to which everybody sees images of what may not be read yet; null: none. Left out: as it is. */
  reservedSide?: number | null | undefined;
}

/** The topic by which the worker hears that what lies below is to be weighed again (lib/jobs/weigh-again.ts); its datestamps move by themselves. */
export const rightsTopic = 'rights.changed';

const tables = {
  institution: { table: 'institution', where: 'id = $1', side: 'reserved_image_side' },
  // A fonds is a root; its finding aid, read again, leaves what is stated here alone.
  fonds: { table: 'record', where: 'id = $1 AND parent_id IS NULL AND deleted_at IS NULL', side: 'NULL::integer' },
} as const;

interface Row {
  rights_uri: string | null;
  metadata_licence: string | null;
  side: number | null;
}

/** States which rights hold; audited with what was said before, and announced, in one transaction under the lock of all that disseminates. */
export async function stateRights(
  pool: pg.Pool,
  stated: StatedRights,
  keeper: Keeper,
): Promise<'stated' | 'unchanged' | 'unknown'> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock_shared($1)', [locks.dissemination]);
    const outcome = await write(client, stated, keeper);
    await client.query('COMMIT');
    client.release();
    return outcome;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function write(client: pg.ClientBase, stated: StatedRights, keeper: Keeper) {
  const { table, where, side: sideColumn } = tables[stated.of.kind];
  const { rows } = await client.query<Row>(
    `SELECT rights_uri, metadata_licence, ${sideColumn} AS side FROM eli4u.${table} WHERE ${where} FOR UPDATE`,
    [stated.of.id],
  );
  const before = rows[0];
  if (!before) return 'unknown';
  const after = {
    rightsUri: stated.rights === 'keep' ? before.rights_uri : stated.rights.uri,
    metadataLicence: stated.licence === 'keep' ? before.metadata_licence : stated.licence.uri,
  };
  const rights = before.rights_uri !== after.rightsUri;
  const licence = before.metadata_licence !== after.metadataLicence;
  const side = stated.of.kind === 'fonds' || stated.reservedSide === undefined ? before.side : stated.reservedSide;
  const sides = side !== before.side;
  if (!rights && !licence && !sides) return 'unchanged';
  // Asked anew with each image; that there are manifests of what may not be read yet, harvests hear by the database's own mark (0052).
  if (sides) {
    await client.query('UPDATE eli4u.institution SET reserved_image_side = $2 WHERE id = $1', [stated.of.id, side]);
    await audit(client, keeper, 'rights.reservedImages', stated.of.id, { before: before.side, side });
    if (!rights && !licence) return 'stated';
  }
  await client.query(`UPDATE eli4u.${table} SET rights_uri = $2, metadata_licence = $3 WHERE id = $1`, [
    stated.of.id,
    after.rightsUri,
    after.metadataLicence,
  ]);
  await audit(client, keeper, 'rights.stated', stated.of.id, {
    of: stated.of.kind,
    before: { rightsUri: before.rights_uri, metadataLicence: before.metadata_licence },
    ...after,
  });
  await client.query('INSERT INTO eli4u.outbox (topic, payload) VALUES ($1, $2)', [
    rightsTopic,
    JSON.stringify({ id: stated.of.id, of: stated.of.kind, rights }),
  ]);
  return 'stated';
}
