import { pageContext } from '#app/_components/page-context.ts';
import { partiesAs } from '#lib/access/delegations/acting.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { ActingFor } from './acting-for.tsx';
import { loadMine, minePath, type Mine } from './load-mine.ts';
import { loadMyCase } from './load-my-case.ts';
import { mineDoors } from './mine-doors.ts';

/** In whose name one acts, and the rooms of Mia Pagina: always in sight. */
export async function MineBar() {
  const { t, address } = await pageContext();
  const { pathname, searchParams } = new URL(address, 'http://site');
  const mine = await actingAt(pathname, searchParams.get('per') ?? undefined);
  const room = mineDoors.findLast(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  // Of one case the switch leads to the other's cases: the case itself is not the other's.
  const stays = room?.path === pathname ? pathname : (room?.path ?? '/mia-pagina');
  return (
    <div className="mine-bar">
      <div className="container">
        <ActingFor mine={mine} path={stays} />
        <nav aria-label={t('own.rooms')}>
          <ul>
            {mineDoors.map(({ path, name }) => (
              <li key={path}>
                <a
                  href={minePath(path, mine)}
                  aria-current={pathname === path ? 'page' : room?.path === path ? 'true' : undefined}
                >
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
