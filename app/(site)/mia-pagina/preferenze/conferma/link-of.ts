import type { CitizenSession } from '#lib/access/session.ts';
import { readSignedLink, type SignedLink } from '#lib/channels/signed-link.ts';
import { composition } from '#lib/composition.ts';

/** What a link asks to confirm; null for one that has ended, is not ours, or was for somebody else. */
export async function linkOf(
  { agent }: CitizenSession,
  token: string,
): Promise<Extract<SignedLink, { for: 'confirm' }> | null> {
  const { authSecret, now } = composition();
  const link = readSignedLink(await authSecret(), token);
  return link?.for === 'confirm' && link.agent === agent && new Date(link.until) > now() ? link : null;
}
