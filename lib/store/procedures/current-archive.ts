import type pg from 'pg';
import { decideVisibility } from '#lib/access/visibility.ts';
import { seriesWords, type FascicoloKind } from '#lib/fascicoli/kind.ts';
import { voiceCode, type Voice } from '#lib/fascicoli/titolario.ts';
import type { Comune } from '#lib/procedures/comune.ts';
import { findOrMakeInstitution } from '#lib/store/writing/save-institution.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { inTransaction } from './in-transaction.ts';

/** Where new fascicoli go: a series of its own for each class and kind, under the fonds of the Comune. */
export interface Series {
  id: string;
  root: string;
  repository: string;
}

/** Which series is meant: a version of the titolario, a class of it, and the kind of fascicoli. */
export interface SeriesKey extends Voice {
  titolario: string;
  kind: FascicoloKind;
}

/** Key in `setting`, and the lock under which it is written. */
const archiveKey = 'current_archive';
const archiveLock = 4_104_010;

/** The fonds; what it is kept as may have more in it, from before series had a table. */
export interface CurrentFonds {
  repository: string;
  fonds: string;
}

/** A running record is never public: its phase says so, and `lib/access` with it. */
export const currentVisibility = decideVisibility(
  { phase: 'current', sensitivity: 'none', internal: false, closed: null, lastDate: null },
  '0001-01-01',
);

/** Finds the series of a class and kind, making it, its fonds and the custodian where they are missing, in a transaction of its own. */
export function createCurrentArchive(pool: pg.Pool, comune: () => Comune) {
  const known = new Map<string, Series>();
  return async (key: SeriesKey): Promise<Series> => {
    const name = `${key.titolario} ${voiceCode(key)} ${key.kind}`;
    const found = known.get(name);
    if (found) return found;
    const made = await inTransaction(pool, async (client) => ({
      keep: true,
      value: await make(client, comune(), key),
    }));
    known.set(name, made);
    return made;
  };
}

async function make(client: pg.ClientBase, comune: Comune, key: SeriesKey): Promise<Series> {
  const mint = new IdentifierMint(client);
  await mint.reserve(3);
  const { fonds, repository } = await currentFonds(client, mint, comune);
  const { rows } = await client.query<{ id: string }>(
    'SELECT record_id AS id FROM eli4u.fascicolo_series WHERE titolario = $1 AND title = $2 AND class = $3 AND kind = $4',
    [key.titolario, key.title, key.class, key.kind],
  );
  if (rows[0]) return { id: rows[0].id, root: fonds, repository };
  const id = mint.take();
  const voice = key.class === 0 ? `Titolo ${key.title}` : `Titolo ${key.title}, classe ${key.class}`;
  await saveSeries(client, {
    id,
    fonds,
    repository,
    code: voiceCode(key),
    title: `${voice}: ${seriesWords[key.kind]}`,
  });
  await client.query(
    'INSERT INTO eli4u.fascicolo_series (titolario, title, class, kind, record_id) VALUES ($1, $2, $3, $4, $5)',
    [key.titolario, key.title, key.class, key.kind, id],
  );
  return { id, root: fonds, repository };
}

/** One more series at the end of the fonds; the caller holds its lock. */
export async function saveSeries(
  client: pg.ClientBase,
  {
    id,
    fonds,
    repository,
    code,
    title,
  }: { id: string; fonds: string; repository: string; code: string; title: string },
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, title_lang, phase, visibility)
     SELECT $1, $2, $3, $3, coalesce(max(position), 0) + 1000, 1, 'series', 'serie', $4, $5, 'it', 'current', $6
       FROM eli4u.record WHERE parent_id = $3`,
    [id, repository, fonds, code, title, currentVisibility],
  );
}

/** The fonds of the Comune, made the first time; whoever comes meanwhile waits until this transaction ends. */
export async function currentFonds(client: pg.ClientBase, mint: IdentifierMint, comune: Comune): Promise<CurrentFonds> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [archiveLock]);
  const { rows } = await client.query<{ value: CurrentFonds }>('SELECT value FROM eli4u.setting WHERE key = $1', [
    archiveKey,
  ]);
  if (rows[0]) return rows[0].value;
  const repository = await findOrMakeInstitution(client, mint, comune.code, comune.name.it);
  const fonds = mint.take();
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, unit_type, title, title_lang, phase, visibility)
     VALUES ($1, $2, $1, 0, 0, 'fonds', 'fondo', $3, 'it', 'current', $4)`,
    [fonds, repository, `${comune.name.it}, Archivio degli uffici`, currentVisibility],
  );
  await client.query('INSERT INTO eli4u.setting (key, value) VALUES ($1, $2)', [
    archiveKey,
    JSON.stringify({ repository, fonds }),
  ]);
  return { repository, fonds };
}
