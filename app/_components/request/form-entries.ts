/** Fields that say how a form is sent, and nothing of what was typed. */
const ofTheForm = /^(intent$|\$ACTION)/;

/** What stands in a form now, but for its files. */
export const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !ofTheForm.test(name) ? [[name, value]] : [],
  );

/** Writes answers back into a form. @returns the names for which it has no field */
export function fillForm(form: HTMLFormElement, entries: readonly (readonly [string, string])[]): string[] {
  const typed = new Map<string, string[]>();
  for (const [name, value] of entries) typed.set(name, [...(typed.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      field.checked = typed.get(field.name)?.includes(field.value) ?? false;
    else if (
      (field instanceof HTMLInputElement && field.type !== 'hidden' && field.type !== 'file') ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value = typed.get(field.name)?.[0] ?? '';
  }
  return [...typed.keys()].filter((name) => form.elements.namedItem(name) === null);
}
