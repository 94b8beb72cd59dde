import type { FailureReason } from '#lib/procedures/delivery/delivery.ts';

/** Why a receipt of failed delivery says that a message did not arrive: its code, or what the provider wrote (DM 2-11-2005, technical rules). */
export function failureOf(receipt: string, said: string | null): FailureReason {
  if (receipt === 'non-accettazione') return 'notAccepted';
  if (receipt === 'rilevazione-virus') return 'virus';
  const words = (said ?? '').toLowerCase();
  if (/no-dest|no-dominio|5\.1\.[12]|user unknown|sconosciut|inesistent/.test(words)) return 'addressUnknown';
  if (/5\.2\.2|4\.2\.2|quota|mailbox full|casella piena|spazio esaurito/.test(words)) return 'boxFull';
  if (/virus/.test(words)) return 'virus';
  return 'notDelivered';
}
