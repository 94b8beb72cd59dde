/** A document of a case, as its party may know of it. */
export interface OwnDocument {
  title: string;
  fileName: string | null;
  format: string;
  bytes: number;
  sha256: string;
  flow: string | null;
  protocol: string | null;
  url: string;
}

export interface OwnCase {
  id: string;
  type: string;
  title: string;
  protocol: string;
  filedOn: string;
  state: string;
  outcome: string | null;
  concludedOn: string | null;
  office: string;
  role: string;
  /** What they answered in the form; only of whom the request is. */
  answers: Record<string, unknown> | null;
  url: string;
  documents: OwnDocument[];
  /** What they and the office wrote to each other. */
  messages: { at: string; from: 'office' | 'party'; text: string }[];
  payments: OwnPayment[];
}

/** What a case cost, or is to cost, and where it stands. */
export interface OwnPayment {
  fee: string;
  amount: string;
  state: string;
  noticeNumber: string | null;
  paidOn: string | null;
}

/** A request that they are writing, with what is typed so far. */
export interface OwnDraft {
  type: string;
  savedAt: string;
  keptUntil: string;
  answers: Readonly<Record<string, readonly string[]>>;
  files: { name: string | null; format: string; bytes: number; sha256: string }[];
}

export interface OwnDelegation {
  side: 'given' | 'received';
  with: string;
  power: string;
  scope: string;
  from: string;
  until: string | null;
  state: string;
}

export interface OwnLook {
  at: string;
  what: string;
  case: string | null;
  document: string | null;
  by: string;
  why: string | null;
}

/** One contact with the front office, as the operator wrote it. */
export interface OwnOfficeContact {
  at: string;
  channel: string;
  askedBy: string;
  asker: string | null;
  asked: string;
  need: string | null;
  service: string | null;
  answered: string;
  outcome: string | null;
  rating: string | null;
  identified: string | null;
  cases: string[];
}

/** All that is held of somebody, as it is handed to them (GDPR arts. 15, 20): what is long is read as it goes out. */
export interface OwnData {
  madeAt: string;
  controller: string;
  identity: {
    name: string;
    taxCode: string | null;
    foreignIdentifier: string | null;
    vouchedForAt: string | null;
    birth: { on: string; at: string; citizenship: string } | null;
  };
  contacts: Record<string, string>;
  language: string | null;
  consents: { purpose: string; givenAt: string; withdrawnAt: string | null }[];
  cases(): AsyncIterable<OwnCase>;
  drafts(): AsyncIterable<OwnDraft>;
  delegations(): AsyncIterable<OwnDelegation>;
  contactChanges(): AsyncIterable<{
    at: string;
    changes: { field: string; before: string | null; after: string | null }[];
  }>;
  officeContacts(): AsyncIterable<OwnOfficeContact>;
  looks(): AsyncIterable<OwnLook>;
}
