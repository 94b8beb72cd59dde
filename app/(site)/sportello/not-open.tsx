import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import type { PersonAtHand } from './load-person.ts';
import { Refused } from './refused.tsx';
import { personPath } from './served-places.ts';

/** In the place of a page of somebody that is not open: it is not there, not for who asks, or it is to be said first why. */
export async function NotOpen({ at, id }: { at: Exclude<PersonAtHand, { kind: 'open' }>; id: string }) {
  const { t } = await pageContext();
  if (at.kind === 'missing') return <Missing />;
  if (at.kind === 'refused') return <Refused reason={at.reason} />;
  return (
    <div className="container narrow request-page">
      <h1>{at.name}</h1>
      <p className="lead">{t('counter.beginLead')}</p>
      <p>
        <a className="btn btn-primary" href={personPath(id)}>
          {t('counter.beginFirst')}
        </a>
      </p>
    </div>
  );
}
