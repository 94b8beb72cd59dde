import { chooseLanguage, languageCookie, type Language } from '#lib/i18n/language.ts';

const cookiePattern = new RegExp(`(?:^|;\\s*)${languageCookie}=([^;]*)`);

/** The language of a JSON answer: what the address asks for, then the cookie, then the headers. */
export function requestLanguage(request: Request, asked: Language | undefined): Language {
  const cookie = cookiePattern.exec(request.headers.get('cookie') ?? '')?.[1];
  return chooseLanguage(asked ?? null, cookie, request.headers.get('accept-language'));
}
