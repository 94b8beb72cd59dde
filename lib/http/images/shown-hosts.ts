import type { Session } from '#lib/access/session.ts';
import { foreignHosts } from '#lib/store/images/foreign-hosts.ts';
import { sightOf, type ViewerParts } from './image-viewer.ts';

/**
 * From where a page about units may load images beside from here: of what somebody may not see it is not told where it lies, nor that it is there.
 * @param session of who is here; null: nobody known
 */
export async function shownHosts(
  parts: Pick<ViewerParts, 'pool' | 'today'>,
  recordIds: readonly string[],
  session: Session | null,
): Promise<string[]> {
  const hosts = await foreignHosts(parts.pool, recordIds);
  const seen = await Promise.all(
    hosts.map(async (facts) => {
      const sight = await sightOf(parts, facts, session);
      return sight.kind === 'whole' ? [facts.host] : [];
    }),
  );
  return [...new Set(seen.flat())];
}
