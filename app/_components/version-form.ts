import { acceptOf } from '#lib/http/file-format.ts';
import type { FormView } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { mostReason } from '#lib/procedures/cases/next-version.ts';

/** The form by which a new version comes: the file, why, and which version was seen. */
export const versionForm = (
  t: Translate,
  given: { id: string; record: string; version: number; formats: readonly string[] },
): FormView => ({
  parts: [
    {
      kind: 'file',
      name: 'file',
      label: t('versions.file'),
      help: t('versions.fileHelp'),
      required: true,
      accept: acceptOf(given.formats),
    },
    {
      kind: 'text',
      name: 'reason',
      label: t('versions.reason'),
      help: t('versions.reasonHelp'),
      required: true,
      maxLength: mostReason,
    },
  ],
  hidden: [
    { name: 'id', value: given.id },
    { name: 'record', value: given.record },
    { name: 'expected', value: String(given.version) },
  ],
  buttons: [{ label: t('versions.put'), intent: 'replace', manner: 'primary' }],
});

/** The version that the form was about; null for a form that says none. */
export function expectedOf(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
