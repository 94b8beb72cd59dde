import { cache } from 'react';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Who looks, and for whom. */
export interface Mine {
  session: CitizenSession;
  /** Themselves, or one whom they represent. */
  acting: { agent: string; name: string };
  /** All for whom they may look, themselves first. */
  choices: readonly { agent: string; name: string }[];
  reach: Reach;
}

/** For whom the page is, by what the address asks; who may not act for somebody is shown their own. */
export const loadMine = cache(async (asked: string | undefined): Promise<Mine> => {
  const session = await requireCitizen();
  const choices = [{ agent: session.agent, name: session.name }, ...session.represents];
  const [self] = choices;
  const acting = choices.find(({ agent }) => agent === asked) ?? self ?? { agent: session.agent, name: session.name };
  return { session, acting, choices, reach: reachOf(session, composition().organisation()) };
});

/** The address of a page here, for the same person. */
export function minePath(path: string, { session, acting }: Mine, further: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(acting.agent === session.agent ? {} : { per: acting.agent }), ...further });
  return query.size > 0 ? `${path}?${query}` : path;
}
