import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import { saveRegistration, type RegistrationFacts } from '#lib/store/protocol/save-registration.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { currentVisibility } from './current-archive.ts';
import type { DocumentKind } from './case-view.ts';

/** Its number, with what only the register says of it. */
export interface Registered extends Pick<
  RegistrationFacts,
  'object' | 'attachments' | 'channel' | 'aoo' | 'unit' | 'classification'
> {
  number: Registration;
}

export interface DocumentToSave {
  record: string;
  /** The fascicolo, of whatever kind. */
  procedure: string;
  /** The fonds of the current archive, its custodian. */
  root: string;
  repository: string;
  /** Counts the documents of the fascicolo from 1. */
  ordinal: number;
  kind: DocumentKind;
  code: string | null;
  title: string;
  fileName: string | null;
  format: string;
  kept: KeptDocument;
  flow: 'in' | 'out' | 'internal';
  registration: Registered | null;
  /** The record of the document with which this one came, whose number it bears. */
  registeredWith: string | null;
  sender: readonly { name: string }[];
  recipients: readonly { name: string }[];
  addedAt: Date;
  /** The day it was in Italy. */
  on: Day;
  addedBy: string;
}

/** An item record below the fascicolo, its document with the protocollo's data, and what the procedure says of it. */
export async function saveDocument(client: pg.ClientBase, one: DocumentToSave): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, title_lang, date_start, date_end, phase, visibility, digital)
     SELECT $1, $2, f.id, $4, $5, f.depth + 1, 'item', $6, 'it', $7, $7, 'current', $8, true FROM eli4u.record f WHERE f.id = $3`,
    [
      one.record,
      one.repository,
      one.procedure,
      one.root,
      one.ordinal * 1000,
      one.title,
      one.registration?.number.on ?? one.on,
      currentVisibility,
    ],
  );
  const registration = one.registration?.number ?? null;
  await client.query(
    `INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow, protocol_register, protocol_year, protocol_number, protocol_on, sender, recipients)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      one.record,
      one.kept.sha256,
      one.format,
      one.kept.bytes,
      one.kept.storageKey,
      one.flow,
      registration?.register ?? null,
      registration?.year ?? null,
      registration?.number ?? null,
      registration?.on ?? null,
      JSON.stringify(one.sender),
      JSON.stringify(one.recipients),
    ],
  );
  await client.query(
    `INSERT INTO eli4u.procedure_document (record_id, procedure_id, ordinal, kind, code, registered_with, file_name, added_at, added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      one.record,
      one.procedure,
      one.ordinal,
      one.kind,
      one.code,
      one.registeredWith,
      one.fileName,
      one.addedAt,
      one.addedBy,
    ],
  );
  if (one.registration)
    await saveRegistration(client, {
      ...one.registration,
      registration: one.registration.number,
      record: one.record,
      at: one.addedAt,
      flow: one.flow,
      sender: one.sender,
      recipients: one.recipients,
      hash: one.kept.sha256,
      operator: one.addedBy,
    });
}
