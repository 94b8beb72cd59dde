import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { AnswerReceipt } from '../../../../../../../mia-pagina/pratiche/[id]/answer-receipt.tsx';
import { loadPerson, loadServedCase } from '../../../../../../load-person.ts';
import { personPath } from '../../../../../../served-places.ts';

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
  const at = await loadPerson(id);
  if (at.kind === 'toBegin' || at.kind === 'refused') redirect(personPath(id));
  const loaded = await loadServedCase(id, pratica);
  return loaded ? <AnswerReceipt found={loaded.found} record={record} /> : <Missing />;
}
