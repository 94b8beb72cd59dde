import { messageKey, type Translate } from '#lib/i18n/translate.ts';
import type { MessageState } from '#lib/store/protocol/registration-view.ts';

/** What a receipt says, or where a message stands; a receipt of a kind that is not known, in its own word. */
export function messageStateWords(
  t: Translate,
  { receipt, state }: { receipt: string | null; state: MessageState },
): string {
  if (receipt === null) return t(`protocol.mail.${state}`);
  const key = messageKey('pecReceipt', receipt);
  return key ? t(key) : receipt;
}
