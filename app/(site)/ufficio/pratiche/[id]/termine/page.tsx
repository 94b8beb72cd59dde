import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { TermSheets } from '#app/_components/term-sheets.tsx';
import { loadCase } from '../../../load-case.ts';

interface TermPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: TermPageProps): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const found = await loadCase(id);
  if (!found) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: context.t('term.title'),
    path: `/ufficio/pratiche/${id}/termine`,
    index: false,
  });
}

/** Why the term of a case ends on its day, for the office. */
export default async function TermPage({ params }: TermPageProps) {
  const { id } = await params;
  const found = await loadCase(id);
  return found ? <TermSheets view={found.view} back={`/ufficio/pratiche/${id}`} /> : <Missing />;
}
