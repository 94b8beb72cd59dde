'use server';

import { redirect } from 'next/navigation';
import { refresh } from 'next/cache';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { plainFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import { turnAfter } from '#lib/http/forms/sound-form.ts';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';
import { documentsOf, documentsView } from '#lib/http/request-drafts/documents-view.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { accessApplication } from '#lib/procedures/requests/access-application.ts';
import { mostFiles } from '#lib/store/request-drafts/draft-limits.ts';
import { accessGiven } from '../../access-given.ts';
import { draftPath, receiptPath } from '../../draft-path.ts';
import { keepUnsigned, type PagePlace } from '../../keep-page.ts';
import { openDraft, type OpenDraft } from '../../open-draft.ts';
import { draftRefused } from '../../draft-refused.ts';
import { loadType } from '../../../load-type.ts';

/** The page of documents was sent: each file that can be taken joins the draft; of the others it is said what is wrong. */
export async function attachFiles(place: PagePlace, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { code, draft } = place;
  const found = await openDraft(code, draft);
  const type = loadType(code);
  if (found.kind === 'signIn' && type) return keepUnsigned(place, type, data);
  if (found.kind === 'filed') redirect(receiptPath(code, found.as));
  if (found.kind !== 'open')
    return { ...before, problems: [], notice: draftRefused('unknown', t), turn: turnAfter(before) };
  const { open } = found;
  const raw = rawForm(data);
  const intent = raw.text('intent');
  const problems: FormProblem[] = [];
  for (const { code: document, formats } of documentsOf(open.type))
    for (const file of raw.files(`d.${document}`)) problems.push(...(await attach(open, document, file, formats)));
  for (const file of raw.files('d.other')) problems.push(...(await attach(open, null, file, plainFormats)));
  if (problems.length === 0) {
    const step = slugAfter(open, intent);
    // Another address, for a form from which nothing is chosen any more.
    redirect(draftPath(code, draft, step) + (step === 'documenti' ? `?allegati=${Date.now()}` : ''));
  }
  // What was taken is on the page above the form.
  refresh();
  const there = await composition().requestDrafts.find(open.session.agent, draft);
  const access = await accessGiven(open);
  const step = open.steps.find(({ kind }) => kind === 'documents');
  const form = step
    ? documentsView(
        { type: open.type, steps: open.steps, step, ticket: open.ticket, fromReview: raw.text('from') !== '', t, lang },
        new Set([...(there?.files ?? []).flatMap((file) => file.code ?? []), ...(access ? [accessApplication] : [])]),
      )
    : before.form;
  return { form, problems, notice: null, turn: turnAfter(before) };
}

/** Where a press leads. */
function slugAfter({ steps }: OpenDraft, intent: string): string {
  const here = steps.findIndex(({ kind }) => kind === 'documents');
  if (intent === 'attach') return 'documenti';
  if (intent === 'back') return steps[here - 1]?.slug ?? 'documenti';
  return intent === 'next' ? (steps[here + 1]?.slug ?? 'controllo') : 'controllo';
}

/** Looks at a file and lets it wait with the draft. @returns what is wrong with it */
async function attach(
  { session, draft }: OpenDraft,
  code: string | null,
  sent: File,
  formats: readonly string[],
): Promise<FormProblem[]> {
  const { t, lang } = await pageContext();
  const { procedures, requestDrafts } = composition();
  const problem = (message: string) => [{ name: `d.${code ?? 'other'}`, message }];
  const read = await readFile(sent, formats);
  if (read.kind !== 'read') return problem(fileProblem(read, formats, t));
  const { file } = read;
  if (!('received' in file)) return problem(t('file.missing'));
  const admitted = await procedures.admit(file.received, { by: `citizen:${session.agent}`, about: draft.id });
  if (admitted.kind !== 'admitted') return problem(notAdmitted(admitted, file.fileName).reasons[0].text[lang]);
  const { fileName, format } = file;
  const added = await requestDrafts.addFile(session.agent, draft.id, { code, fileName, format, kept: admitted.kept });
  switch (added.kind) {
    case 'added':
      return [];
    case 'tooMany':
      return problem(t('draft.tooManyFiles', { most: mostFiles }));
    case 'tooMuch':
      return problem(t('draft.tooMuchFiles'));
    case 'unknown':
      return problem(t('draft.unknown'));
  }
}
