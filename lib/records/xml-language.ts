/** A language as an attribute `lang` of XML takes it (xs:NMTOKEN); null for what is none. */
export function xmlLanguage(language: string | null | undefined): string | null {
  return language && /^[A-Za-z0-9._:-]+$/.test(language) ? language : null;
}
