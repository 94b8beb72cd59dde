import type pg from 'pg';
import type { FascicoloKind } from '#lib/fascicoli/kind.ts';
import { referenceCode, type FascicoloNumber } from '#lib/fascicoli/reference-code.ts';
import { findVoice, voiceCode, type Voice } from '#lib/fascicoli/titolario.ts';
import type { Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { wordsOf } from '#lib/search/fold.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { ChangeResult } from './fascicolo-port.ts';
import { refused } from './open-fascicolo.ts';
import { assignUnit } from './responsible-unit.ts';
import { nextFascicolo, saveEvent } from './save-fascicolo.ts';

/** A fascicolo that is held by this transaction. */
export interface Held extends FascicoloNumber {
  id: string;
  kind: FascicoloKind;
  titolario: string;
  openedOn: Day;
  closedOn: Day | null;
  subOf: string | null;
  unit: string;
}

/** Locks a fascicolo; null where there is none. */
export async function holdFascicolo(client: pg.ClientBase, id: string): Promise<Held | null> {
  const { rows } = await client.query<Held>(
    `SELECT record_id AS id, kind, titolario, title, class, year, number, sub_number AS sub, opened_on AS "openedOn",
            closed_on AS "closedOn", sub_of AS "subOf", unit
       FROM eli4u.fascicolo WHERE record_id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}

/** Changes a fascicolo that is open and no procedure's: those are led by their events. */
export async function change(
  desk: Desk,
  id: string,
  work: (client: pg.ClientBase, held: Held) => Promise<ChangeResult>,
): Promise<ChangeResult> {
  return inTransaction(desk.pool, async (client) => {
    if (id.includes('\0')) return { keep: false, value: { kind: 'unknown' as const } };
    // The record first, in the order in which everything that keeps takes them.
    await client.query('SELECT FROM eli4u.record WHERE id = $1 FOR UPDATE', [id]);
    const held = await holdFascicolo(client, id);
    if (!held) return { keep: false, value: { kind: 'unknown' as const } };
    const value =
      held.closedOn !== null
        ? refused('closed', 'Il fascicolo è chiuso', 'The file is closed')
        : await work(client, held);
    return { keep: value.kind === 'done', value };
  });
}

/** Refused: it is a procedure's. */
export const led = () =>
  refused(
    'ledByProcedure',
    'Lo guida il suo procedimento: si fa dalla pratica',
    'Its procedure leads it: do it from the case',
  );

/**
 * Another class: the fascicolo gets a number there, in the year in which it was opened, and keeps the old one among its former codes; that number is
 * given to no other. It is by the titolario in force that it is classified anew.
 */
export async function reclassify(
  desk: Desk,
  id: string,
  voice: Voice,
  why: string,
  actor: Actor,
): Promise<ChangeResult> {
  const now = desk.now();
  const on = romeDay(now);
  const titolario = desk.types.titolari().on(on);
  if (!findVoice(titolario, voice)) {
    const code = voiceCode(voice);
    return refused(
      'classNotInForce',
      `La classe ${code} non è nel titolario in vigore`,
      `The class ${code} is not in the filing plan in force`,
    );
  }
  if (id.includes('\0')) return { kind: 'unknown' };
  if (why.trim() === '') return refused('reasonWanted', 'Di’ perché', 'Say why');
  const kinds = await desk.pool.query<{ kind: FascicoloKind }>(
    'SELECT kind FROM eli4u.fascicolo WHERE record_id = $1',
    [id],
  );
  const kind = kinds.rows[0]?.kind;
  if (!kind) return { kind: 'unknown' };
  const series = await desk.seriesOf({ ...voice, titolario: titolario.version, kind });
  return change(desk, id, async (client, held) => {
    if (held.subOf !== null)
      return refused('isPart', 'Un sottofascicolo segue il suo fascicolo', 'A part follows its file');
    if (held.titolario === titolario.version && held.title === voice.title && held.class === voice.class)
      return refused('sameClass', 'È già in questa classe', 'It is in this class already');
    const parts = await client.query('SELECT FROM eli4u.fascicolo WHERE sub_of = $1 LIMIT 1', [id]);
    if (parts.rowCount)
      return refused(
        'hasParts',
        'Ha sottofascicoli: va riclassificato senza',
        'It has parts: it cannot be classified anew',
      );
    if (kind === 'attivita' && (await hasActivityThere(client, id, voice)))
      return refused(
        'activityThere',
        'In quella classe c’è già la stessa attività, nello stesso anno',
        'The same activity is there already, in the same year',
      );
    const number = await nextFascicolo(client, voice, held.openedOn);
    const [before, after] = [referenceCode(held), referenceCode(number)];
    await client.query(
      `UPDATE eli4u.fascicolo SET titolario = $2, title = $3, class = $4, year = $5, number = $6 WHERE record_id = $1`,
      [id, titolario.version, number.title, number.class, number.year, number.number],
    );
    await client.query(
      `UPDATE eli4u.record SET parent_id = $2, reference_code = $3, former_codes = former_codes || reference_code, changed_at = now() WHERE id = $1`,
      [id, series.id, after],
    );
    await addWords(client, id, after);
    const details = { from: before, to: after, why };
    await saveEvent(client, { id, kind: 'reclassified', at: now, on, actor: actorName(actor), details });
    return { kind: 'done', code: after };
  });
}

async function hasActivityThere(client: pg.ClientBase, id: string, voice: Voice): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM eli4u.fascicolo o JOIN eli4u.fascicolo f ON f.record_id = $1
      WHERE o.title = $2 AND o.class = $3 AND o.year = f.year AND o.activity = f.activity AND o.sub_of IS NULL`,
    [id, voice.title, voice.class],
  );
  return rowCount !== 0;
}

/** The old code still finds it. */
async function addWords(client: pg.ClientBase, id: string, text: string): Promise<void> {
  await client.query(
    'UPDATE eli4u.fascicolo_words SET words = words || array_to_tsvector($2::text[]) WHERE record_id = $1',
    [id, [...new Set(wordsOf(text))]],
  );
}

/** Another unit answers for it from today. */
export async function changeUnit(desk: Desk, id: string, unit: string, actor: Actor): Promise<ChangeResult> {
  if (!desk.types.units().has(unit))
    return refused('unknownUnit', `«${unit}» non è un ufficio`, `"${unit}" is no office`);
  const now = desk.now();
  const on = romeDay(now);
  return change(desk, id, async (client, held) => {
    if (held.kind === 'procedimento') return led();
    if (held.unit === unit) return refused('sameUnit', 'È già di questo ufficio', 'It is this office’s already');
    await assignUnit(client, { record: id, unit, on });
    const details = { from: held.unit, to: unit };
    await saveEvent(client, { id, kind: 'unitChanged', at: now, on, actor: actorName(actor), details });
    return { kind: 'done', code: referenceCode(held) };
  });
}
