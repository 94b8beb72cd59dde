import { ownPath } from '#lib/auth/own-path.ts';
import type { RawForm } from '#lib/http/raw-form.ts';

export { formAgain } from '#lib/http/forms/form-again.ts';

/** Back to where the form stood, beside the list or on the page of the case, with a word on what was done. */
export function doneAddress(
  raw: RawForm,
  id: string,
  done: string,
  place: 'pratica' | 'fascicolo' | 'messaggi' | 'consegne' | 'pagamenti',
): string {
  const here = ownPath(raw.text('here'));
  const url = new URL(here === '/' ? `/ufficio/pratiche/${id}` : here, 'http://site');
  url.searchParams.set('fatto', done);
  return `${url.pathname}${url.search}#${place}`;
}
