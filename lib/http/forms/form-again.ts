import type { FormState } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { refillForm } from '#lib/http/refill-form.ts';
import { forgedForm, soundForm, turnAfter } from './sound-form.ts';

/** The form once more, with all that was typed, and what there is to say about it. */
export const formAgain =
  (before: FormState, raw: RawForm) =>
  (part: Partial<FormState>): FormState => ({
    form: refillForm(soundForm(before) ?? forgedForm, raw),
    problems: [],
    notice: null,
    turn: turnAfter(before),
    ...part,
  });
