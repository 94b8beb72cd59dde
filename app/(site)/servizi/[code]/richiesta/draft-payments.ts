import { cache } from 'react';
import { composition } from '#lib/composition.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';
import type { OpenDraft } from './open-draft.ts';

const read = cache((owner: string, draft: string): Promise<StoredPayment[]> =>
  composition().payments.ofDraft(owner, draft),
);

/** What was begun to be paid for a draft, read once in a request. */
export const draftPayments = ({ session, draft }: Pick<OpenDraft, 'session' | 'draft'>): Promise<StoredPayment[]> =>
  read(session.agent, draft.id);
