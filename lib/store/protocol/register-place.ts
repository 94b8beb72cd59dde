import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { currentVisibility, type Series } from '#lib/store/procedures/current-archive.ts';

/** Where registered documents lie until they are put into a fascicolo. */
export interface RegisterPlace {
  repository: string;
  root: string;
  parent: string;
  depth: number;
}

const placeLock = 4_104_021;

/** Finds the subseries of documents that are registered and in no fascicolo yet, making it where it is missing. */
export function createRegisterPlace(
  pool: pg.Pool,
  /** The series of the class under which the protocol itself is kept. */
  archiveSeries: () => Promise<Series>,
  takeIds: (count: number) => Promise<string[]>,
): () => Promise<RegisterPlace> {
  let known: Promise<RegisterPlace> | null = null;
  const find = async (): Promise<RegisterPlace> => {
    const series = await archiveSeries();
    const [fresh = ''] = await takeIds(1);
    const parent = await inTransaction(pool, async (client) => ({
      keep: true,
      value: await make(client, series, fresh),
    }));
    return { repository: series.repository, root: series.root, parent, depth: 3 };
  };
  return () => {
    known ??= find().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

async function make(client: pg.ClientBase, series: Series, fresh: string): Promise<string> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [placeLock]);
  const code = 'protocollo';
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE parent_id = $1 AND level = 'subseries' AND reference_code = $2 AND deleted_at IS NULL`,
    [series.id, code],
  );
  if (rows[0]) return rows[0].id;
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, title_lang, phase, visibility)
     VALUES ($1, $2, $3, $4, nextval('eli4u.fascicolo_position'), 2, 'subseries', 'serie', $5, 'Documenti protocollati, non ancora fascicolati', 'it', 'current', $6)`,
    [fresh, series.repository, series.id, series.root, code, currentVisibility],
  );
  return fresh;
}
