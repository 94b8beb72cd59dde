import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { askers, contactChannels, type Asker, type ContactChannel } from '#lib/relationship/contact.ts';
import { askerWords, channelWords } from '#lib/relationship/contact-words.ts';
import type { FormProblem, FormView } from '../form-view.ts';
import type { RawForm } from '../raw-form.ts';

/** Asked before anything of somebody is shown: how they came, and who asks. */
export const beginForm = (t: Translate, lang: Language): FormView => ({
  hidden: [],
  parts: [
    {
      kind: 'radios',
      name: 'channel',
      label: t('counter.channel'),
      required: true,
      values: ['counter'],
      options: contactChannels.map((channel) => ({ value: channel, label: channelWords[channel][lang] })),
    },
    {
      kind: 'radios',
      name: 'askedBy',
      label: t('counter.askedBy'),
      required: true,
      values: ['self'],
      options: askers.map((asker) => ({ value: asker, label: askerWords[asker][lang] })),
    },
    {
      kind: 'text',
      name: 'askerName',
      label: t('counter.askerName'),
      help: t('counter.askerNameHelp'),
      maxLength: 200,
    },
  ],
  buttons: [{ label: t('counter.begin'), intent: 'begin', manner: 'primary' }],
});

export interface ReadBegin {
  channel: ContactChannel;
  askedBy: Asker;
  askerName: string | null;
  problems: FormProblem[];
}

/** Reads it; who asks for somebody else says who they are. */
export function readBegin(raw: RawForm, t: Translate): ReadBegin {
  const channel = contactChannels.find((one) => one === raw.text('channel'));
  const askedBy = askers.find((one) => one === raw.text('askedBy'));
  const askerName = raw.text('askerName').slice(0, 200);
  return {
    channel: channel ?? 'counter',
    askedBy: askedBy ?? 'self',
    askerName: askedBy === 'representative' ? askerName : null,
    problems: [
      ...(channel ? [] : [{ name: 'channel', message: t('counter.wrong.channel') }]),
      ...(askedBy ? [] : [{ name: 'askedBy', message: t('counter.wrong.askedBy') }]),
      ...(askedBy === 'representative' && askerName === ''
        ? [{ name: 'askerName', message: t('counter.wrong.askerName') }]
        : []),
    ],
  };
}
