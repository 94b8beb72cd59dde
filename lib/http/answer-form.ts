import type { DocumentsAsked } from '#lib/procedures/cases/documents-asked.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { longestMessage } from '#lib/store/procedures/messages/case-message.ts';
import { acceptOf, fileFormats } from './file-format.ts';
import type { FormProblem, FormView } from './form-view.ts';
import { writtenText } from './message-form.ts';
import type { RawForm } from './raw-form.ts';

/** The field of a document that was asked for by its name, and that of all others. */
export const askedField = (code: string): string => `d.${code}`;
export const otherField = 'd.other';

/** The form by which a party answers: a place for each document that was asked for, one for others, and words. @param key by which two presses are one */
export function answerForm(
  { documents }: Pick<DocumentsAsked, 'documents'>,
  { key, t, lang }: { key: string; t: Translate; lang: Language },
): FormView {
  return {
    parts: [
      ...documents.map(({ code, name, formats }) => ({
        kind: 'file' as const,
        name: askedField(code),
        label: name[lang],
        required: true,
        accept: acceptOf(formats),
        multiple: true,
      })),
      {
        kind: 'file',
        name: otherField,
        label: t(documents.length > 0 ? 'asked.others' : 'asked.documents'),
        help: t('asked.filesHelp'),
        accept: acceptOf(fileFormats),
        multiple: true,
      },
      { kind: 'area', name: 'words', label: t('asked.text'), help: t('asked.textHelp'), maxLength: longestMessage },
    ],
    hidden: [{ name: 'key', value: key }],
    buttons: [{ label: t('asked.send'), intent: 'send', manner: 'primary' }],
  };
}

/** What is wanting in an answer, whatever its files are. */
export function answerWants(
  { documents }: Pick<DocumentsAsked, 'documents'>,
  raw: RawForm,
  { t, lang }: { t: Translate; lang: Language },
): FormProblem[] {
  const words = writtenText(raw, 'words');
  if (words.length > longestMessage) return [{ name: 'words', message: t('talk.tooLong', { length: words.length }) }];
  if (words !== '') return [];
  const missing = documents.filter(({ code }) => raw.files(askedField(code)).length === 0);
  const sent = raw.files(otherField).length + documents.length - missing.length;
  if (sent === 0 && documents.length === 0) return [{ name: otherField, message: t('asked.nothing') }];
  return missing.map(({ code, name }) => ({
    name: askedField(code),
    message: t('asked.missing', { name: name[lang] }),
  }));
}
