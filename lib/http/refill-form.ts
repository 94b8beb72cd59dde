import type { FormPart, FormView } from './form-view.ts';
import type { RawForm } from './raw-form.ts';

/** The same form with what was typed in it: a wrong answer, or somebody who was first, costs nobody their words. */
export const refillForm = (form: FormView, raw: RawForm): FormView => ({
  ...form,
  parts: form.parts.map((part) => refilled(part, raw)),
});

function refilled(part: FormPart, raw: RawForm): FormPart {
  switch (part.kind) {
    case 'words':
    case 'summary':
    case 'file':
      return part;
    case 'group':
      return { ...part, parts: part.parts.map((inner) => refilled(inner, raw)) };
    case 'select':
    case 'radios':
    case 'checks':
      return { ...part, values: part.kind === 'checks' ? raw.all(part.name) : [raw.text(part.name)] };
    default:
      return { ...part, value: raw.text(part.name) };
  }
}
