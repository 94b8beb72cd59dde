import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { MySection } from '../../../mia-pagina/my-section.tsx';
import { OpenPayments } from '../../../mia-pagina/open-payments.tsx';
import type { ServedPerson } from '../../load-person.ts';
import { personPath, servedPlaces } from '../../served-places.ts';

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
  const { counts, pages } = await procedures.readMine(whose, {
    ...(first ? { needsMe: { limit: 50 } } : {}),
    ...(after.concluded === undefined ? { running: { after: after.running, limit: 20 } } : {}),
    ...(after.running === undefined ? { concluded: { after: after.concluded, limit: first ? 5 : 20 } } : {}),
  });
  const total = counts.needsMe + counts.running + counts.concluded;
  const path = personPath(id);
  const onward = (name: string, next: string | null) => next && `${path}?${new URLSearchParams({ [name]: next })}`;
  const placesOf = servedPlaces(id);
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
      {first ? <OpenPayments agent={id} reach={reach} placesOf={placesOf} /> : null}
      <MySection
        placesOf={placesOf}
        id="serve"
        title={t('counter.needsThem')}
        total={counts.needsMe}
        page={pages.needsMe}
        more={null}
        empty={null}
      />
      <MySection
        placesOf={placesOf}
        id="in-corso"
        title={t('mine.running')}
        total={counts.running}
        page={pages.running}
        more={onward('dopo', pages.running.next)}
        empty={null}
      />
      <MySection
        placesOf={placesOf}
        id="concluse"
        title={t('mine.concluded')}
        total={counts.concluded}
        page={pages.concluded}
        more={onward('concluse', pages.concluded.next)}
        empty={null}
      />
    </section>
  );
}
