'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { fileRequest } from '#app/_components/request/file-request.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { composition } from '#lib/composition.ts';
import { turnAfter } from '#lib/http/forms/sound-form.ts';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { documentsOf } from '#lib/http/request-drafts/documents-view.ts';
import { reviewView } from '#lib/http/request-drafts/review-view.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Owed } from '#lib/procedures/payments/owed.ts';
import { owedName } from '#lib/procedures/payments/payment-words.ts';
import { accessApplication } from '#lib/procedures/requests/access-application.ts';
import type { AccessApplication } from '#lib/store/procedures/access-applications.ts';
import type { FilingRequest } from '#lib/store/procedures/procedure-store.ts';
import { draftPath, receiptPath } from '../../draft-path.ts';
import { draftRefused } from '../../draft-refused.ts';
import { keepUnsigned, type PagePlace } from '../../keep-page.ts';
import { openDraft, type OpenDraft } from '../../open-draft.ts';
import { loadType } from '../../../load-type.ts';
import { reviewOf } from './review.ts';

/** The last page was sent: the draft becomes a request, once however often it is pressed, or it is said what is still wanted. */
export async function sendRequest(place: PagePlace, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { code, draft } = place;
  const found = await openDraft(code, draft);
  const type = loadType(code);
  if (found.kind === 'signIn' && type) return keepUnsigned(place, type, data);
  // Pressed twice, or from another window.
  if (found.kind === 'filed') redirect(receiptPath(code, found.as));
  const turn = turnAfter(before);
  if (found.kind !== 'open') return { ...before, problems: [], notice: draftRefused('unknown', t), turn };
  const { open } = found;
  const raw = rawForm(data);
  const intent = raw.text('intent');
  if (intent === 'back') redirect(draftPath(code, draft, open.steps.at(-2)?.slug ?? 'documenti'));
  if (intent !== 'send') redirect('/mia-pagina#bozze');
  const review = await reviewOf(open, t, lang);
  const { declarations, missing, read } = review;
  const asked = (state: Partial<FormState>): FormState => ({
    form: reviewView({
      declarations,
      missing: missing.map(({ name }) => name[lang]),
      raw,
      ticket: open.ticket,
      t,
      lang,
    }),
    problems: [],
    notice: null,
    turn,
    ...state,
  });
  const declared = raw.all('declared');
  const problems: FormProblem[] = [
    ...read.problems,
    ...paymentProblems(review.unsettled, t, lang),
    ...(missing.length > 0 && raw.text('without') !== 'yes'
      ? [{ name: 'without', message: t('draft.withoutWanted') }]
      : []),
    ...(declarations.every(({ code: one }) => declared.includes(one))
      ? []
      : [{ name: 'declared', message: t('draft.declareWanted') }]),
  ];
  if (problems.length > 0) return asked({ problems });
  const applicants = read.parties.flatMap(({ role, agent }) =>
    role === 'applicant' ? ['id' in agent ? agent.id : null] : [],
  );
  const permission = mayFileFor(open.session, { type: open.type, applicants }, composition().organisation());
  if (!permission.allowed)
    return asked({ notice: { title: t('request.refused'), lines: [permission.reason.text[lang]] } });
  const result = await fileRequest({
    read,
    request: null,
    documents: [
      ...enclosures(open),
      ...accessEnclosed(review.access),
      ...(await composition().payments.receiptsOfDraft(open.session.agent, draft)),
    ],
    declared: declarations.map(({ text, source }) => `${text.it} (${source})`),
    type: open.type,
    session: open.session,
    key: draft,
    draft: { id: draft, owner: open.session.agent, settles: composition().payments.settles() },
  });
  if (result.kind === 'filed') redirect(receiptPath(code, result.id));
  return asked({ notice: result.notice });
}

/** What is still owed with the request, with the place where that is mended. */
const paymentProblems = (owed: readonly Owed[], t: Translate, lang: Language): FormProblem[] =>
  owed.length === 0
    ? []
    : [
        {
          name: 'pagamento',
          message: t('pay.mendWanted', { names: owed.map((one) => owedName(one, lang)).join(', ') }),
        },
      ];

/** What waits with the draft; of a document that is no longer asked for a further one. */
const enclosures = ({ draft, type }: OpenDraft): FilingRequest['documents'] =>
  draft.files.map(({ code, fileName, format, sha256, bytes, storageKey }) => {
    const known = documentsOf(type).some((document) => document.code === code);
    return {
      kind: 'attachment',
      code: known ? code : null,
      ...(known ? {} : { title: 'Altro allegato' }),
      flow: 'in',
      fileName,
      format,
      kept: { sha256, bytes, storageKey },
    };
  });

/** What was filed this year already joins the request as it is (L. 241/1990 art. 18 c. 2). */
const accessEnclosed = (access: AccessApplication | null): FilingRequest['documents'] =>
  access === null
    ? []
    : [
        {
          kind: 'attachment',
          code: accessApplication,
          flow: 'in',
          fileName: access.fileName,
          format: access.format,
          kept: access.kept,
        },
      ];
