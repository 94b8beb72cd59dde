import { createHash } from 'node:crypto';
import type { HandKind } from '#lib/fascicoli/kind.ts';
import { createFascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { authoriseDisposal, proposeDisposal, refuseItem, sendDisposal } from '#lib/store/keeping/disposals.ts';
import { filed, type TestDesk } from './procedure-desk.ts';

const by = { kind: 'officer', id: 'paolo' } as const;

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
  return { id, document: rows[0]?.document ?? '', storageKey: keyOf(bytes) };
}

/** Where bytes lie among the documents. */
export function keyOf(bytes: string): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/**
 * A fascicolo without a procedure and one document in it, opened and closed in 2025; a person's has a sottofascicolo with one more. It names Zenobia
 * Quagliarella wherever an office may write a name.
 */
export async function closedFascicolo(
  desk: TestDesk,
  kind: HandKind,
  bytes = `{"di":"${Math.random()}"}`,
): Promise<KeptFile & { part: string | null }> {
  const { pool, dataDir, types } = desk;
  const at = (instant: string) => createFascicoli({ pool, dataDir, types, now: () => new Date(instant) });
  const begun = at('2025-02-03T09:00:00Z');
  const request = {
    kind,
    voice: { title: 'VI', class: 5 },
    title: 'Ponte sul Piovego',
    object: 'Ponte sul Piovego: Zenobia Quagliarella',
    unit: 'urbanistica',
    keywords: ['Quagliarella'],
    activity: kind === 'attivita' ? `Ponti ${Math.random()}` : null,
  };
  const file = {
    format: 'json',
    fileName: 'quagliarella.json',
    title: 'Nota',
    flow: 'internal' as const,
    correspondent: null,
  };
  const opened = await begun.open(request, by);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const filled = await begun.fill(opened.id, { ...file, bytes: Buffer.from(bytes) }, by);
  if (filled.kind !== 'added') throw new Error(JSON.stringify(filled));
  let part: string | null = null;
  if (kind === 'personaFisica') {
    const divided = await begun.open({ ...request, subOf: opened.id }, by);
    if (divided.kind !== 'opened') throw new Error(JSON.stringify(divided));
    part = divided.id;
    await begun.fill(part, { ...file, bytes: Buffer.from(`${bytes} `) }, by);
    await begun.close(part, {}, by);
  }
  const ended = at('2025-06-02T09:00:00Z');
  const closed = await ended.close(opened.id, { postpone: 'lo decide l’archivista Quagliarella' }, by);
  if (closed.kind !== 'done') throw new Error(JSON.stringify(closed));
  return { id: opened.id, document: filled.record, storageKey: keyOf(bytes), part };
}

/** Its term is over. */
export const comeDue = (desk: TestDesk, id: string) =>
  desk.owner.query(
    `UPDATE eli4u.record SET disposition = 'destroy', disposition_on = '2026-01-01', phase = 'deposit' WHERE id = $1`,
    [id],
  );

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
