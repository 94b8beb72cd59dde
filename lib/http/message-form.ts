import type { Translate } from '#lib/i18n/translate.ts';
import { longestMessage } from '#lib/store/procedures/messages/case-message.ts';
import type { FormProblem, FormView } from './form-view.ts';
import type { RawForm } from './raw-form.ts';

/** The form of a message. @param key by which two presses are one */
export const messageForm = (
  { key, thread }: { key: string; thread: string },
  words: Record<'label' | 'help' | 'send', string>,
): FormView => ({
  parts: [{ kind: 'area', name: 'text', label: words.label, help: words.help, required: true }],
  hidden: [
    { name: 'key', value: key },
    { name: 'thread', value: thread },
  ],
  buttons: [{ label: words.send, intent: 'send', manner: 'primary' }],
});

/** What was written, with the ends of lines as they are kept: browsers send two characters for each. */
export const writtenText = (raw: RawForm, name: string): string => raw.text(name).replace(/\r\n?/g, '\n');

/** What is wrong with a message: too long is told with its length, and nothing of it is cut off. */
export function messageWants(raw: RawForm, t: Translate): FormProblem[] {
  const { length } = writtenText(raw, 'text');
  if (length === 0) return [{ name: 'text', message: t('talk.wanted') }];
  return length > longestMessage ? [{ name: 'text', message: t('talk.tooLong', { length }) }] : [];
}
