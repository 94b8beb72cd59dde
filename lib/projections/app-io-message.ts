import { mostNamed } from '#lib/relationship/one-message.ts';
import { noticeLine, notService, pathOf } from '#lib/relationship/notice-words.ts';
import type { About } from '#lib/relationship/notification.ts';

/** A message as App IO takes it (`POST /api/v1/messages`), for one tax code. */
export interface AppIoMessage {
  /** Seconds for which it is tried. */
  time_to_live: number;
  fiscal_code: string;
  content: { subject: string; markdown: string };
}

/** Lengths that App IO holds a message to. */
export const appIoLimits = { subject: [10, 120], body: [80, 10_000] } as const;

const words = {
  it: {
    many: (count: number) => `Mia Pagina: ${count} novità sulle tue pratiche`,
    intro: 'Su Mia Pagina c’è qualcosa di nuovo per te. Qui, per riservatezza, non scriviamo altro.',
    more: (count: number) => `E altre ${count}.`,
    read: 'Leggi',
  },
  en: {
    many: (count: number) => `My page: ${count} things are new in your cases`,
    intro: 'There is something new for you on My page. For your privacy we write nothing more here.',
    more: (count: number) => `And ${count} more.`,
    read: 'Read it',
  },
};

/** What is told in App IO, within its lengths whatever is told. */
export function appIoMessage(
  fiscalCode: string,
  about: readonly About[],
  { lang, baseUrl }: { lang: 'it' | 'en'; baseUrl: string },
): AppIoMessage {
  const w = words[lang];
  const [only] = about;
  const named = about.slice(0, mostNamed);
  const rest = about.length - named.length;
  const lines = named.map((one) => `- ${noticeLine(one)[lang]}. [${w.read}](${baseUrl}${pathOf(one)})`);
  const served = named.some((one) => one.of === 'case' && one.served);
  const markdown = [
    w.intro,
    lines.join('\n'),
    ...(rest > 0 ? [w.more(rest)] : []),
    ...(served ? [notService[lang]] : []),
  ]
    .join('\n\n')
    .slice(0, appIoLimits.body[1]);
  const subject = about.length === 1 && only ? noticeLine(only)[lang] : w.many(about.length);
  return {
    time_to_live: 3600,
    fiscal_code: fiscalCode,
    content: {
      subject: within(subject, appIoLimits.subject, w.many(about.length)),
      markdown: within(markdown, appIoLimits.body, w.intro),
    },
  };
}

/** Cut where it is too long; with more words where it is too short. */
function within(text: string, [least, most]: readonly [number, number], more: string): string {
  const long = text.length < least ? `${text} · ${more}`.padEnd(least, '.') : text;
  return long.length > most ? `${long.slice(0, most - 1)}…` : long;
}
