import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { loadMyCase } from '../../../../load-my-case.ts';
import { AnswerReceipt } from '../../answer-receipt.tsx';

interface Props {
  params: Promise<{ id: string; record: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('answer.title'), path: '/mia-pagina', index: false });
}

/** The receipt of what a party sent when the office asked. */
export default async function AnswerReceiptPage({ params }: Props) {
  const { id, record } = await params;
  const found = await loadMyCase(id);
  return found ? <AnswerReceipt found={found} record={record} /> : <Missing />;
}
