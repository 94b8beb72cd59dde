import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { MySection } from '../../../mia-pagina/my-section.tsx';
import type { ServedPerson } from '../../load-person.ts';
import { personPath, servedPlaces } from '../../served-places.ts';

const none = { lines: [], next: null };

/** Their Mia Pagina as they see it, to be read: what is new to them stays new, for it is not they who read. */
export async function TheirPage({
  served: { id, reach },
  after,
}: {
  served: ServedPerson;
  after: { running: string | undefined; concluded: string | undefined };
}) {
  const { t } = await pageContext();
  const { procedures } = composition();
  const whose = { agent: id, reader: id, reach };
  const first = after.running === undefined && after.concluded === undefined;
  const [counts, needsMe, running, concluded] = await Promise.all([
    procedures.countMine(whose),
    first ? procedures.listMine(whose, 'needsMe', { limit: 50 }) : none,
    after.concluded === undefined ? procedures.listMine(whose, 'running', { after: after.running, limit: 20 }) : none,
    after.running === undefined
      ? procedures.listMine(whose, 'concluded', { after: after.concluded, limit: first ? 5 : 20 })
      : none,
  ]);
  const total = counts.needsMe + counts.running + counts.concluded;
  const path = personPath(id);
  const onward = (name: string, next: string | null) => next && `${path}?${new URLSearchParams({ [name]: next })}`;
  const common = { mine: { reach }, placesOf: servedPlaces(id) };
  return (
    <section className="counter-pane counter-page" aria-labelledby="mia">
      <h2 id="mia">{t('counter.theirPage')}</h2>
      <p className="aside">{t('counter.theirPageText')}</p>
      <p>
        <a className="btn btn-primary" href={`${path}/nuova`}>
          {t('counter.start')}
        </a>
      </p>
      {total === 0 ? <p className="empty">{t('counter.noCases')}</p> : null}
      {first ? null : (
        <p>
          <a href={path}>‹ {t('own.toFirst')}</a>
        </p>
      )}
      <MySection
        {...common}
        id="serve"
        title={t('counter.needsThem')}
        total={counts.needsMe}
        page={needsMe}
        more={null}
        empty={null}
      />
      <MySection
        {...common}
        id="in-corso"
        title={t('mine.running')}
        total={counts.running}
        page={running}
        more={onward('dopo', running.next)}
        empty={null}
      />
      <MySection
        {...common}
        id="concluse"
        title={t('mine.concluded')}
        total={counts.concluded}
        page={concluded}
        more={onward('concluse', concluded.next)}
        empty={null}
      />
    </section>
  );
}
