import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { officesOfDeposit } from '#lib/access/keeping.ts';
import { composition } from '#lib/composition.ts';
import { countLists, listDeposits, pageSize } from '#lib/store/keeping/list-keeping.ts';
import { DepositLines } from '../../archivio/deposit-lines.tsx';
import { listId } from '../../archivio/load-archive.ts';
import { MoreLink } from '../../archivio/more-link.tsx';
import { loadDesk } from '../load-desk.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('keeping.own'), path: '/ufficio/versamenti', index: false });
}

/** What the office gives to the deposit each year. */
export default async function OwnDeposits({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t } = await pageContext();
  const { session, organisation } = await loadDesk();
  const { prima } = await searchParams;
  const { pool } = composition();
  const offices = officesOfDeposit(session, organisation);
  const [lists, { deposits }] = await Promise.all([
    listDeposits(pool, offices, listId(prima)),
    countLists(pool, offices),
  ]);
  const last = lists.length === pageSize ? lists.at(-1) : undefined;
  return (
    <div className="container keeping">
      <p className="desk-crumb">
        <a href="/ufficio">‹ {t('work.title')}</a>
      </p>
      <h1>{t('keeping.own')}</h1>
      <p className="lead">{t('keeping.ownLead')}</p>
      <DepositLines lists={lists} total={deposits} under="/ufficio/versamenti" />
      <MoreLink href={last ? `?prima=${last.id}` : null} />
    </div>
  );
}
