import { pageContext } from '#app/_components/page-context.ts';
import { minePath, type Mine } from './load-mine.ts';
import { mineDoors, type MineDoor } from './mine-doors.ts';

/** The rooms of Mia Pagina: all in sight where there is room for them, behind the name of this one on a phone. */
export async function MineRooms({ mine, here, room }: { mine: Mine; here: string; room: MineDoor | undefined }) {
  const { t } = await pageContext();
  const list = (
    <ul>
      {mineDoors.map(({ path, name }) => (
        <li key={path}>
          <a
            href={minePath(path, mine)}
            // What is below no room of its own, as notices are, is not the first room.
            aria-current={here === path ? 'page' : room?.path === path && path !== '/mia-pagina' ? 'true' : undefined}
          >
            {t(name)}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <nav aria-label={t('own.rooms')} className="mine-rooms mine-rooms-wide">
        {list}
      </nav>
      <nav aria-label={t('own.rooms')} className="mine-rooms mine-rooms-folded">
        <details>
          <summary>
            {t(room?.name ?? 'own.door.home')} <span className="visually-hidden">{t('own.otherRooms')}</span>
          </summary>
          {list}
        </details>
      </nav>
    </>
  );
}
