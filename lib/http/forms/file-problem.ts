import { acceptOf } from '#lib/http/file-format.ts';
import type { ReadFile } from '#lib/http/read-file.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** What to say of a file that cannot be taken: which it was, and what to do. */
export function fileProblem(file: Exclude<ReadFile, { kind: 'read' }>, asked: readonly string[], t: Translate): string {
  if (file.kind === 'missing') return t('file.missing');
  const name = file.name ?? t('file.unnamed');
  if (file.kind === 'contradicted')
    return t('file.contradicted', { name, extension: file.extension, format: file.format });
  if (file.kind === 'wrongFormat') return t('file.wrongFormat', { name, formats: acceptOf(asked) });
  return t(`file.${file.kind}`, { name });
}
