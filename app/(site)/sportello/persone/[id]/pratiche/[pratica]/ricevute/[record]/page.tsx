import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { AnswerReceipt } from '../../../../../../../mia-pagina/pratiche/[id]/answer-receipt.tsx';
import { loadServedCase } from '../../../../../../load-person.ts';
import { NotOpen } from '../../../../../../not-open.tsx';

interface Props {
  params: Promise<{ id: string; pratica: string; record: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('answer.title'), path: '/sportello', index: false });
}

/** The receipt of what was brought to the counter, to be printed. */
export default async function BroughtReceiptPage({ params }: Props) {
  const { id, pratica, record } = await params;
  const at = await loadServedCase(id, pratica);
  return at.kind === 'open' ? <AnswerReceipt found={at.found} record={record} /> : <NotOpen at={at} id={id} />;
}
