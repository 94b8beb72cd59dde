import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';

/** A registration as it is shown: as registered, with what was added since. */
export interface RegistrationView {
  register: string;
  year: number;
  number: number;
  at: string;
  on: string;
  flow: 'in' | 'out' | 'internal';
  sender: Correspondent[];
  recipients: Correspondent[];
  object: string;
  hash: string;
  attachments: { record: string; title: string; hash: string; format: string }[];
  senderOn: string | null;
  senderNumber: string | null;
  channel: string;
  operator: string;
  aoo: string;
  record: string;
  format: string;
  /** The fascicolo in which the document lies, and whether a procedure leads it; null until it lies in one. */
  fascicolo: { id: string; code: string | null; isCase: boolean } | null;
  emergencyNumber: number | null;
  emergencyAt: string | null;
  unit: string | null;
  classification: string | null;
  /** What stands in place of what was annulled. */
  corrected: { object?: string; sender?: Correspondent[]; recipients?: Correspondent[] };
  annulledAt: string | null;
}

/** Selects views from `protocol_registration p`. */
export const registrationColumns = `p.register, p.year, p.number, p.at, p.on_day AS "on", p.flow, p.sender, p.recipients, p.object, p.hash,
  (SELECT coalesce(jsonb_agg(a || jsonb_build_object('format', d.format) ORDER BY k), '[]')
     FROM jsonb_array_elements(p.attachments) WITH ORDINALITY AS x (a, k) JOIN eli4u.document d ON d.record_id = a ->> 'record') AS attachments,
  p.sender_on AS "senderOn", p.sender_number AS "senderNumber", p.channel, p.operator, p.aoo, p.record_id AS record,
  (SELECT format FROM eli4u.document d WHERE d.record_id = p.record_id) AS format,
  (SELECT jsonb_build_object('id', f.id, 'code', f.reference_code, 'isCase', EXISTS (SELECT FROM eli4u.procedure c WHERE c.id = f.id))
     FROM eli4u.record r JOIN eli4u.record f ON f.id = r.parent_id WHERE r.id = p.record_id AND f.level = 'file') AS fascicolo,
  p.emergency_number AS "emergencyNumber", p.emergency_at AS "emergencyAt", p.assigned_unit AS unit, p.classification, p.corrected,
  p.annulled_at AS "annulledAt"`;

/** A change of a registration, with who and when. */
export interface RegistrationChange {
  at: string;
  by: string;
  kind: ChangeKind;
  before: unknown;
  after: unknown;
  authorisation: string | null;
  reason: string | null;
}
export const changeKinds = [
  'assigned',
  'classified',
  'annulled',
  'objectAnnulled',
  'senderAnnulled',
  'recipientsAnnulled',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A message that belongs to a registration, or a receipt of one. */
export interface LinkedMessage {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  receipt: string | null;
  state: MessageState;
  subject: string;
  notedAt: string;
  reason: string | null;
}

export const messageStates = ['toRegister', 'registered', 'receipt', 'discarded', 'toSend', 'sent', 'failed'] as const;
export type MessageState = (typeof messageStates)[number];
