import { plainText } from './plain-text.ts';

/** What was typed into a form, by the names of its fields. */
export interface RawForm {
  text(name: string): string;
  all(name: string): string[];
  /** Names that begin so. */
  names(prefix: string): string[];
  file(name: string): File | null;
}

/** Reads a form as it was sent; what nobody typed is empty. */
export function rawForm(data: FormData): RawForm {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [plainText(value)] : []));
  return {
    text: (name) => (texts(name).at(-1) ?? '').trim(),
    all: (name) =>
      texts(name)
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    names: (prefix) => [...new Set(data.keys())].filter((name) => name.startsWith(prefix)),
    file: (name) => {
      const value = data.get(name);
      // A field where no file was chosen sends an empty one without a name.
      return value instanceof File && (value.size > 0 || value.name !== '') ? value : null;
    },
  };
}

export const nothingTyped: RawForm = rawForm(new FormData());
