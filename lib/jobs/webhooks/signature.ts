import { createHmac } from 'node:crypto';

/** Header by which a receiver knows that a call is ours and when it was made: `t=1764100000,v1=…`, over `t.body`. */
export const signatureHeader = 'x-eli4u-signature';

/** @param at the instant of sending, so that a call recorded by somebody cannot be played back later */
export function signatureOf(secret: string, at: Date, body: string): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
