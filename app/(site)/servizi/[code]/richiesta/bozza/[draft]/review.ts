import { rawOf } from '#lib/http/request-drafts/draft-form.ts';
import { documentsOf } from '#lib/http/request-drafts/documents-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { readRequest, type ReadRequest } from '#lib/http/read-request.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { declarationsOf, type Declaration } from '#lib/procedures/requests/declarations.ts';
import type { RequiredDocument } from '#lib/procedures/types/filing.ts';
import type { OpenDraft } from '../../open-draft.ts';

/** A draft as it would be sent now. */
export interface Review {
  raw: RawForm;
  read: ReadRequest;
  /** For whom, by name; null for oneself. */
  represented: string | null;
  declarations: Declaration[];
  /** Documents that are wanted in any case and not there. */
  missing: RequiredDocument[];
}

/** Reads a draft whole: what would be sent, what is to be declared, what is missing. */
export function reviewOf(open: OpenDraft, t: Translate, lang: Language): Review {
  const { type, mode, session, answers, draft } = open;
  const raw = rawOf(answers);
  const read = readRequest({ type, mode, raw, t, lang }, session.agent);
  const represented = mode.represents.find(({ agent }) => agent === raw.text('for'))?.name ?? null;
  const there = new Set(draft.files.map(({ code }) => code));
  return {
    raw,
    read,
    represented,
    declarations: declarationsOf(type, represented),
    missing: documentsOf(type).filter(({ code, mandatory }) => mandatory.kind === 'always' && !there.has(code)),
  };
}
