import type pg from 'pg';
import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { stateRights } from '#lib/store/rights/state-rights.ts';

/**
 * What the custodians of the demonstration state of their reproductions and descriptions: out of copyright, with uses for profit reserved by the
 * law on cultural property; descriptions free for all, as Europeana wants them.
 */
export async function stateDemoRights(pool: pg.Pool, now: Date): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM eli4u.institution WHERE code = ANY($1) AND rights_uri IS NULL AND metadata_licence IS NULL',
    [Object.keys(CUSTODIANS)],
  );
  for (const { id } of rows)
    await stateRights(
      pool,
      {
        of: { kind: 'institution', id },
        rights: { uri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/' },
        licence: { uri: 'http://creativecommons.org/publicdomain/zero/1.0/' },
      },
      { by: 'system', now, today: romeDay(now) },
    );
}
