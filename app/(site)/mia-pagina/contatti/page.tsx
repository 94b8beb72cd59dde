import type { Metadata } from 'next';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { one, ownMetadata, type Query } from '../own-page.ts';
import { ContactList } from './contact-list.tsx';

const path = '/mia-pagina/contatti';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.door.contacts', path);

/** What one asked the offices by word of mouth, and what they answered, as the operator wrote it. */
export default async function ContactsPage({ searchParams }: { searchParams: Query }) {
  const { t } = await pageContext();
  const query = await searchParams;
  const mine = await loadMine(one(query['per']));
  const after = one(query['dopo']);
  const may = mayAdminister(mine.session, mine.acting.agent);
  const page = may ? await composition().counter.list(mine.acting.agent, after, mine.reach) : { items: [], next: null };
  return (
    <div className="container my-page own-page">
      <h1>{t('own.door.contacts')}</h1>
      <p className="lead">{may ? t('counter.mineLead') : t('own.notYoursToRead', { name: mine.acting.name })}</p>
      {may ? (
        <ContactList
          page={page}
          empty={t('counter.mineNone')}
          caseAt={(id) => minePath(`/mia-pagina/pratiche/${id}`, mine)}
          first={after ? minePath(path, mine) : null}
          next={page.next && minePath(path, mine, { dopo: page.next })}
        />
      ) : null}
    </div>
  );
}
