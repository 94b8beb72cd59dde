import type pg from 'pg';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { replaceDocument, type ReplaceResult } from '#lib/store/documents/replace-document.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { holdFascicolo } from './change-fascicolo.ts';
import type { NextFile } from './fascicolo-port.ts';

/** A new version of a document of a fascicolo that has no procedure, looked at for viruses and kept first. */
export async function replaceInFascicolo(
  desk: Desk,
  { id, record }: { id: string; record: string },
  next: NextFile,
  actor: Actor,
): Promise<ReplaceResult> {
  if (`${id}${record}`.includes('\0')) return { kind: 'unknown' };
  const by = actorName(actor);
  const admitted = await desk.gate.admitGiven(next, { by, about: id });
  if (admitted.kind !== 'admitted') return notAdmitted(admitted, next.fileName);
  const { kept } = admitted;
  const { format, fileName, reason, expected } = next;
  return replaceDocument(
    desk.pool,
    { fascicolo: id, record, kept, format, fileName, reason, expected, by, at: desk.now() },
    async (client) => {
      const held = await holdFascicolo(client, id);
      return held && held.kind !== 'procedimento' ? { closed: held.closedOn !== null } : null;
    },
  );
}

/** Whether a fascicolo is there and no procedure leads it: documents of those are read from the case. */
export async function isLedByHand(pool: pg.Pool, id: string): Promise<boolean> {
  if (id.includes('\0')) return false;
  const { rowCount } = await pool.query(`SELECT FROM eli4u.fascicolo WHERE record_id = $1 AND kind <> 'procedimento'`, [
    id,
  ]);
  return rowCount === 1;
}
