import { redirect } from 'next/navigation';
import { openDraft } from '../../open-draft.ts';
import { draftPath, receiptPath } from '../../draft-path.ts';
import { DraftElsewhere } from './draft-elsewhere.tsx';

/** Goes on where a draft was left. */
export default async function ResumePage({ params }: { params: Promise<{ code: string; draft: string }> }) {
  const { code, draft } = await params;
  const found = await openDraft(code, draft);
  if (found.kind === 'filed') redirect(receiptPath(code, found.as));
  if (found.kind !== 'open') return <DraftElsewhere found={found} code={code} />;
  const { steps } = found.open;
  const step = steps.find(({ slug }) => slug === found.open.draft.step) ?? steps[0];
  redirect(draftPath(code, draft, step?.slug ?? 'controllo'));
}
