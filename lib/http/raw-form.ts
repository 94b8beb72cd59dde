import { plainText } from './plain-text.ts';

/** What was typed into a form, by the names of its fields. */
export interface RawForm {
  text(name: string): string;
  all(name: string): string[];
  /** Names that begin so. */
  names(prefix: string): string[];
  file(name: string): File | null;
  files(name: string): File[];
}

/** Reads a form as it was sent; what nobody typed is empty. */
export function rawForm(data: FormData): RawForm {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [plainText(value)] : []));
  // A field where no file was chosen sends an empty one without a name.
  const files = (name: string) =>
    data.getAll(name).filter((one): one is File => one instanceof File && (one.size > 0 || one.name !== ''));
  return {
    text: (name) => (texts(name).at(-1) ?? '').trim(),
    all: (name) =>
      texts(name)
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    names: (prefix) => [...new Set(data.keys())].filter((name) => name.startsWith(prefix)),
    file: (name) => files(name)[0] ?? null,
    files,
  };
}
