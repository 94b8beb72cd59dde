import { toMarkup } from '#lib/records/markup-text.ts';

const words = {
  it: {
    subject: 'Il tuo accesso a ELI4U · Comune di Padova',
    asked: 'Qualcuno ha chiesto di entrare con questo indirizzo nei servizi dell’Archivio del Comune di Padova.',
    press: (until: string) =>
      `Se sei tu, apri questa pagina e premi «Entra». Il collegamento vale fino alle ${until} (ora italiana) e una volta sola:`,
    anywhere: 'Puoi aprirlo anche su un altro dispositivo: entri lì dove premi.',
    not: 'Se non sei tu, non fare niente: nessuno entra senza questo messaggio. Non inoltrarlo.',
    from: 'ELI4U · Comune di Padova',
  },
  en: {
    subject: 'Your sign-in to ELI4U · Comune di Padova',
    asked: 'Somebody asked to come in with this address to the services of the Archive of the Comune di Padova.',
    press: (until: string) =>
      `If it was you, open this page and press “Come in”. The link is good until ${until} (Italian time), and once only:`,
    anywhere: 'You may open it on another device too: you come in where you press.',
    not: 'If it was not you, do nothing: nobody comes in without this message. Do not forward it.',
    from: 'ELI4U · Comune di Padova',
  },
};

interface EmailText {
  subject: string;
  text: string;
  html: string;
}

/** The letter with the link by which somebody comes in without SPID or CIE; it names nobody, for anybody may have typed the address. */
export function signInEmail({ lang, link, until }: { lang: 'it' | 'en'; link: string; until: string }): EmailText {
  const w = words[lang];
  const text = [w.asked, '', w.press(until), link, '', w.anywhere, '', w.not, '', '--', w.from, ''].join('\n');
  const html = `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toMarkup(w.subject)}</title></head>
<body style="margin:0;padding:1.5rem;font:1rem/1.5 Arial,sans-serif;color:#17324d;background:#fff">
<div style="max-width:38rem;margin:0 auto">
<p>${toMarkup(w.asked)}</p><p>${toMarkup(w.press(until))}<br><a href="${toMarkup(link)}">${toMarkup(link)}</a></p>
<p>${toMarkup(w.anywhere)}</p><p>${toMarkup(w.not)}</p>
<hr style="border:0;border-top:1px solid #5a768a">
<p style="font-size:.875rem;color:#455b71">${toMarkup(w.from)}</p>
</div></body></html>
`;
  return { subject: w.subject, text, html };
}
