import type { Reach } from '#lib/access/reach.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { PagoPaClient } from '#lib/pagopa/pagopa-client.ts';
import type { PaperStamp } from '#lib/procedures/payments/paper-stamp.ts';
import type { Owed, Settles } from '#lib/procedures/payments/owed.ts';
import type { OnlineWay } from '#lib/procedures/payments/payment.ts';
import type { StampExemption } from '#lib/procedures/payments/stamp-exemptions.ts';
import { openDesk } from '#lib/store/procedures/open-desk.ts';
import type { FilingRequest, ProcedureStoreParts } from '#lib/store/procedures/procedure-store.ts';
import {
  askPayment,
  notePaidElsewhere,
  noteStampOf,
  type AskedResult,
  type CasePlace,
  type NotedStamp,
} from './ask-by-office.ts';
import { beginOfDraft, beginOnline, onlineWayOf, type BegunResult, type Paying } from './begin-online.ts';
import { findPayment, openPaymentsOf, paymentsOfCase, paymentsOfDraft, type OpenPayment } from './find-payments.ts';
import { hearNow, hearOne } from './hear-outcome.ts';
import type { DraftPaymentPlace } from './of-draft.ts';
import type { StoredPayment } from './payment-row.ts';
import { receiptsOfDraft } from './receipts-of-draft.ts';
import { claimExemption, declareStamp, sayPaid, withdrawSaid, type SaidResult } from './say-settled.ts';

export type { AskedResult } from './ask-by-office.ts';
export type { BegunResult, Paying } from './begin-online.ts';
export type { DraftPaymentPlace } from './of-draft.ts';
export type { StoredPayment } from './payment-row.ts';
export type { SaidResult } from './say-settled.ts';

/** What requests cost, and what became of it: the only way to read and write it. One per process. */
export interface PaymentStore {
  /** By which service something can be paid online here; null: by none. */
  onlineWay(owed: Pick<Owed, 'kind'>): OnlineWay | null;
  /** What of a request's costs can be settled here, and so must be before it is sent. */
  settles(): Settles;
  ofDraft(owner: string, draft: string): Promise<StoredPayment[]>;
  ofCase(procedure: string, reach: Reach): Promise<StoredPayment[]>;
  /** What somebody is asked to pay in their cases. */
  openOf(payer: string, reach: Reach): Promise<OpenPayment[]>;
  /** For who pays it, or filed the case it is of. */
  find(id: string, agents: readonly string[]): Promise<StoredPayment | null>;
  declareStamp(place: DraftPaymentPlace, stamp: PaperStamp): Promise<SaidResult>;
  claimExemption(place: DraftPaymentPlace, said: { norm: StampExemption; words: string }): Promise<SaidResult>;
  sayPaid(place: DraftPaymentPlace, said: { paidOn: Day; words: string }): Promise<SaidResult>;
  withdraw(place: DraftPaymentPlace): Promise<SaidResult>;
  beginOfDraft(place: DraftPaymentPlace, paying: Paying): Promise<BegunResult>;
  /** Of one that is asked for. Whether somebody may is said before. */
  begin(id: string, paying: Paying): Promise<BegunResult>;
  /** Somebody came back: the platform is asked at once. */
  hearNow(id: string): Promise<void>;
  /** One notice that is due is asked about; false where none is. */
  hearOne(): Promise<boolean>;
  receiptsOfDraft(owner: string, draft: string): Promise<FilingRequest['documents']>;
  ask(
    place: CasePlace,
    asked: { owed: Pick<Owed, 'fee' | 'kind' | 'due'>; cents: number; payer: string },
  ): Promise<AskedResult>;
  noteStamp(
    place: CasePlace,
    noted: { owed: Pick<Owed, 'fee' | 'part' | 'due'> & { cents: number }; stamp: PaperStamp },
  ): Promise<NotedStamp>;
  notePaidElsewhere(place: CasePlace, noted: { id: string; paidOn: Day; words: string }): Promise<boolean>;
}

export function createPaymentStore(given: ProcedureStoreParts & { pagoPa: PagoPaClient | null }): PaymentStore {
  const { pool, now, pagoPa, types } = given;
  const desk = openDesk(given);
  const parts = { pool, now, pagoPa, gate: desk.gate, creditor: () => types.comune() };
  return {
    onlineWay: (owed) => onlineWayOf(owed, pagoPa),
    settles: () => (pagoPa?.positions ? 'all' : 'stamps'),
    ofDraft: (owner, draft) => paymentsOfDraft(pool, owner, draft),
    ofCase: (procedure, reach) => paymentsOfCase(pool, procedure, reach),
    openOf: (payer, reach) => openPaymentsOf(pool, payer, reach),
    find: (id, agents) => findPayment(pool, id, agents),
    declareStamp: (place, stamp) => declareStamp(parts, place, stamp),
    claimExemption: (place, said) => claimExemption(parts, place, said),
    sayPaid: (place, said) => sayPaid(parts, place, said),
    withdraw: (place) => withdrawSaid(parts, place),
    beginOfDraft: (place, paying) => beginOfDraft(parts, place, paying),
    begin: (id, paying) => beginOnline(parts, id, paying),
    hearNow: async (id) => {
      if (pagoPa) await hearNow(parts, pagoPa, id);
    },
    hearOne: async () => pagoPa !== null && hearOne(parts, pagoPa),
    receiptsOfDraft: (owner, draft) => receiptsOfDraft(pool, owner, draft),
    ask: (place, asked) => askPayment(parts, place, asked),
    noteStamp: (place, noted) => noteStampOf(parts, place, noted),
    notePaidElsewhere: (place, noted) => notePaidElsewhere(parts, place, noted),
  };
}
