import type pg from 'pg';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import { registerWords } from './register-documents.ts';

/** What the register says of a document that is saved together with its number. */
export interface RegistrationFacts {
  registration: Registration;
  record: string;
  at: Date;
  flow: 'in' | 'out' | 'internal';
  sender: readonly { name: string }[];
  recipients: readonly { name: string }[];
  object: string;
  hash: string;
  attachments: readonly { record: string; title: string; hash: string }[];
  channel: string;
  operator: string;
  aoo: string;
  unit: string | null;
  classification: string | null;
}

/** Writes a registration in the transaction that took its number. */
export async function saveRegistration(client: pg.ClientBase, facts: RegistrationFacts): Promise<void> {
  const { registration, sender, recipients } = facts;
  await client.query(
    `INSERT INTO eli4u.protocol_registration (register, year, number, at, on_day, flow, sender, recipients, object, hash, attachments, channel, operator,
       aoo, record_id, assigned_unit, classification, words)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, array_to_tsvector(string_to_array($18, ' ')))`,
    [
      registration.register,
      registration.year,
      registration.number,
      facts.at,
      registration.on,
      facts.flow,
      JSON.stringify(sender),
      JSON.stringify(recipients),
      facts.object,
      facts.hash,
      JSON.stringify(facts.attachments),
      facts.channel,
      facts.operator,
      facts.aoo,
      facts.record,
      facts.unit,
      facts.classification,
      registerWords([facts.object, ...sender.map(({ name }) => name), ...recipients.map(({ name }) => name)]),
    ],
  );
}
