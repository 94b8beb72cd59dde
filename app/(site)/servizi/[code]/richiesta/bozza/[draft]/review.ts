import { composition } from '#lib/composition.ts';
import { rawOf } from '#lib/http/request-drafts/draft-form.ts';
import { documentsOf } from '#lib/http/request-drafts/documents-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { readRequest, type ReadRequest } from '#lib/http/read-request.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { accessApplication } from '#lib/procedures/requests/access-application.ts';
import { declarationsOf, type Declaration } from '#lib/procedures/requests/declarations.ts';
import { owedWithFiling, type Owed } from '#lib/procedures/payments/owed.ts';
import { unsettled } from '#lib/procedures/payments/unsettled.ts';
import type { RequiredDocument } from '#lib/procedures/types/filing.ts';
import type { AccessApplication } from '#lib/store/procedures/access-applications.ts';
import { accessGiven } from '../../access-given.ts';
import { draftPayments } from '../../draft-payments.ts';
import type { OpenDraft } from '../../open-draft.ts';

/** A draft as it would be sent now. */
export interface Review {
  raw: RawForm;
  read: ReadRequest;
  /** For whom, by name; null for oneself. */
  represented: string | null;
  declarations: Declaration[];
  /** The application of this year that it rests on, joined to it when it is sent. */
  access: AccessApplication | null;
  /** Documents that are wanted in any case and not there. */
  missing: RequiredDocument[];
  /** What is owed with it and not settled: it cannot be sent. */
  unsettled: Owed[];
}

/** Reads a draft whole: what would be sent, what is to be declared, what is missing. */
export async function reviewOf(open: OpenDraft, t: Translate, lang: Language): Promise<Review> {
  const { type, mode, session, answers, draft } = open;
  const raw = rawOf(answers);
  const read = readRequest({ type, mode, raw, t, lang }, session.agent);
  const represented = mode.represents.find(({ agent }) => agent === raw.text('for'))?.name ?? null;
  const access = await accessGiven(open);
  const there = new Set([...draft.files.map(({ code }) => code), ...(access ? [accessApplication] : [])]);
  return {
    raw,
    read,
    represented,
    access,
    declarations: declarationsOf(type, represented),
    unsettled: unsettled(owedWithFiling(type, composition().payments.settles()), await draftPayments(open)),
    missing: documentsOf(type).filter(({ code, mandatory }) => mandatory.kind === 'always' && !there.has(code)),
  };
}
