import type { FormState, FormView } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** What every form of the desk says while it works and where something is missing. */
export const formWords = (t: Translate) => ({
  problems: t('form.problems'),
  optional: t('form.optional'),
  working: t('form.working'),
});

/** A form that nobody has sent yet. */
export const firstState = (form: FormView): FormState => ({ form, problems: [], notice: null, turn: 0 });
