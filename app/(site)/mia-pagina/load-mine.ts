import { cache } from 'react';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { CitizenSession, Representation } from '#lib/access/session.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Somebody in whose name one looks and acts. */
export type Principal = Pick<Representation, 'agent' | 'name' | 'isBody'>;

/** Who looks, and for whom. */
export interface Mine {
  session: CitizenSession;
  /** Themselves, or one whom they represent. */
  acting: Principal;
  /** All for whom they may look, themselves first. */
  choices: readonly Principal[];
  reach: Reach;
}

/** For whom the page is, by what the address asks; who may not act for somebody is shown their own. */
export const loadMine = cache(async (asked: string | undefined): Promise<Mine> => {
  const session = await requireCitizen();
  const { agent, name, isBody } = session;
  const self: Principal = { agent, name, isBody };
  const choices: Principal[] = [self, ...session.represents];
  const acting = choices.find((one) => one.agent === asked) ?? self;
  return { session, acting, choices, reach: reachOf(session, composition().organisation()) };
});

/** The address of a page here, for the same person. */
export function minePath(path: string, { session, acting }: Mine, further: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(acting.agent === session.agent ? {} : { per: acting.agent }), ...further });
  return query.size > 0 ? `${path}?${query}` : path;
}
