import { pageContext } from '#app/_components/page-context.ts';
import { partiesAs } from '#lib/access/delegations/acting.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { ActingFor } from './acting-for.tsx';
import { LiveNews } from './live-news.tsx';
import { loadMine, type Mine } from './load-mine.ts';
import { loadMyCase } from './load-my-case.ts';
import { MineBell } from './mine-bell.tsx';
import { mineDoors } from './mine-doors.ts';
import { MineRooms } from './mine-rooms.tsx';

/** One bar above every page of what is one's own: its rooms, what is to be read, in whose name one acts, and that something is new. */
export async function MineBar({ session }: { session: CitizenSession }) {
  const { t, address } = await pageContext();
  // Before anything is read: what happens meanwhile is told.
  const drawn = composition().now().toISOString();
  const { pathname, searchParams } = new URL(address, 'http://site');
  const mine = await actingAt(pathname, searchParams.get('per') ?? undefined);
  const room = mineDoors.findLast(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  // Of one case the switch leads to the other's cases: the case itself is not the other's.
  const stays = room?.path === pathname ? pathname : (room?.path ?? '/mia-pagina');
  return (
    <div className="mine-bar">
      <div className="container">
        <MineRooms mine={mine} here={pathname} room={room} />
        <MineBell session={session} here={pathname} />
        <ActingFor mine={mine} path={stays} />
        <LiveNews key={drawn} since={drawn} words={{ news: t('live.news'), refresh: t('live.refresh') }} />
      </div>
    </div>
  );
}

/** Of a case that one is not a party to oneself, its own principal, whatever the address says. */
async function actingAt(pathname: string, asked: string | undefined): Promise<Mine> {
  const mine = await loadMine(asked);
  const [, id] = /^\/mia-pagina\/pratiche\/([^/]+)/.exec(pathname) ?? [];
  const found = id && id !== 'elenco.csv' ? await loadMyCase(decodeURIComponent(id)) : null;
  if (!found) return mine;
  const { procedure, context } = found.view;
  const parties = partiesAs(mine.session, caseFacts(procedure, context.type, context.catalogue), 'read');
  const own = parties.some(({ agent }) => agent === mine.acting.agent);
  const principal = own ? undefined : mine.choices.find(({ agent }) => parties.some((party) => party.agent === agent));
  return principal ? { ...mine, acting: principal } : mine;
}
