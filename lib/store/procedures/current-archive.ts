import type pg from 'pg';
import { decideVisibility } from '#lib/access/visibility.ts';
import type { Comune } from '#lib/procedures/comune.ts';
import { findOrMakeInstitution } from '#lib/store/writing/save-institution.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { inTransaction } from './in-transaction.ts';

/** Where new fascicoli go: one series for each class of the titolario, under one fonds. */
export interface Series {
  id: string;
  root: string;
  repository: string;
}

/** Key in `setting`, and the lock under which it is written. */
const archiveKey = 'current_archive';
const archiveLock = 4_104_010;

interface Archive {
  repository: string;
  fonds: string;
  /** By `X/10`: title and class. */
  series: Record<string, string>;
}

/** A running record is never public: its phase says so, and `lib/access` with it. */
export const currentVisibility = decideVisibility(
  { phase: 'current', sensitivity: 'none', internal: false, closed: null, lastDate: null },
  '0001-01-01',
);

/** Finds the series of a class, making it, its fonds and the custodian where they are missing, in a transaction of its own. */
export function createCurrentArchive(pool: pg.Pool, comune: () => Comune) {
  let known: Archive | null = null;
  return async (title: string, number: number): Promise<Series> => {
    const voice = `${title}/${number}`;
    if (!known?.series[voice])
      known = await inTransaction(pool, async (client) => ({ keep: true, value: await make(client, comune(), voice) }));
    const id = known.series[voice];
    if (!id) throw new Error(`the series ${voice} of the current archive was not made`);
    return { id, root: known.fonds, repository: known.repository };
  };
}

async function make(client: pg.ClientBase, comune: Comune, voice: string): Promise<Archive> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [archiveLock]);
  const { rows } = await client.query<{ value: Archive }>('SELECT value FROM eli4u.setting WHERE key = $1', [
    archiveKey,
  ]);
  const mint = new IdentifierMint(client);
  await mint.reserve(3);
  const archive = rows[0]?.value ?? (await makeFonds(client, mint, comune));
  if (archive.series[voice]) return archive;
  const [title = '', number = ''] = voice.split('/');
  const id = mint.take();
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, title_lang, phase, visibility)
     SELECT $1, $2, $3, $3, coalesce(max(position), 0) + 1000, 1, 'series', 'serie', $4, $5, 'it', 'current', $6
       FROM eli4u.record WHERE parent_id = $3`,
    [id, archive.repository, archive.fonds, voice, `Titolo ${title}, classe ${number}`, currentVisibility],
  );
  const grown = { ...archive, series: { ...archive.series, [voice]: id } };
  await client.query(
    `INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
    [archiveKey, JSON.stringify(grown)],
  );
  return grown;
}

async function makeFonds(client: pg.ClientBase, mint: IdentifierMint, comune: Comune): Promise<Archive> {
  const repository = await findOrMakeInstitution(client, mint, comune.code, comune.name.it);
  const fonds = mint.take();
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, unit_type, title, title_lang, phase, visibility)
     VALUES ($1, $2, $1, 0, 0, 'fonds', 'fondo', $3, 'it', 'current', $4)`,
    [fonds, repository, `${comune.name.it}, Archivio corrente`, currentVisibility],
  );
  return { repository, fonds, series: {} };
}
