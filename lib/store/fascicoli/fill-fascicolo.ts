import { romeDay } from '#lib/procedures/rome.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import { officeNamed, type Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { nextNumber } from '#lib/store/procedures/protocollo.ts';
import { saveDocument } from '#lib/store/procedures/save-document.ts';
import { holdFascicolo } from './change-fascicolo.ts';
import type { FilledDocument, FillResult } from './fascicolo-port.ts';
import { refused } from './open-fascicolo.ts';
import { saveEvent } from './save-fascicolo.ts';

/** A document joins a fascicolo that has no procedure; what comes in or goes out is registered in the protocollo. */
export async function fillFascicolo(
  desk: Desk,
  id: string,
  document: FilledDocument,
  actor: Actor,
): Promise<FillResult> {
  if (id.includes('\0')) return { kind: 'unknown' };
  const admitted = await desk.gate.admitGiven(document, { by: actorName(actor), about: id });
  if (admitted.kind !== 'admitted') return notAdmitted(admitted, document.fileName);
  const { kept } = admitted;
  const [record = ''] = await desk.takeIds(1);
  const now = desk.now();
  const on = romeDay(now);
  return inTransaction<FillResult>(desk.pool, async (client) => {
    // The record first, as whoever closes it does: in the other order the two would wait for each other.
    await client.query('SELECT FROM eli4u.record WHERE id = $1 FOR UPDATE', [id]);
    const held = await holdFascicolo(client, id);
    if (!held) return { keep: false, value: { kind: 'unknown' } };
    if (held.kind === 'procedimento')
      return {
        keep: false,
        value: refused(
          'ledByProcedure',
          'I documenti di un procedimento si aggiungono dalla pratica',
          'Documents of a procedure are added from the case',
        ),
      };
    if (held.closedOn !== null)
      return { keep: false, value: refused('closed', 'Il fascicolo è chiuso', 'The file is closed') };
    const { rows } = await client.query<{ root: string; repository: string; ordinal: number }>(
      `SELECT root_id AS root, repository_id AS repository,
              (SELECT coalesce(max(ordinal), 0) + 1 FROM eli4u.procedure_document WHERE procedure_id = $1) AS ordinal
         FROM eli4u.record WHERE id = $1`,
      [id],
    );
    const place = rows[0];
    if (!place) throw new Error(`the fascicolo ${id} has no record`);
    const registration =
      document.flow === 'internal' ? null : await nextNumber(client, desk.types.comune().register, on);
    const office = [officeNamed(desk, held.unit)];
    const correspondent = document.correspondent === null ? [] : [{ name: document.correspondent }];
    await saveDocument(client, {
      ...place,
      record,
      procedure: id,
      kind: document.flow === 'in' ? 'attachment' : document.flow === 'out' ? 'act' : 'other',
      code: null,
      title: document.title,
      fileName: document.fileName,
      format: document.format,
      kept,
      flow: document.flow,
      registration: registration && {
        number: registration,
        object: document.title,
        attachments: [],
        channel: 'counter',
        aoo: desk.types.comune().code,
        unit: held.unit,
        classification: `${held.title}/${held.class}`,
      },
      registeredWith: null,
      sender: document.flow === 'in' ? correspondent : office,
      recipients: document.flow === 'out' ? correspondent : office,
      addedAt: now,
      on,
      addedBy: actorName(actor),
    });
    await saveEvent(client, { id, kind: 'documentAdded', at: now, on, actor: actorName(actor), details: { record } });
    return { keep: true, value: { kind: 'added', record, registration } };
  });
}
