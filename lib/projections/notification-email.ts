import { mostNamed } from '#lib/relationship/one-message.ts';
import { noticeLine, notService, pathOf } from '#lib/relationship/notice-words.ts';
import type { About } from '#lib/relationship/notification.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

export interface EmailText {
  subject: string;
  text: string;
  html: string;
}

export interface EmailParts {
  about: readonly About[];
  lang: 'it' | 'en';
  baseUrl: string;
  /** Where one press ends it (RFC 8058). */
  unsubscribe: string;
}

const words = {
  it: {
    many: (count: number) => `Mia Pagina: ${count} novità`,
    intro: 'Su Mia Pagina c’è qualcosa di nuovo per te.',
    read: 'Leggi su Mia Pagina',
    signIn:
      'Si entra come sempre: SPID, CIE, eIDAS o il collegamento per e-mail. Per riservatezza qui non scriviamo altro.',
    more: (count: number) => `E altre ${count}: le trovi tutte fra gli avvisi.`,
    all: 'Tutti gli avvisi',
    why: 'Ricevi questo messaggio perché hai chiesto gli avvisi per e-mail.',
    preferences: 'Cambia le preferenze',
    stop: 'Non ricevere più avvisi per e-mail',
    from: 'ELI4U · Comune di Padova',
  },
  en: {
    many: (count: number) => `My page: ${count} things are new`,
    intro: 'There is something new for you on My page.',
    read: 'Read it on My page',
    signIn: 'You come in as ever: SPID, CIE, eIDAS or the link by e-mail. For your privacy we write nothing more here.',
    more: (count: number) => `And ${count} more: all are among your notices.`,
    all: 'All notices',
    why: 'You receive this message because you asked for notices by e-mail.',
    preferences: 'Change your preferences',
    stop: 'Receive no more notices by e-mail',
    from: 'ELI4U · Comune di Padova',
  },
};

/** What is told by e-mail: which case has something new and where to read it, in plain text and in HTML that says the same. */
export function notificationEmail({ about, lang, baseUrl, unsubscribe }: EmailParts): EmailText {
  const w = words[lang];
  const named = about.slice(0, mostNamed).map((one) => ({
    line: noticeLine(one)[lang],
    href: baseUrl + pathOf(one),
    served: one.of === 'case' && one.served,
  }));
  const [only] = named;
  const rest = about.length - named.length;
  const notes = named.some(({ served }) => served) ? [notService[lang]] : [];
  const inbox = `${baseUrl}/mia-pagina/avvisi`;
  const preferences = `${baseUrl}/mia-pagina/preferenze`;
  const text = [
    w.intro,
    '',
    ...named.flatMap(({ line, href }) => [`- ${line}`, `  ${href}`]),
    ...(rest > 0 ? ['', w.more(rest)] : []),
    ...notes.flatMap((note) => ['', note]),
    '',
    w.signIn,
    '',
    `${w.all}: ${inbox}`,
    '',
    '--',
    w.from,
    w.why,
    `${w.preferences}: ${preferences}`,
    `${w.stop}: ${unsubscribe}`,
    '',
  ].join('\n');
  const link = (href: string, said: string) => `<a href="${toMarkup(href)}">${toMarkup(said)}</a>`;
  const html = `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toMarkup(w.intro)}</title></head>
<body style="margin:0;padding:1.5rem;font:1rem/1.5 Arial,sans-serif;color:#17324d;background:#fff">
<div style="max-width:38rem;margin:0 auto">
<p>${toMarkup(w.intro)}</p>
<ul style="padding-left:1.2rem">${named.map(({ line, href }) => `<li style="margin-bottom:.75rem">${toMarkup(line)}<br>${link(href, w.read)}</li>`).join('')}</ul>
${rest > 0 ? `<p>${toMarkup(w.more(rest))}</p>` : ''}${notes.map((note) => `<p>${toMarkup(note)}</p>`).join('')}
<p>${toMarkup(w.signIn)}</p>
<p>${link(inbox, w.all)}</p>
<hr style="border:0;border-top:1px solid #5a768a">
<p style="font-size:.875rem;color:#455b71">${toMarkup(w.from)}<br>${toMarkup(w.why)}<br>${link(preferences, w.preferences)} · ${link(unsubscribe, w.stop)}</p>
</div></body></html>
`;
  return { subject: about.length === 1 && only ? only.line : w.many(about.length), text, html };
}

/** Asks whether an address is theirs who gave it. */
export function confirmationEmail({ lang, link }: { lang: 'it' | 'en'; link: string }): EmailText {
  const w = lang === 'it' ? confirmation.it : confirmation.en;
  const text = [w.asked, '', w.press, link, '', w.not, '', '--', words[lang].from, ''].join('\n');
  const html = `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${toMarkup(w.subject)}</title></head>
<body style="margin:0;padding:1.5rem;font:1rem/1.5 Arial,sans-serif;color:#17324d;background:#fff">
<div style="max-width:38rem;margin:0 auto">
<p>${toMarkup(w.asked)}</p><p>${toMarkup(w.press)}<br><a href="${toMarkup(link)}">${toMarkup(link)}</a></p><p>${toMarkup(w.not)}</p>
<p style="font-size:.875rem;color:#455b71">${toMarkup(words[lang].from)}</p>
</div></body></html>
`;
  return { subject: w.subject, text, html };
}

const confirmation = {
  it: {
    subject: 'Conferma il tuo indirizzo e-mail',
    asked: 'Su Mia Pagina qualcuno ha chiesto di ricevere gli avvisi delle sue pratiche a questo indirizzo.',
    press: 'Se sei tu, conferma entro 24 ore:',
    not: 'Se non sei tu, non fare niente: non riceverai altro.',
  },
  en: {
    subject: 'Confirm your e-mail address',
    asked: 'On My page somebody asked to receive notices about their cases at this address.',
    press: 'If it was you, confirm within 24 hours:',
    not: 'If it was not, do nothing: you will receive nothing more.',
  },
};
