import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { sectionTitle, type RequestStep } from '#lib/procedures/requests/request-steps.ts';

/** What a page of the form is called. */
export function stepName(step: RequestStep, t: Translate, lang: Language): string {
  switch (step.kind) {
    case 'forWhom':
      return t('draft.forWhom');
    case 'section':
      return sectionTitle(step.fields, lang);
    case 'documents':
      return t('draft.documents');
    case 'payment':
      return t('pay.step');
    case 'review':
      return t('draft.review');
  }
}
