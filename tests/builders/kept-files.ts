import { createHash } from 'node:crypto';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { authoriseDisposal, proposeDisposal, refuseItem, sendDisposal } from '#lib/store/keeping/disposals.ts';
import { filed, type TestDesk } from './procedure-desk.ts';

export const archivist = (today: string): Keeper => ({
  by: 'officer:archivista',
  now: new Date(`${today}T10:00:00Z`),
  today,
});

export interface KeptFile {
  id: string;
  document: string;
  storageKey: string;
}

/** A fascicolo with one document of its own content, closed, with what is to become of it. */
export async function keptFile(
  desk: TestDesk,
  given: {
    bytes?: string;
    person?: string;
    taxCode?: string;
    disposition?: 'keep' | 'destroy' | null;
    closedOn?: string;
    on?: string | null;
    phase?: string;
  },
): Promise<KeptFile> {
  const {
    bytes = `{"di":"${Math.random()}"}`,
    disposition = 'destroy',
    closedOn = '2005-05-05',
    phase = 'deposit',
  } = given;
  const { person = 'Ermenegilda Scantamburlo', taxCode = 'SCNRNG50A41G224K' } = given;
  const { id } = await filed(desk.store, {
    request: { bytes: Buffer.from(bytes), format: 'json', fileName: `${person}.json` },
    parties: [
      {
        role: 'applicant',
        actsFor: null,
        agent: { kind: 'person', name: person, taxCode, contacts: { email: 'e@example.org' } },
      },
    ],
    subject: `Patrocinio per ${person}`,
  });
  await desk.owner.query(
    `UPDATE eli4u.record SET closed_on = $2, date_end = $2, opened_on = $2, disposition = $3, disposition_on = $4, phase = $5 WHERE id = $1`,
    [id, closedOn, disposition, disposition === 'destroy' ? (given.on ?? '2015-05-05') : null, phase],
  );
  await desk.owner.query('UPDATE eli4u.record SET phase = $2, date_end = $3 WHERE parent_id = $1', [
    id,
    phase,
    closedOn,
  ]);
  const { rows } = await desk.pool.query<{ document: string; storage_key: string }>(
    'SELECT o.record_id AS document, d.storage_key FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id) WHERE o.procedure_id = $1',
    [id],
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id, document: rows[0]?.document ?? '', storageKey: `${sha256.slice(0, 2)}/${sha256}` };
}

/** A list that was sent and authorised, but for what is refused. */
export async function authorised(desk: TestDesk, today: string, refused: readonly string[] = []): Promise<string> {
  const keeper = archivist(today);
  const id = await proposeDisposal(desk.pool, keeper);
  if (id === null) throw new Error('nothing to discard');
  await sendDisposal(desk.pool, id, keeper);
  for (const record of refused) await refuseItem(desk.pool, id, record, 'serve alla ricerca', keeper);
  const permit = { number: '1234-P', on: today };
  if (!(await authoriseDisposal(desk.pool, id, { permit, interior: null }, keeper))) throw new Error('not authorised');
  return id;
}

/** How many there are in each state. */
export async function statesOf(desk: TestDesk, disposal: string): Promise<Record<string, number>> {
  const { rows } = await desk.pool.query<{ state: string; n: number }>(
    'SELECT state, count(*)::integer AS n FROM eli4u.disposal_item WHERE disposal_id = $1 GROUP BY 1',
    [disposal],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
