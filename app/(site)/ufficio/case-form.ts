import { forgedForm, soundForm, turnAfter } from '#lib/http/forms/sound-form.ts';
import { ownPath } from '#lib/auth/own-path.ts';
import type { FormState } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { refillForm } from '#lib/http/refill-form.ts';

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

/** Back to where the form stood, beside the list or on the page of the case, with a word on what was done. */
export function doneAddress(raw: RawForm, id: string, done: string, place: 'pratica' | 'fascicolo'): string {
  const here = ownPath(raw.text('here'));
  const url = new URL(here === '/' ? `/ufficio/pratiche/${id}` : here, 'http://site');
  url.searchParams.set('fatto', done);
  return `${url.pathname}${url.search}#${place}`;
}
