import { failureWords } from '#lib/i18n/failure.ts';
import type { Language } from '#lib/i18n/language.ts';

/** The page that needs nothing: no database, no script, no style sheet. Its number is the moment, to find the log by. */
export function unavailablePage(lang: Language, number: string): string {
  const words = failureWords[lang];
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title} · ELI4U</title></head>
<body style="font: 1.1rem/1.5 Georgia, serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #1b242d; background: #fbf9f5">
<main><h1>${words.title}</h1><p>${words.text}</p><p>${words.number}: <code>${number}</code></p>
<p><a href="">${words.again}</a> · <a href="/">${words.home}</a></p></main>
</body>
</html>
`;
}
