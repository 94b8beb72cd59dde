/** How much of a form has come, by the key that it carries; for the page that shows it. Of one process, and of bounded size. */
const shelf = globalThis as typeof globalThis & { eli4uSendings?: Map<string, Sending> };
const sendings = () => (shelf.eli4uSendings ??= new Map());

export interface Sending {
  received: number;
  total: number;
}

const most = 1000;
const keyed = /^[0-9a-f]{32}$/;

/** The field in which a form carries its key, above all others. */
export const sendingField = 'sending';

/** Notes a form under way; its `received` grows while it comes. */
export function noteSending(key: string, sending: Sending): void {
  if (keyed.test(key) && sendings().size < most) sendings().set(key, sending);
}

export const forgetSending = (key: string): void => void sendings().delete(key);

/** How far a form has come; null for one that is not under way here. */
export const findSending = (key: string): Sending | null => sendings().get(key) ?? null;
