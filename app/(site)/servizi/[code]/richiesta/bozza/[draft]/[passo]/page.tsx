import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { draftPath, receiptPath } from '../../../draft-path.ts';
import { FormChanges } from '../../../form-changes.tsx';
import { openDraft } from '../../../open-draft.ts';
import { RequestFrame } from '../../../request-frame.tsx';
import { stepName } from '../../../step-name.ts';
import { DraftElsewhere } from '../draft-elsewhere.tsx';
import { DocumentsPage } from './documents-page.tsx';
import { PaymentPage } from './payment-page.tsx';
import { QuestionsPage } from './questions-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { SavedNotice } from './saved-notice.tsx';

interface Props {
  params: Promise<{ code: string; draft: string; passo: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { code, draft, passo } = await params;
  const found = await openDraft(code, draft);
  const step = found.kind === 'open' ? found.open.steps.find(({ slug }) => slug === passo) : undefined;
  return pageMetadata(context, {
    title: step
      ? `${stepName(step, context.t, context.lang)} · ${context.t('request.title')}`
      : context.t('request.title'),
    path: draftPath(code, draft, passo),
    index: false,
  });
}

/** A page of the form of a request: questions, documents, or all of it to be read again. */
export default async function DraftPage({ params, searchParams }: Props) {
  const { code, draft, passo } = await params;
  const found = await openDraft(code, draft);
  if (found.kind === 'filed') redirect(receiptPath(code, found.as));
  if (found.kind !== 'open') return <DraftElsewhere found={found} code={code} />;
  const { open } = found;
  const step = open.steps.find(({ slug }) => slug === passo);
  // The form has other pages now.
  if (!step) redirect(draftPath(code, draft, open.steps[0]?.slug));
  const asked = await searchParams;
  const fromReview = asked['da'] === 'controllo';
  const drawn = JSON.stringify([passo, asked]);
  return (
    <RequestFrame type={open.type} steps={open.steps} step={step} open={open}>
      {asked['salvata'] === undefined ? null : <SavedNotice draft={open.draft} />}
      <FormChanges changes={open.changes} />
      {step.kind === 'documents' ? (
        <DocumentsPage
          open={open}
          step={step}
          fromReview={fromReview}
          wasRemoved={asked['tolto'] !== undefined}
          drawn={drawn}
        />
      ) : step.kind === 'payment' ? (
        <PaymentPage open={open} wasSaid={asked['detto'] !== undefined} drawn={drawn} />
      ) : step.kind === 'review' ? (
        <ReviewPage open={open} />
      ) : (
        <QuestionsPage open={open} step={step} fromReview={fromReview} drawn={drawn} />
      )}
    </RequestFrame>
  );
}
