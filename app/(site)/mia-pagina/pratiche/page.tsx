import type { Metadata } from 'next';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { myTableParameters, myTableQuery } from '#lib/http/my-table-parameters.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { one, ownMetadata, type Query } from '../own-page.ts';
import { PagesNav } from '../pages-nav.tsx';
import { CaseTable } from './case-table.tsx';
import { TableFilters } from './table-filters.tsx';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.door.cases', '/mia-pagina/pratiche');

const path = '/mia-pagina/pratiche';
const pageOf = 50;

/** All cases in one table, narrowed, paged and taken away as a file: for a business with many. */
export default async function CasesPage({ searchParams }: { searchParams: Query }) {
  const { t } = await pageContext();
  const query = await searchParams;
  const mine = await loadMine(one(query['per']));
  const { filter, after } = myTableParameters(query);
  const { procedures } = composition();
  const whose = { agent: mine.acting.agent, reach: mine.reach };
  const [page, total, choices] = await Promise.all([
    procedures.listMyTable(whose, filter, { after, limit: pageOf }),
    procedures.countMyTable(whose, filter),
    procedures.myTableChoices(whose),
  ]);
  const asked = myTableQuery(filter);
  return (
    <div className="container my-page own-page">
      <h1>{t('own.casesOf', { name: mine.acting.name })}</h1>
      <TableFilters mine={mine} filter={filter} choices={choices} />
      <div className="own-table-head">
        <p>
          <strong>{t('own.casesCount', { count: total })}</strong> · {t('own.casesOrder')}
        </p>
        {total > 0 ? (
          <p>
            <a className="btn btn-sm btn-outline-primary" href={minePath(`${path}/elenco.csv`, mine, asked)}>
              {t('own.csv')}
            </a>
          </p>
        ) : null}
      </div>
      {total === 0 ? (
        <div className="empty">
          <p>{t(Object.keys(asked).length > 0 ? 'own.noCasesSo' : 'own.noCases')}</p>
          {Object.keys(asked).length > 0 ? (
            <p>
              <a href={minePath(path, mine)}>{t('own.allCases')}</a>
            </p>
          ) : null}
        </div>
      ) : (
        <CaseTable lines={page.lines} mine={mine} />
      )}
      <PagesNav
        first={after ? minePath(path, mine, asked) : null}
        next={page.next && minePath(path, mine, { ...asked, dopo: page.next })}
      />
    </div>
  );
}
