import { leaf, wrap } from '#ingest/demo/xml.ts';

/** One `p` a line. */
export const paragraphs = (text: string | undefined): string =>
  text === undefined
    ? ''
    : text
        .split('\n')
        .map((line) => leaf('p', line))
        .join('');

/** A prose element; nothing when there is nothing to say. */
export function block(name: string, text: string | undefined, localtype?: string): string {
  return text === undefined || text === '' ? '' : wrap(name, { localtype }, paragraphs(text));
}
