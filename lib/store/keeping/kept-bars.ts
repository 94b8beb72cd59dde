import type pg from 'pg';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { reason } from '#lib/procedures/cases/reason.ts';

/** Why nothing can be done any more to a procedure whose fascicolo has left the office for good; null while it has not. */
export async function keptBar(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<Reason | null> {
  const { rows } = await client.query<{ phase: string; destroyed: boolean }>(
    'SELECT phase, deleted_at IS NOT NULL AS destroyed FROM eli4u.record WHERE id = $1',
    [id],
  );
  if (rows[0]?.destroyed) return destroyed;
  return rows[0]?.phase === 'historical' ? historical : null;
}

const destroyed = reason(
  'discarded',
  'il fascicolo è stato scartato con autorizzazione: ne restano solo i metadati',
  'the file has been discarded with a permit: only its metadata remain',
  'D.Lgs. 42/2004 art. 21 c. 1 d)',
);
const historical = reason(
  'inHistoricalSection',
  'il fascicolo è nella sezione storica dell’archivio: non si modifica più',
  'the file is in the historical section of the archive: it no longer changes',
  'D.Lgs. 42/2004 art. 30 c. 4',
);
