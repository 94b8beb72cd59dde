/** ISO 639-2 codes that have two letters in ISO 639-1, which BCP 47 wants (RFC 5646 §2.2.1); both of the two where there are two. */
const shorter: Readonly<Record<string, string>> = {
  ita: 'it',
  lat: 'la',
  eng: 'en',
  fre: 'fr',
  fra: 'fr',
  ger: 'de',
  deu: 'de',
  spa: 'es',
  por: 'pt',
  gre: 'el',
  ell: 'el',
  heb: 'he',
  ara: 'ar',
  slv: 'sl',
  hrv: 'hr',
  dut: 'nl',
  nld: 'nl',
  rus: 'ru',
  tur: 'tr',
  fur: 'fur',
};

/** A language as a tag of RDF; null for what is none. */
export function languageTag(language: string | null | undefined): string | null {
  const given = language?.trim().toLowerCase() ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(given)) return null;
  return shorter[given] ?? given;
}

/** The languages that `inLanguage`, `hasOrHadLanguage` and the like name by an IRI: the Library of Congress keeps ISO 639-2 on the web. */
export const languageAddress = (code: string): string | null =>
  /^[a-z]{3}$/.test(code) ? `http://id.loc.gov/vocabulary/iso639-2/${code}` : null;
