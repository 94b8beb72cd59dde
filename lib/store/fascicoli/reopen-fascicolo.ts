import { referenceCode } from '#lib/fascicoli/reference-code.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { backToOffice } from '#lib/store/keeping/back-to-office.ts';
import { keptBar } from '#lib/store/keeping/kept-bars.ts';
import { recomputeDependents } from '#lib/store/keeping/recompute-retention.ts';
import { voidRetention } from '#lib/store/keeping/save-retention.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { holdFascicolo, led } from './change-fascicolo.ts';
import type { ChangeResult } from './fascicolo-port.ts';
import { refused } from './open-fascicolo.ts';
import { saveEvent } from './save-fascicolo.ts';

/** Opens a closed fascicolo again: what was reckoned of its keeping is void, and it is current and its office's once more. */
export async function reopenFascicolo(desk: Desk, id: string, why: string, actor: Actor): Promise<ChangeResult> {
  if (id.includes('\0')) return { kind: 'unknown' };
  if (why.trim() === '') return refused('reasonWanted', 'Di’ perché', 'Say why');
  const now = desk.now();
  const by = actorName(actor);
  return inTransaction<ChangeResult>(desk.pool, async (client) => {
    // The record first, as a scarto and a legal hold take it: either it is open before they look, or they are there before it is.
    await client.query('SELECT FROM eli4u.record WHERE id = $1 FOR UPDATE', [id]);
    const held = await holdFascicolo(client, id);
    if (!held) return { keep: false, value: { kind: 'unknown' } };
    const undone = (value: ChangeResult) => ({ keep: false, value });
    if (held.kind === 'procedimento') return undone(led());
    if (held.closedOn === null) return undone(refused('open', 'Il fascicolo è già aperto', 'The file is open'));
    const bar = await keptBar(client, id);
    if (bar) return undone({ kind: 'refused', reasons: [bar] });
    if (held.subOf !== null && (await holdFascicolo(client, held.subOf))?.closedOn !== null)
      return undone(
        refused('wholeClosed', 'È chiuso il fascicolo di cui fa parte: riapri quello', 'Its file is closed: open that'),
      );
    await client.query('UPDATE eli4u.record SET closed_on = NULL, date_end = NULL, changed_at = now() WHERE id = $1', [
      id,
    ]);
    await voidRetention(client, id);
    await backToOffice(client, id);
    await recomputeDependents(client, id, by, now);
    const event = { id, kind: 'reopened', at: now, on: romeDay(now), actor: by, details: { why } };
    await saveEvent(client, event);
    return { keep: true, value: { kind: 'done', code: referenceCode(held) } };
  });
}
