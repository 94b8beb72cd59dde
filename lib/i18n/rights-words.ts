import { europeanaRights, metadataLicences, rightsStatements } from '#lib/records/rights-statements.ts';
import type { Language } from './language.ts';
import type { Translate } from './translate.ts';

/** The name of a rights statement or of a licence of descriptions; null of any other. */
export function rightsName(uri: string, lang: Language): string | null {
  const rights = europeanaRights(uri);
  const known = [...rightsStatements, ...metadataLicences].find((one) => one.uri === rights?.uri);
  return known ? `${known.name[lang]} (${known.code})` : null;
}

/** Whether descriptions go out under it, as against what is stated of reproductions. */
export const isLicence = (uri: string): boolean => metadataLicences.some((one) => one.uri === uri);

/** The rights of reproductions as people read them: by name where they may be stated, else what is amiss with them. */
export function rightsInWords(uri: string, t: Translate, lang: Language): string {
  const rights = europeanaRights(uri);
  if (rights === null) return t('rights.unknown', { uri });
  return (rights.unfit ? null : rightsName(uri, lang)) ?? t('rights.unfit', { uri });
}

/** A licence of descriptions by its name, else its address. */
export const licenceInWords = (uri: string, lang: Language): string =>
  metadataLicences.find((one) => one.uri === uri)?.name[lang] ?? uri;
