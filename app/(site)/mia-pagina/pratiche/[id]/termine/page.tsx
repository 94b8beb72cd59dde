import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { TermSheets } from '#app/_components/term-sheets.tsx';
import { loadMyCase } from '../../../load-my-case.ts';

interface TermPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: TermPageProps): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const found = await loadMyCase(id);
  if (!found) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: context.t('term.title'),
    path: `/mia-pagina/pratiche/${id}/termine`,
    index: false,
  });
}

/** Why the term of a case ends on its day, for the party. */
export default async function TermPage({ params }: TermPageProps) {
  const { id } = await params;
  const found = await loadMyCase(id);
  return found ? <TermSheets view={found.view} back={`/mia-pagina/pratiche/${id}`} /> : <Missing />;
}
