import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { askedPages } from '#lib/http/my-pages.ts';
import { MySections } from '../../../mia-pagina/my-sections.tsx';
import { OpenPayments } from '../../../mia-pagina/open-payments.tsx';
import type { ServedPerson } from '../../load-person.ts';
import { personPath, servedPlaces } from '../../served-places.ts';

/** Their Mia Pagina as they see it, to be read: what is new to them stays new, for it is not they who read. */
export async function TheirPage({
  served: { id, reach },
  asked,
}: {
  served: ServedPerson;
  asked: ReturnType<typeof askedPages>;
}) {
  const { t } = await pageContext();
  const { payments, procedures } = composition();
  const whose = { agent: id, reader: id, reach };
  const { first, pages } = asked;
  const [cases, open] = await Promise.all([procedures.readMine(whose, pages), first ? payments.openOf(id, reach) : []]);
  const { counts } = cases;
  const total = counts.needsMe + counts.running + counts.concluded;
  const path = personPath(id);
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
      <OpenPayments open={open} placesOf={placesOf} />
      <MySections
        cases={cases}
        needsThem={t('counter.needsThem')}
        noneRunning={null}
        pathOf={(cursor) => `${path}?${new URLSearchParams(cursor)}`}
        placesOf={placesOf}
      />
    </section>
  );
}
