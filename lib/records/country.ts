const names = {
  it: new Intl.DisplayNames('it', { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
};

/** The name of a country by its two letters (ISO 3166-1); null for what names none. */
export function countryName(code: string, lang: 'it' | 'en'): string | null {
  if (!/^[A-Z]{2}$/.test(code) || notCountries.has(code)) return null;
  return names[lang].of(code) ?? null;
}

/** Codes that Unicode names and that issue no document: unknown, pseudo-locales, the euro zone. */
const notCountries: ReadonlySet<string> = new Set(['ZZ', 'XA', 'XB', 'EZ', 'QO']);
