import type pg from 'pg';
import { numberOfCode, yearOfOpening } from '#lib/fascicoli/reference-code.ts';
import { findVoice, voiceCode, type Voice } from '#lib/fascicoli/titolario.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import { currentFonds, currentVisibility, saveSeries } from '#lib/store/procedures/current-archive.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import { nextNumber } from '#lib/store/procedures/protocollo.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import type { NumberRequest, NumberResult, OpenResult, RepertorioEntry, RepertorioLine } from './fascicolo-port.ts';
import { refused } from './open-fascicolo.ts';

/** Opens a series of documents: delibere, determine, ordinanze, contratti. */
export async function openRepertorio(
  desk: Desk,
  given: { code: string; title: string; voice: Voice },
  actor: Actor,
): Promise<OpenResult> {
  const now = desk.now();
  const on = romeDay(now);
  const titolario = desk.types.titolari().on(on);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(given.code) || given.code.length > 60)
    return refused(
      'codeWanted',
      'Il codice è di lettere minuscole, cifre e trattini',
      'The code is of small letters, digits and hyphens',
    );
  if (!findVoice(titolario, given.voice)) {
    const code = voiceCode(given.voice);
    return refused(
      'classNotInForce',
      `La classe ${code} non è nel titolario in vigore`,
      `The class ${code} is not in the filing plan in force`,
    );
  }
  return inTransaction<OpenResult>(desk.pool, async (client) => {
    const mint = new IdentifierMint(client);
    await mint.reserve(3);
    const { fonds, repository } = await currentFonds(client, mint, desk.types.comune());
    const there = await client.query('SELECT FROM eli4u.repertorio WHERE code = $1', [given.code]);
    if (there.rowCount)
      return {
        keep: false,
        value: refused(
          'codeTaken',
          'C’è già un repertorio con questo codice',
          'There is a register with this code already',
        ),
      };
    const id = mint.take();
    await saveSeries(client, { id, fonds, repository, code: given.code, title: given.title });
    await client.query(
      'INSERT INTO eli4u.repertorio (record_id, code, title, class, titolario, opened_on) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, given.code, given.voice.title, given.voice.class, titolario.version, on],
    );
    await client.query(
      `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, 'repertorio.opened', $3, $4)`,
      [now, actorName(actor), id, JSON.stringify({ code: given.code })],
    );
    return { keep: true, value: { kind: 'opened', id, code: given.code } };
  });
}

/** Numbers a document in a repertorio: without gaps in the year, on no earlier day than the one before, never changed afterwards. */
export async function numberDocument(desk: Desk, request: NumberRequest, actor: Actor): Promise<NumberResult> {
  if (request.repertorio.includes('\0')) return { kind: 'unknown' };
  if (!desk.types.units().has(request.unit))
    return refused('unknownUnit', `«${request.unit}» non è un ufficio`, `"${request.unit}" is no office`);
  const admitted = await desk.gate.admitGiven(request.file, { by: actorName(actor), about: null });
  if (admitted.kind !== 'admitted') return notAdmitted(admitted, request.file.fileName);
  const { kept } = admitted;
  const [record = ''] = await desk.takeIds(1);
  return inTransaction(desk.pool, (client) => numberIn(client, desk, request, { record, kept, actor }));
}

async function numberIn(
  client: pg.ClientBase,
  desk: Desk,
  request: NumberRequest,
  { record, kept, actor }: { record: string; kept: KeptDocument; actor: Actor },
): Promise<Outcome<NumberResult>> {
  const now = desk.now();
  const { rows } = await client.query<{ id: string; root: string; repository: string }>(
    `SELECT r.id, r.root_id AS root, r.repository_id AS repository FROM eli4u.repertorio p JOIN eli4u.record r ON r.id = p.record_id WHERE p.code = $1`,
    [request.repertorio],
  );
  const place = rows[0];
  if (!place) return { keep: false, value: { kind: 'unknown' } };
  const fascicolo = request.fascicolo === null ? null : await findByCode(client, request.fascicolo);
  if (request.fascicolo !== null && fascicolo === null)
    return {
      keep: false,
      value: refused(
        'unknownFascicolo',
        `Non c’è un fascicolo ${request.fascicolo}`,
        `There is no file ${request.fascicolo}`,
      ),
    };
  const { number, on } = await nextNumber(client, `repertorio ${request.repertorio}`, romeDay(now));
  const year = yearOfOpening(on);
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, reference_code, title, title_lang, object, date_start, date_end, phase, visibility, digital)
     VALUES ($1, $2, $3, $4, nextval('eli4u.fascicolo_position'), 2, 'item', $5, $6, 'it', $7, $8, $8, 'current', $9, true)`,
    [
      record,
      place.repository,
      place.id,
      place.root,
      `${request.repertorio} ${number}/${year}`,
      request.title,
      request.object,
      on,
      currentVisibility,
    ],
  );
  await client.query(
    `INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow) VALUES ($1, $2, $3, $4, $5, 'internal')`,
    [record, kept.sha256, request.file.format, kept.bytes, kept.storageKey],
  );
  await client.query(
    `INSERT INTO eli4u.repertorio_entry (repertorio_id, year, number, record_id, on_day, unit, added_by, added_at, file_name, fascicolo_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [place.id, year, number, record, on, request.unit, actorName(actor), now, request.file.fileName, fascicolo],
  );
  await client.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, 'repertorio.numbered', $3, $4)`,
    [now, actorName(actor), record, JSON.stringify({ repertorio: request.repertorio, year, number })],
  );
  return { keep: true, value: { kind: 'numbered', record, year, number } };
}

async function findByCode(client: pg.ClientBase, code: string): Promise<string | null> {
  const number = numberOfCode(code.trim());
  if (!number) return null;
  const { rows } = await client.query<{ id: string }>(
    `SELECT record_id AS id FROM eli4u.fascicolo WHERE title = $1 AND class = $2 AND year = $3 AND number = $4 AND sub_number = $5`,
    [number.title, number.class, number.year, number.number, number.sub],
  );
  return rows[0]?.id ?? null;
}

/** All repertori: there are as many as kinds of acts. */
export async function listRepertori(pool: pg.Pool): Promise<RepertorioLine[]> {
  const { rows } = await pool.query<RepertorioLine>(
    `SELECT p.record_id AS id, p.code, p.title, p.class, r.title AS "recordTitle", p.opened_on AS "openedOn",
            (SELECT coalesce(sum(g.last_number), 0)::integer FROM eli4u.protocol_register g WHERE g.register = 'repertorio ' || p.code) AS documents
       FROM eli4u.repertorio p JOIN eli4u.record r ON r.id = p.record_id ORDER BY r.title, p.code LIMIT 500`,
  );
  return rows;
}

type EntryRow = Omit<RepertorioEntry, 'fascicolo' | 'bytes'> & {
  bytes: string | number;
  fascicoloId: string | null;
  fascicoloCode: string;
};

/** The documents of a repertorio, the latest first. */
export async function listEntries(
  pool: pg.Pool,
  code: string,
  {
    year,
    before,
    limit = 50,
  }: { year?: number | undefined; before?: { year: number; number: number } | undefined; limit?: number },
): Promise<{ items: RepertorioEntry[]; next: { year: number; number: number } | null }> {
  if (code.includes('\0')) return { items: [], next: null };
  const most = Math.min(Math.max(limit, 1), 100);
  const { rows } = await pool.query<EntryRow>(
    `SELECT e.record_id AS record, e.year, e.number, r.title, coalesce(r.object, r.title) AS object, e.on_day AS "on", e.unit, d.format, d.bytes,
            e.file_name AS "fileName", e.fascicolo_id AS "fascicoloId", f.reference_code AS "fascicoloCode"
       FROM eli4u.repertorio p JOIN eli4u.repertorio_entry e ON e.repertorio_id = p.record_id JOIN eli4u.record r ON r.id = e.record_id
       JOIN eli4u.document d ON d.record_id = e.record_id LEFT JOIN eli4u.record f ON f.id = e.fascicolo_id
      WHERE p.code = $1 AND ($2::smallint IS NULL OR e.year = $2) AND (e.year, e.number) < ($3::smallint, $4::integer)
      ORDER BY e.year DESC, e.number DESC LIMIT $5`,
    [code, year ?? null, before?.year ?? 32_767, before?.number ?? 0, most + 1],
  );
  const items = rows.slice(0, most).map(({ fascicoloId, fascicoloCode, bytes, ...row }) => ({
    ...row,
    bytes: Number(bytes),
    fascicolo: fascicoloId === null ? null : { id: fascicoloId, code: fascicoloCode },
  }));
  const last = items.at(-1);
  return { items, next: rows.length > most && last ? { year: last.year, number: last.number } : null };
}
