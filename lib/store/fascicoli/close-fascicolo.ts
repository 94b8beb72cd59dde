import type pg from 'pg';
import { keepingAtClosing, type ClosingKeeping, type ClosingRequest } from '#lib/fascicoli/keeping-at-closing.ts';
import { referenceCode } from '#lib/fascicoli/reference-code.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { recomputeDependents } from '#lib/store/keeping/recompute-retention.ts';
import { saveRetention, type RetentionToSave } from '#lib/store/keeping/save-retention.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { change, led } from './change-fascicolo.ts';
import type { ChangeResult } from './fascicolo-port.ts';
import { refused } from './open-fascicolo.ts';
import { saveEvent } from './save-fascicolo.ts';

type Found = Exclude<ClosingKeeping, { kind: 'wanting' }>;

/**
 * Closes a fascicolo: nothing more comes into it, and the conservation plan of its titolario says what becomes of it. Refused where that cannot be
 * told and nobody says why it is told later. A sottofascicolo is kept as long as its fascicolo is.
 */
export async function closeFascicolo(
  desk: Desk,
  id: string,
  request: ClosingRequest,
  actor: Actor,
): Promise<ChangeResult> {
  const now = desk.now();
  const on = romeDay(now);
  const by = actorName(actor);
  return change(desk, id, async (client, held) => {
    if (held.kind === 'procedimento') return led();
    const open = await client.query('SELECT FROM eli4u.fascicolo WHERE sub_of = $1 AND closed_on IS NULL LIMIT 1', [
      id,
    ]);
    if (open.rowCount)
      return refused('openParts', 'Ha sottofascicoli ancora aperti', 'Some of its parts are still open');
    if (request.startsOn !== undefined && request.startsOn < held.openedOn)
      return refused(
        'startsTooEarly',
        'Gli anni non possono decorrere da prima dell’apertura del fascicolo',
        'The years cannot run from before the file was opened',
      );
    const plan = desk.types.titolari().planOf(held.titolario);
    const keeping = held.subOf === null ? keepingAtClosing(plan, held, on, request) : null;
    if (keeping?.kind === 'wanting') return { kind: 'refused', reasons: [keeping.reason] };
    await client.query('UPDATE eli4u.record SET closed_on = $2, date_end = $2, changed_at = now() WHERE id = $1', [
      id,
      on,
    ]);
    if (keeping) await saveKeeping(client, id, keeping, by, now);
    await recomputeDependents(client, id, by, now);
    const details = keeping ? { keeping: keeping.kind, ...(request.line ? { line: request.line } : {}) } : {};
    await saveEvent(client, { id, kind: 'closed', at: now, on, actor: by, details });
    return { kind: 'done', code: referenceCode(held) };
  });
}

async function saveKeeping(client: pg.ClientBase, id: string, keeping: Found, by: string, at: Date): Promise<void> {
  if (keeping.kind === 'discard' && keeping.fact !== null)
    await client.query(
      `INSERT INTO eli4u.retention_fact (record_id, fact, on_day, said_by, said_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (record_id, fact) DO UPDATE SET on_day = excluded.on_day, said_by = excluded.said_by, said_at = excluded.said_at`,
      [id, keeping.fact, keeping.from, by, at],
    );
  await saveRetention(client, id, toSave(keeping, by, at));
}

function toSave(keeping: Found, by: string, at: Date): RetentionToSave {
  const common = { rule: keeping.rule, by, at };
  switch (keeping.kind) {
    case 'keep':
      return { ...common, how: 'computed', disposition: 'keep', from: null, on: null, reason: null };
    case 'discard': {
      const { from, on, byHand } = keeping;
      return { ...common, how: byHand ? 'byHand' : 'computed', disposition: 'destroy', from, on, reason: null };
    }
    case 'postponed':
      return { ...common, how: 'postponed', disposition: null, from: null, on: null, reason: keeping.why };
  }
}
