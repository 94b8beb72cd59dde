import type { Metadata } from 'next';
import { Missing } from '#app/_components/missing.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayConfirmDeposit } from '#lib/access/keeping.ts';
import { composition } from '#lib/composition.ts';
import { findDeposit, listDepositItems, pageSize } from '#lib/store/keeping/list-keeping.ts';
import { DepositItems } from '../../../archivio/deposit-items.tsx';
import { afterRecord, listId } from '../../../archivio/load-archive.ts';
import { MoreLink } from '../../../archivio/more-link.tsx';
import { loadDesk } from '../../load-desk.ts';
import { decideOwnDeposit } from '../decide-own-deposit.ts';

interface OwnDepositProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: OwnDepositProps): Promise<Metadata> {
  const context = await pageContext();
  const path = `/ufficio/versamenti/${(await params).id}`;
  return pageMetadata(context, { title: context.t('keeping.own'), path, index: false });
}

/** The list of an office, to be confirmed by it. */
export default async function OwnDeposit({ params, searchParams }: OwnDepositProps) {
  const { t, lang } = await pageContext();
  const { session, organisation } = await loadDesk();
  const { pool, procedureTypes } = composition();
  const id = listId((await params).id);
  const list = id === null ? null : await findDeposit(pool, id);
  if (!list || !mayConfirmDeposit(session, list.unit, organisation).allowed) return <Missing />;
  const { dopo, detto } = await searchParams;
  const items = await listDepositItems(pool, list.id, afterRecord(dopo));
  const last = items.length === pageSize ? items.at(-1) : undefined;
  const open = list.state === 'proposed';
  const said = (['done', 'nothing', 'reasonWanted'] as const).find((one) => one === detto);
  return (
    <div className="container keeping">
      <p className="desk-crumb">
        <a href="/ufficio/versamenti">‹ {t('keeping.own')}</a>
      </p>
      <h1>
        {t('keeping.depositOf', {
          unit: procedureTypes.units().get(list.unit)?.[lang] ?? list.unit,
          year: String(list.year),
        })}
      </h1>
      <p className="lead">{t(`keeping.ownState.${list.state}`)}</p>
      {said ? (
        <p className={said === 'done' ? 'types-told' : 'edit-refused'} role={said === 'done' ? 'status' : 'alert'}>
          {t(`keeping.said.${said}`)}
        </p>
      ) : null}
      {open ? (
        <form action={decideOwnDeposit}>
          <input type="hidden" name="list" value={list.id} />
          <button type="submit" name="what" value="confirm" className="btn btn-primary">
            {t('keeping.confirmList')}
          </button>
        </form>
      ) : null}
      <DepositItems
        list={list}
        items={items}
        open={open}
        answer={decideOwnDeposit}
        back={{ what: 'keepBack', label: t('keeping.keepBack') }}
      />
      <MoreLink href={last ? `?dopo=${last.record}` : null} />
    </div>
  );
}
