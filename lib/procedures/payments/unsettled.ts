import { isAmountOf, type Owed } from './owed.ts';
import { isSettled, type Payment } from './payment.ts';

/** The payment that was begun for what is owed; null for none. */
export const paymentFor = <P extends Pick<Payment, 'fee' | 'part'>>(
  { fee, part }: Owed,
  payments: readonly P[],
): P | null => payments.find((one) => one.fee === fee && one.part === part) ?? null;

/** What of a request is still to be settled. A payment of an amount that is not asked any more settles nothing. */
export const unsettled = (
  owed: readonly Owed[],
  payments: readonly Pick<Payment, 'fee' | 'part' | 'state' | 'cents'>[],
): Owed[] =>
  owed.filter((one) => {
    const payment = paymentFor(one, payments);
    return payment === null || !isSettled(payment) || !isAmountOf(one, payment.cents);
  });
