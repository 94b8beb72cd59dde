/** Languages of the interface, the first by default. */
export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

export const languageCookie = 'eli4u-lang';
/** Request headers by which the proxy tells pages what it has decided. */
export const languageHeader = 'x-eli4u-lang';
export const addressHeader = 'x-eli4u-address';

const isLanguage = (text: string | null | undefined): text is Language => languages.includes(text as Language);

/** `?lang`, then the cookie, then `Accept-Language`, else Italian. */
export function chooseLanguage(query: string | null, cookie: string | undefined, accept: string | null): Language {
  if (isLanguage(query)) return query;
  if (isLanguage(cookie)) return cookie;
  return accepted(accept ?? '') ?? 'it';
}

function accepted(header: string): Language | undefined {
  return header
    .split(',')
    .map((part) => {
      const [range = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
      return { language: range.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
    .find(isLanguage);
}
