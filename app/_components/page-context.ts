import { headers } from 'next/headers';
import { addressHeader, languageHeader, languages, type Language } from '#lib/i18n/language.ts';
import { translator, type Translate } from '#lib/i18n/translate.ts';

export interface PageContext {
  lang: Language;
  t: Translate;
  /** Path and query as asked for. */
  address: string;
  /** The number used once that this page's scripts carry. */
  nonce: string | undefined;
}

/** What the proxy decided for this request. */
export async function pageContext(): Promise<PageContext> {
  const sent = await headers();
  const lang = languages.find((language) => language === sent.get(languageHeader)) ?? 'it';
  return {
    lang,
    t: translator(lang),
    address: sent.get(addressHeader) ?? '/',
    nonce: sent.get('x-nonce') ?? undefined,
  };
}
