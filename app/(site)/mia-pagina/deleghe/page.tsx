import type { Metadata } from 'next';
import { pageContext } from '#app/_components/page-context.ts';
import { mayGiveFor, mayReceiveDelegation } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { messageKey } from '#lib/i18n/translate.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { one, ownMetadata, type Query } from '../own-page.ts';
import { DelegationList } from './delegation-list.tsx';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.door.delegations', '/mia-pagina/deleghe');

const path = '/mia-pagina/deleghe';

/** Who acts for me, for whom I act; or of a business its colleagues with their roles. */
export default async function DelegationsPage({ searchParams }: { searchParams: Query }) {
  const { t, lang } = await pageContext();
  const asked = await searchParams;
  const mine = await loadMine(one(asked['per']));
  const { session, acting } = mine;
  const { delegations } = composition();
  const mayGive = mayGiveFor(session, acting.agent).allowed;
  const mayReceive = mayReceiveDelegation(session);
  const self = acting.agent === session.agent;
  const [givenAfter, receivedAfter] = [one(asked['date']), one(asked['ricevute'])];
  const [given, received] = await Promise.all([
    mayGive ? delegations.list(acting.agent, 'given', givenAfter) : null,
    self && !session.isBody && mayReceive.allowed ? delegations.list(session.agent, 'received', receivedAfter) : null,
  ]);
  const done = messageKey('ownDone', one(asked['fatto']) ?? '');
  return (
    <div className="container my-page own-page">
      <h1>{t(acting.isBody ? 'own.colleagues' : 'own.door.delegations')}</h1>
      <p className="lead">{t(acting.isBody ? 'own.colleaguesLead' : 'own.delegationsLead', { name: acting.name })}</p>
      {done ? (
        <p className="types-told" role="status">
          {t(done)}
        </p>
      ) : null}
      {received ? (
        <DelegationList
          id="ricevute"
          title={t('own.received')}
          page={received}
          side="delegate"
          per={acting.agent}
          empty={t('own.noneReceived')}
          first={receivedAfter ? minePath(path, mine) : null}
          next={received.next && minePath(path, mine, { ricevute: received.next })}
        />
      ) : null}
      {given ? (
        <DelegationList
          id="date"
          title={t(acting.isBody ? 'own.givenRoles' : 'own.given')}
          page={given}
          side="principal"
          per={acting.agent}
          empty={t(acting.isBody ? 'own.noRoles' : 'own.noneGiven')}
          first={givenAfter ? minePath(path, mine) : null}
          next={given.next && minePath(path, mine, { date: given.next })}
        />
      ) : (
        <p className="empty">
          {mayReceive.allowed ? t('own.notYoursToGive', { name: acting.name }) : mayReceive.reason.text[lang]}
        </p>
      )}
      <p className="own-doors">
        {mayGive ? (
          <a className="btn btn-primary" href={minePath(`${path}/nuova`, mine)}>
            {t(acting.isBody ? 'own.giveRole' : 'own.give')}
          </a>
        ) : null}
        {self && !session.isBody && mayReceive.allowed ? (
          <a className="btn btn-outline-primary" href={`${path}/su-carta`}>
            {t('own.claim')}
          </a>
        ) : null}
      </p>
    </div>
  );
}
