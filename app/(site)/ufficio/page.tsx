import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { workAddress, workParameters } from '#lib/http/work-parameters.ts';
import type { WorkCounts, WorkView } from '#lib/store/procedures/procedure-store.ts';
import { assignMany } from './assign-many.ts';
import { BulkForm } from './bulk-form.tsx';
import { CasePane } from './case-pane.tsx';
import { DeedsLink } from './deeds-link.tsx';
import { DeliveriesLink } from './deliveries-link.tsx';
import { DepositLink } from './deposit-link.tsx';
import { DoneWord } from './done-word.tsx';
import { FascicoloPane } from './fascicolo-pane.tsx';
import { loadCase } from './load-case.ts';
import { loadDesk } from './load-desk.ts';
import { UnreadLink } from './unread-link.tsx';
import { WorkFilters } from './work-filters.tsx';
import { WorkKeys } from './work-keys.tsx';
import { WorkList } from './work-list.tsx';
import { countWords, WorkViews } from './work-views.tsx';

interface DeskPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('work.title'), path: '/ufficio', index: false });
}

/** The first pile that holds something to do. */
const firstFull = (counts: WorkCounts): WorkView =>
  (['mine', 'unit', 'all'] as const).find((view) => counts[view].value > 0) ?? 'mine';

/** The officer's desk: the list, the case, its fascicolo. */
export default async function DeskPage({ searchParams }: DeskPageProps) {
  const { t, lang } = await pageContext();
  const { session, reach, units } = await loadDesk();
  const { procedures, procedureTypes, staff, today } = composition();
  const query = await searchParams;
  const asked = workParameters(query);
  const scope = { reach, me: session.member, units, filter: asked.filter };
  const [counts, colleagues] = await Promise.all([procedures.countWork(scope), staff.listMembers(units, today())]);
  const view = asked.view ?? firstFull(counts);
  const page = await procedures.listWork({ ...scope, view, after: asked.after, before: asked.before });
  const names = await staff.namesOfMembers(page.lines.flatMap(({ assignee }) => (assignee ? [assignee] : [])));
  const open = asked.open ? await loadCase(asked.open) : null;
  const here = { view, filter: asked.filter, after: asked.after, before: asked.before };
  const unitNames = procedureTypes.units();
  const named = colleagues.map(({ member, name }) => ({ id: member, name }));
  const types = procedureTypes.listTypes(today());
  return (
    <div className={`desk${open ? ' desk-with-case' : ''}`}>
      <section className="desk-list" aria-labelledby="desk-title">
        <header className="desk-heading">
          <h1 id="desk-title">{t('work.title')}</h1>
          <a className="btn btn-primary btn-sm" href="/ufficio/nuova">
            {t('work.new')}
          </a>
        </header>
        <UnreadLink />
        <DeliveriesLink />
        <DepositLink />
        <DeedsLink />
        <WorkViews view={view} filter={asked.filter} counts={counts} t={t} />
        <WorkFilters
          view={view}
          filter={asked.filter}
          types={types.map(({ code, title }) => ({ id: code, name: title[lang] }))}
          units={[...unitNames].map(([code, unit]) => ({ id: code, name: unit[lang] }))}
          colleagues={named}
          t={t}
        />
        <h2 className="desk-pile">
          {t(`work.view.${view}`)}{' '}
          <span className="aside">
            {countWords(counts[view], t)} · {t('work.order')}
          </span>
        </h2>
        {page.lines.length > 0 ? (
          <WorkKeys
            words={{
              open: t('keys.open'),
              title: t('keys.title'),
              close: t('keys.close'),
              keys: [
                ['j', t('keys.down')],
                ['k', t('keys.up')],
                ['↵', t('keys.enter')],
                ['x', t('keys.tick')],
                ['?', t('keys.help')],
              ],
            }}
          >
            <BulkForm
              answer={assignMany}
              colleagues={named}
              words={{
                to: t('bulk.to'),
                choose: t('bulk.choose'),
                pile: t('case.toPile'),
                assign: t('bulk.assign'),
                working: t('form.working'),
              }}
            >
              <WorkList
                lines={page.lines}
                names={names}
                open={open?.view.procedure.id ?? null}
                hrefOf={(id) => `${workAddress({ ...here, open: id })}#pratica`}
                today={today()}
                catalogue={procedureTypes.catalogue()}
                t={t}
                lang={lang}
              />
            </BulkForm>
          </WorkKeys>
        ) : (
          <div className="empty">
            <p>{t(`work.empty.${view}`)}</p>
            <p>
              <a href="/ufficio?vista=all">{t('work.seeAll')}</a>
            </p>
          </div>
        )}
        {page.prev || page.next ? (
          <nav className="work-pages" aria-label={t('work.pages')}>
            {page.prev ? (
              <a href={workAddress({ view, filter: asked.filter, before: page.prev })}>{t('work.previous')}</a>
            ) : (
              <span />
            )}
            {page.next ? (
              <a href={workAddress({ view, filter: asked.filter, after: page.next })}>{t('work.next')}</a>
            ) : null}
          </nav>
        ) : null}
      </section>
      {open ? (
        <>
          <div className="desk-case" id="pratica" tabIndex={-1}>
            <p className="desk-back">
              <a href={workAddress(here)}>‹ {t('work.back')}</a>
            </p>
            <DoneWord done={query['fatto']} />
            <CasePane found={open} here={workAddress({ ...here, open: open.view.procedure.id })} level={2} />
          </div>
          <div className="desk-fascicolo">
            <FascicoloPane found={open} here={workAddress({ ...here, open: open.view.procedure.id })} />
          </div>
        </>
      ) : asked.open ? (
        <div className="desk-case" id="pratica" tabIndex={-1}>
          <p className="empty">{t('case.unknownText')}</p>
        </div>
      ) : (
        <div className="desk-case desk-nothing">
          <p>{t('work.choose')}</p>
        </div>
      )}
    </div>
  );
}
