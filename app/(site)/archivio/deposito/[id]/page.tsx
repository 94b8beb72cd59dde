import type { Metadata } from 'next';
import { Missing } from '#app/_components/missing.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { findDeposit, listDepositItems, pageSize } from '#lib/store/keeping/list-keeping.ts';
import { ArchivePage } from '../../archive-page.tsx';
import { DepositItems } from '../../deposit-items.tsx';
import { afterRecord, listId, loadArchive } from '../../load-archive.ts';
import { MoreLink } from '../../more-link.tsx';
import { decideDeposit } from '../decide-deposit.ts';

interface DepositProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: DepositProps): Promise<Metadata> {
  const context = await pageContext();
  const path = `/archivio/deposito/${(await params).id}`;
  return pageMetadata(context, { title: context.t('keeping.deposit'), path, index: false });
}

/** One transfer list, to be taken or sent back item by item. */
export default async function Deposit({ params, searchParams }: DepositProps) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const { pool, procedureTypes } = composition();
  const id = listId((await params).id);
  const list = permission.allowed && id !== null ? await findDeposit(pool, id) : null;
  if (permission.allowed && !list) return <Missing />;
  const { dopo, detto } = await searchParams;
  const items = list ? await listDepositItems(pool, list.id, afterRecord(dopo)) : [];
  const last = items.length === pageSize ? items.at(-1) : undefined;
  const open = list?.state === 'confirmed';
  const unit = list ? (procedureTypes.units().get(list.unit)?.[lang] ?? list.unit) : '';
  return (
    <ArchivePage
      title={list ? t('keeping.depositOf', { unit, year: String(list.year) }) : t('keeping.deposit')}
      lead={list ? t(`keeping.listLead.${list.state}`) : ''}
      list={{ href: '/archivio/deposito', label: t('keeping.deposit') }}
      said={detto}
    >
      {open && list.undecided > 0 ? (
        <form action={decideDeposit}>
          <input type="hidden" name="list" value={list.id} />
          <button type="submit" name="what" value="acceptAll" className="btn btn-primary">
            {t('keeping.acceptAll', { count: list.undecided })}
          </button>
        </form>
      ) : null}
      {list ? (
        <DepositItems
          list={list}
          items={items}
          open={open}
          answer={decideDeposit}
          take={t('keeping.accept')}
          back={{ what: 'sendBack', label: t('keeping.sendBack') }}
        />
      ) : null}
      <MoreLink href={last ? `?dopo=${last.record}` : null} />
    </ArchivePage>
  );
}
