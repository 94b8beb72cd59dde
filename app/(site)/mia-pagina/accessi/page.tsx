import type { Metadata } from 'next';
import { pageContext } from '#app/_components/page-context.ts';
import { askerWords, channelWords } from '#lib/relationship/contact-words.ts';
import { lookReasons } from '#lib/access/looks.ts';
import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { one, ownMetadata, type Query } from '../own-page.ts';
import { PagesNav } from '../pages-nav.tsx';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.door.looks', '/mia-pagina/accessi');

const path = '/mia-pagina/accessi';

/** Who of the Comune looked at one's cases, documents and contacts, when and why: by office and role, for who it was is their own datum. */
export default async function LooksPage({ searchParams }: { searchParams: Query }) {
  const { t, lang } = await pageContext();
  const query = await searchParams;
  const mine = await loadMine(one(query['per']));
  const after = one(query['dopo']);
  const may = mayAdminister(mine.session, mine.acting.agent);
  const { looks, procedureTypes, today } = composition();
  const page = may ? await looks.list(mine.acting.agent, after) : { items: [], next: null };
  const units = procedureTypes.units();
  return (
    <div className="container my-page own-page">
      <h1>{t('own.door.looks')}</h1>
      <p className="lead">{may ? t('own.looksLead') : t('own.notYoursToRead', { name: mine.acting.name })}</p>
      {may && page.items.length === 0 ? <p className="empty">{t('own.noLooks')}</p> : null}
      {page.items.length > 0 ? (
        <table className="own-table">
          <caption className="visually-hidden">{t('own.door.looks')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('own.look.when')}</th>
              <th scope="col">{t('own.look.what')}</th>
              <th scope="col">{t('own.look.who')}</th>
              <th scope="col">{t('own.look.why')}</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map(({ id, at, kind, as, asked, procedure, document }) => (
              <tr key={id}>
                <th scope="row">{instantInWords(at, lang)}</th>
                <td data-head={t('own.look.what')}>
                  {t(`own.looked.${kind}`)}
                  {procedure ? (
                    <>
                      {' '}
                      <a href={minePath(`/mia-pagina/pratiche/${procedure.id}`, mine)}>
                        {procedureTypes.findType(procedure.type, today())?.title[lang] ?? procedure.title}
                      </a>
                    </>
                  ) : null}
                  {document ? (
                    <span className="aside" lang="it">
                      {document}
                    </span>
                  ) : null}
                </td>
                <td data-head={t('own.look.who')}>
                  {as === null
                    ? t('own.look.staff')
                    : `${t(`own.role.${as.role}`)}, ${as.unit ? (units.get(as.unit)?.[lang] ?? as.unit) : t('own.look.allOffices')}`}
                </td>
                <td data-head={t('own.look.why')}>
                  {as === null ? '–' : lookReasons[as.role][lang]}
                  {asked ? (
                    <span className="aside">
                      {t('counter.lookAsked', {
                        how: channelWords[asked.channel][lang],
                        who: askerWords[asked.askedBy][lang],
                      })}
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <PagesNav
        first={after ? minePath(path, mine) : null}
        next={page.next && minePath(path, mine, { dopo: page.next })}
      />
    </div>
  );
}
