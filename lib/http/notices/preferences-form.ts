import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FormProblem, FormView } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { themes, themeWords } from '#lib/procedures/types/theme.ts';
import { channels, digests, preferencesSchema, type Channel, type Preferences } from '#lib/relationship/preferences.ts';
import { hourPattern } from '#lib/relationship/quiet-hours.ts';
import { topics, topicWords } from '#lib/relationship/topics.ts';

export interface AskedPreferences {
  preferences: Preferences;
  /** The address in use or asked for, or what the register knows. */
  email: string;
  /** Ways out that this installation has: what it has not is not asked about. */
  configured: readonly Channel[];
  t: Translate;
  lang: Language;
}

/** How somebody wants to be told, as a form. */
export function preferencesForm({ preferences, email, configured, t, lang }: AskedPreferences): FormView {
  const help: Partial<Record<Channel, string>> = { appIo: t('preferences.appIo.help') };
  const hour = (name: 'quietFrom' | 'quietUntil', value: string | undefined) =>
    ({
      kind: 'text',
      name,
      label: t(`preferences.${name}`),
      required: true,
      value,
      width: 'short',
      maxLength: 5,
    }) as const;
  return {
    parts: [
      configured.includes('email')
        ? {
            kind: 'email',
            name: 'email',
            label: t('preferences.email'),
            help: t('preferences.emailHelp'),
            value: email,
            maxLength: 254,
            autoComplete: 'email',
          }
        : { kind: 'words', name: 'noEmail', lines: [t('preferences.noEmail')] },
      {
        kind: 'checks',
        name: 'channels',
        label: t('preferences.channels'),
        required: true,
        values: preferences.channels,
        options: channels
          .filter((channel) => configured.includes(channel))
          .map((channel) => ({ value: channel, label: t(`preferences.${channel}.name`), help: help[channel] })),
      },
      {
        kind: 'checks',
        name: 'topics',
        label: t('preferences.topics'),
        required: true,
        values: preferences.topics,
        options: topics.map((topic) => ({
          value: topic,
          label: topicWords[topic].name[lang],
          help: topicWords[topic].help[lang],
        })),
      },
      {
        kind: 'checks',
        name: 'themes',
        label: t('preferences.themes'),
        help: t('preferences.themesHelp'),
        required: true,
        values: preferences.themes,
        options: themes.map((theme) => ({ value: theme, label: themeWords[theme][lang] })),
      },
      {
        kind: 'radios',
        name: 'digest',
        label: t('preferences.digest'),
        help: t('preferences.digestHelp'),
        required: true,
        values: [preferences.digest],
        options: digests.map((digest) => ({ value: digest, label: t(`preferences.digest.${digest}`) })),
      },
      {
        kind: 'group',
        name: 'quiet',
        label: t('preferences.quiet'),
        help: t('preferences.quietHelp'),
        row: true,
        parts: [hour('quietFrom', preferences.quiet?.from), hour('quietUntil', preferences.quiet?.until)],
      },
      {
        kind: 'radios',
        name: 'language',
        label: t('preferences.language'),
        required: true,
        values: [preferences.language],
        options: [
          { value: 'it', label: 'Italiano' },
          { value: 'en', label: 'English' },
        ],
      },
    ],
    hidden: [],
    buttons: [{ label: t('preferences.save'), intent: 'save', manner: 'primary' }],
  };
}

export interface ReadPreferences {
  preferences: Preferences;
  /** Null: none is wanted. */
  email: string | null;
}

/** What was wished, or what is wrong with it. Ways out that were not asked about stay as they were. */
export function readPreferences(
  raw: RawForm,
  { kept, configured, t }: { kept: Preferences; configured: readonly Channel[]; t: Translate },
): ReadPreferences | FormProblem[] {
  const problems: FormProblem[] = [];
  const wrong = (name: string, message: string) => problems.push({ name, message });
  const email = raw.text('email');
  if (email !== '' && (email.length > 254 || !z.email().safeParse(email).success))
    wrong('email', t('preferences.badEmail'));
  const [from, until] = [hourOf(raw.text('quietFrom')), hourOf(raw.text('quietUntil'))];
  const hours = from === '' && until === '' ? null : { from, until };
  if (hours && !(hourPattern.test(from) && hourPattern.test(until))) wrong('quiet', t('preferences.badHours'));
  const digest = digests.find((one) => one === raw.text('digest'));
  if (!digest) wrong('digest', t('preferences.badDigest'));
  const language = (['it', 'en'] as const).find((one) => one === raw.text('language'));
  if (!language) wrong('language', t('preferences.badLanguage'));
  if (problems.length > 0) return problems;
  const unasked = kept.channels.filter((channel) => !configured.includes(channel));
  const among = <T extends string>(all: readonly T[], name: string): T[] =>
    all.filter((one) => raw.all(name).includes(one));
  const preferences = preferencesSchema.parse({
    language,
    channels: [...among(configured, 'channels'), ...unasked],
    topics: among(topics, 'topics'),
    themes: among(themes, 'themes'),
    digest,
    quiet: hours,
  });
  return { preferences, email: configured.includes('email') && email !== '' ? email : null };
}

/** `8:00`, `21.30` and `9` are hours too. */
function hourOf(typed: string): string {
  const [, hour, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed) ?? [];
  return hour === undefined ? typed : `${hour.padStart(2, '0')}:${minutes}`;
}
