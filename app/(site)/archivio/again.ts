import { forgedForm, soundForm, turnAfter } from '#lib/http/forms/sound-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { refillForm } from '#lib/http/refill-form.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';

/** The form once more with all that was typed, and what there is to say about it. */
export const again = (before: FormState, raw: RawForm, part: Partial<FormState>): FormState => ({
  form: refillForm(soundForm(before) ?? forgedForm, raw),
  problems: [],
  notice: null,
  turn: turnAfter(before),
  ...part,
});

/** Fields that were left empty, as problems. */
export function missing(before: FormState, raw: RawForm, t: Translate): FormState['problems'] {
  const form = soundForm(before);
  if (!form) return [{ name: 'forged', message: t('files.forged') }];
  return form.parts.flatMap((part) =>
    'required' in part && part.required && part.kind !== 'file' && raw.text(part.name) === ''
      ? [{ name: part.name, message: t('fascicoli.wanted', { label: part.label }) }]
      : [],
  );
}

/** Why the store said no. */
export const notDone = (reasons: readonly Reason[], t: Translate, lang: Language): Partial<FormState> => ({
  notice: { title: t('fascicoli.notDone'), lines: reasons.map(({ text }) => text[lang]) },
});
