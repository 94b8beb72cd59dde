import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { countLists, listDeposits, pageSize } from '#lib/store/keeping/list-keeping.ts';
import { ArchivePage } from '../archive-page.tsx';
import { DepositLines } from '../deposit-lines.tsx';
import { listId, loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('keeping.deposit'), path: '/archivio/deposito', index: false });
}

/** The transfer lists of all offices. */
export default async function Deposits({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const { t } = await pageContext();
  const { permission } = await loadArchive();
  const { prima, detto } = await searchParams;
  const lists = permission.allowed ? await listDeposits(composition().pool, null, listId(prima)) : [];
  const total = permission.allowed ? (await countLists(composition().pool, null)).deposits : 0;
  const last = lists.length === pageSize ? lists.at(-1) : undefined;
  return (
    <ArchivePage title={t('keeping.deposit')} lead={t('keeping.depositLead')} said={detto}>
      <DepositLines lists={lists} total={total} under="/archivio/deposito" />
      <MoreLink href={last ? `?prima=${last.id}` : null} />
    </ArchivePage>
  );
}
