import { headers } from 'next/headers';
import { formHeader, sessionEndHeader } from '#lib/auth/page-headers.ts';
import { addressHeader, languageHeader, languages, type Language } from '#lib/i18n/language.ts';
import { translator, type Translate } from '#lib/i18n/translate.ts';

export interface PageContext {
  lang: Language;
  t: Translate;
  /** Path and query as asked for. */
  address: string;
  /** The number used once that this page's scripts carry. */
  nonce: string | undefined;
  /** What a form that writes sends along; null where nobody is signed in. */
  csrf: string | null;
  /** When the session ends unless something is done. */
  sessionEnds: Date | null;
}

/** What the proxy decided for this request. */
export async function pageContext(): Promise<PageContext> {
  const sent = await headers();
  const lang = languages.find((language) => language === sent.get(languageHeader)) ?? 'it';
  const ends = Number(sent.get(sessionEndHeader));
  return {
    lang,
    t: translator(lang),
    address: sent.get(addressHeader) ?? '/',
    nonce: sent.get('x-nonce') ?? undefined,
    csrf: sent.get(formHeader),
    sessionEnds: ends > 0 ? new Date(ends * 1000) : null,
  };
}
