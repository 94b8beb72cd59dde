import { mayFor } from './delegations/acting.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Organisation } from './organisation.ts';
import type { Permission } from './permission.ts';
import { mayAct } from './procedures.ts';
import type { CitizenSession, Session } from './session.ts';

/** A payment, as far as it decides who has to do with it. */
export interface PaymentFacts {
  payer: string;
  procedure: string | null;
}

/**
 * Whether somebody may pay what is asked of a payer: themselves, or who files for them in that case. Of a draft only who writes it: nobody else knows
 * that it is there.
 */
export function mayPay(
  session: Session | null,
  { payer, procedure }: PaymentFacts,
  type: string,
): session is CitizenSession {
  if (session?.kind !== 'citizen') return false;
  if (payer === session.agent) return true;
  return procedure !== null && mayFor(session, payer, 'file', { type, id: procedure });
}

/** Who asks a party to pay, and notes that they did otherwise: whoever handles the case, as with what else goes to the parties. */
export const mayAskPayment = (session: Session, facts: CaseFacts, organisation: Organisation): Permission =>
  mayAct(session, facts, 'noteDelivery', organisation);
