import type pg from 'pg';
import { isOfPerson } from '#lib/fascicoli/kind.ts';
import { referenceCode, type FascicoloNumber } from '#lib/fascicoli/reference-code.ts';
import { findVoice, voiceCode, type Titolario } from '#lib/fascicoli/titolario.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import type { Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import { currentVisibility, type Series } from '#lib/store/procedures/current-archive.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import type { OpenRequest, OpenResult, Refused } from './fascicolo-port.ts';
import { assignUnit } from './responsible-unit.ts';
import { nextFascicolo, saveEvent, saveFascicolo } from './save-fascicolo.ts';

export const refused = (code: string, it: string, en: string): Refused => ({
  kind: 'refused',
  reasons: [reason(code, it, en)],
});

interface Opening {
  request: OpenRequest;
  actor: Actor;
  now: Date;
  id: string;
  titolario: string;
  series: Series;
}

/** Opens a fascicolo of a kind without a clock; a procedure's is opened by filing its request, and nowhere else. */
export async function openFascicolo(desk: Desk, request: OpenRequest, actor: Actor): Promise<OpenResult> {
  const now = desk.now();
  const titolario = await titolarioOf(desk, request, romeDay(now));
  if (!desk.types.units().has(request.unit))
    return refused('unknownUnit', `«${request.unit}» non è un ufficio`, `"${request.unit}" is no office`);
  if (!findVoice(titolario, request.voice)) {
    const code = voiceCode(request.voice);
    return refused(
      'classNotInForce',
      `La classe ${code} non è nel titolario in vigore`,
      `The class ${code} is not in the filing plan in force`,
    );
  }
  if ((request.kind === 'attivita') !== (request.activity !== null))
    return refused(
      'activityWanted',
      'Di un’attività, e solo di quella, si dice quale',
      'An activity, and nothing else, says which it is',
    );
  const [id = ''] = await desk.takeIds(1);
  const series = await desk.seriesOf({ ...request.voice, titolario: titolario.version, kind: request.kind });
  const opening: Opening = { request, actor, now, id, titolario: titolario.version, series };
  return inTransaction(desk.pool, (client) => openIn(client, opening));
}

/** The one in force; for a part that of the file which it divides: files that are open keep theirs. */
async function titolarioOf(desk: Desk, { subOf }: OpenRequest, on: Day): Promise<Titolario> {
  const titolari = desk.types.titolari();
  if (subOf === undefined || subOf.includes('\0')) return titolari.on(on);
  const { rows } = await desk.pool.query<{ titolario: string }>(
    'SELECT titolario FROM eli4u.fascicolo WHERE record_id = $1',
    [subOf],
  );
  return (rows[0] && titolari.find(rows[0].titolario)) ?? titolari.on(on);
}

/** The file that a sottofascicolo divides, as far as it counts. */
interface Whole {
  number: FascicoloNumber;
  titolario: string;
}

async function openIn(client: pg.ClientBase, opening: Opening): Promise<Outcome<OpenResult>> {
  const { request, actor, now, id, series } = opening;
  const on = romeDay(now);
  const whole = request.subOf === undefined ? null : await nextPart(client, request, request.subOf);
  if (whole && 'kind' in whole) return { keep: false, value: whole };
  if (request.activity !== null && (await isOpenThisYear(client, opening, on)))
    return {
      keep: false,
      value: refused(
        'activityThere',
        'Quest’attività ha già il suo fascicolo di quest’anno',
        'This activity has its file of this year already',
      ),
    };
  const number = whole?.number ?? (await nextFascicolo(client, request.voice, on));
  const code = referenceCode(number);
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, title_lang, object, date_start, date_certainty, phase, visibility, opened_on)
     SELECT $1, $2, p.id, $4, nextval('eli4u.fascicolo_position'), p.depth + 1, 'file', $5, $6, $7, 'it', $8, $9, 'certain', 'current', $10, $9
       FROM eli4u.record p WHERE p.id = $3`,
    [
      id,
      series.repository,
      request.subOf ?? series.id,
      series.root,
      whole ? 'sottofascicolo' : 'fascicolo',
      code,
      request.title,
      request.object,
      on,
      currentVisibility,
    ],
  );
  await saveFascicolo(client, {
    id,
    kind: request.kind,
    titolario: whole?.titolario ?? opening.titolario,
    number,
    openedOn: on,
    unit: request.unit,
    subOf: request.subOf ?? null,
    activity: request.activity,
    keywords: request.keywords,
    words: [request.title, request.object],
  });
  await assignUnit(client, { record: id, unit: request.unit, on });
  await saveEvent(client, { id, kind: 'opened', at: now, on, actor: actorName(actor), details: { code } });
  return { keep: true, value: { kind: 'opened', id, code } };
}

/** The number of the next sottofascicolo; whoever divides the same file meanwhile waits. */
async function nextPart(client: pg.ClientBase, request: OpenRequest, subOf: string): Promise<Whole | Refused> {
  const { rows } = await client.query<{
    kind: OpenRequest['kind'];
    titolario: string;
    title: string;
    class: number;
    year: number;
    number: number;
    sub: number;
    closed: boolean;
  }>(
    `SELECT kind, titolario, title, class, year, number, sub_number AS sub, closed_on IS NOT NULL AS closed
       FROM eli4u.fascicolo WHERE record_id = $1 FOR UPDATE`,
    [subOf],
  );
  const of = rows[0];
  if (!of || of.sub > 0 || !isOfPerson(of.kind) || of.kind !== request.kind)
    return refused(
      'notDivided',
      'In sottofascicoli si divide un fascicolo di persona',
      'It is files of persons that are divided',
    );
  if (of.closed) return refused('closed', 'Il fascicolo è chiuso', 'The file is closed');
  const last = await client.query<{ sub: number }>(
    'SELECT coalesce(max(sub_number), 0) + 1 AS sub FROM eli4u.fascicolo WHERE sub_of = $1',
    [subOf],
  );
  return {
    titolario: of.titolario,
    number: { title: of.title, class: of.class, year: of.year, number: of.number, sub: last.rows[0]?.sub ?? 1 },
  };
}

/** Whether an activity has its fascicolo of the year; two registrars at once wait for each other. */
async function isOpenThisYear(client: pg.ClientBase, { request }: Opening, on: string): Promise<boolean> {
  const year = Number(on.slice(0, 4));
  const name = `activity ${voiceCode(request.voice)} ${year} ${request.activity}`;
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [name]);
  const { rowCount } = await client.query(
    'SELECT FROM eli4u.fascicolo WHERE title = $1 AND class = $2 AND year = $3 AND activity = $4 AND sub_of IS NULL',
    [request.voice.title, request.voice.class, year, request.activity],
  );
  return rowCount !== 0;
}
