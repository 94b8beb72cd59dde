import type { FormPart, FormView } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Declaration } from '#lib/procedures/requests/declarations.ts';

interface ReviewParts {
  declarations: readonly Declaration[];
  /** Names of documents that are wanted and not there. */
  missing: readonly string[];
  raw: RawForm;
  ticket: string;
  t: Translate;
  lang: Language;
}

/** The last page: what is declared, and that it is sent. */
export function reviewView({ declarations, missing, raw, ticket, t, lang }: ReviewParts): FormView {
  const without: FormPart = {
    kind: 'checks',
    name: 'without',
    label: t('draft.missing'),
    help: t('draft.missingHelp', { names: missing.map((name) => `«${name}»`).join(', ') }),
    required: true,
    values: raw.all('without'),
    options: [{ value: 'yes', label: t('draft.without') }],
  };
  return {
    parts: [
      ...(missing.length > 0 ? [without] : []),
      {
        kind: 'checks',
        name: 'declared',
        label: t('draft.declarations'),
        required: true,
        values: raw.all('declared'),
        options: declarations.map(({ code, text, source }) => ({ value: code, label: text[lang], help: source })),
      },
    ],
    hidden: [
      { name: 'ticket', value: ticket },
      { name: 'step', value: 'controllo' },
    ],
    buttons: [
      { label: t('request.send'), intent: 'send', manner: 'primary' },
      { label: t('draft.saveAndLeave'), intent: 'save', manner: 'secondary' },
      { label: t('draft.back'), intent: 'back', manner: 'plain' },
    ],
  };
}
